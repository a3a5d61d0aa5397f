/** What the settings say of an ERP's tickets, so that nobody has to choose it. */
export interface FixedTicketParts {
  /** Ids or names of the types that are offered; empty: all. */
  readonly types: readonly string[];
  readonly typeId?: string;
  readonly departmentId?: string;
  readonly employeeId?: string;
}
