import type { RemoteFailure } from './remote-failure.ts';
import type { Result } from './result.ts';

/** What is to be changed of a customer's contact data; what is absent stays. */
export interface ContactChange {
  readonly name?: string;
  readonly email?: string;
  /** Digits with area code. */
  readonly phone?: string;
  readonly whatsapp?: string;
}

/** `reason`: in the words of whoever refused, cleaned and short enough to be shown; empty when none was given. */
export type ContactPermission =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly reason: string };

/** Asks whether contact data may be changed, before they are. */
export interface ContactGuard {
  /** Allowed where nobody is to be asked; a failure when whoever is to be asked gave no usable answer. */
  mayChange(visitId: string, change: ContactChange): Promise<Result<ContactPermission, RemoteFailure>>;
}
