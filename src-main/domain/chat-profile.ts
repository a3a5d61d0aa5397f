/**
 * What the chat's OnLoadContact told of a customer (contract C.5). The ERP's own data always win over it; it fills what
 * the ERP does not know.
 */
export interface ChatProfile {
  readonly name?: string;
  readonly email?: string;
  /** Digits of a telephone number. */
  readonly phone?: string;
  /** The WhatsApp id as the platform has it; old ones of mobiles may lack the ninth digit. */
  readonly jid?: string;
  readonly segment?: string;
  readonly note?: string;
  readonly priority?: 1 | 2 | 3;
  readonly group?: string;
  /** Id of the contact in the company's own system. */
  readonly internalId?: string;
  /** Code of the profile on the platform. */
  readonly profileId?: string;
}
