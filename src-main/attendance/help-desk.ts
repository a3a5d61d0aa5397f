/** What a visit needs to have somebody called. */
export interface HelpDesk {
  /** Who stands there, if the company's telephone system knows it; in full. */
  findCaller(visitId: string): { readonly name: string } | undefined;
}
