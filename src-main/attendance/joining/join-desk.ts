import type { JoinProgress } from '../../contract/join-screen.ts';
import type { KnownCustomer } from '../../domain/customer-account.ts';
import type { RemoteFailure } from '../../domain/remote-failure.ts';
import type { Result } from '../../domain/result.ts';
import type { JoinDraft } from './join-draft.ts';
import type { JoinForm, Registration } from './join-form.ts';

/** What became of a registration or an order. */
export interface JoinStanding {
  /** `already`: an earlier visit of theirs sent it, so that this one sent nothing; the protocol is of that one. */
  readonly outcome: 'done' | 'unclear' | 'refused' | 'not-sent' | 'already';
  readonly kind: Registration;
  readonly protocol: string;
  /** The ERP's own words. */
  readonly remarks?: string;
}

/** A customer of the company who orders. */
export interface JoinCustomer {
  readonly customer: KnownCustomer;
  /** CPF or CNPJ, no mask. */
  readonly document: string;
}

/** A filled-in form, on its way to the ERP. */
export interface JoinRequest {
  readonly visitId: string;
  readonly draft: JoinDraft;
  readonly form: JoinForm;
  /** When the customer agreed; wall time, milliseconds. */
  readonly agreedAt: number;
  /** Absent: somebody new. */
  readonly known?: JoinCustomer;
}

/** What a visit needs to register people and to take orders. */
export interface JoinDesk {
  /** Whether somebody new can be registered here. */
  takesNew(): boolean;
  /** Whether a company that knows this customer takes orders here. */
  takesOrders(customer: KnownCustomer): boolean;
  /** Fails only when no company could be asked for what it offers; `undefined`: none offers anything. */
  prepare(known?: JoinCustomer): Promise<Result<JoinForm | undefined, RemoteFailure>>;
  /** Whether something about this customer is to be looked into first, where the settings want that asked. */
  isHeld(known: JoinCustomer): Promise<boolean>;
  /** Sends it once, whatever visit asks for it; in the same visit it answers what is known. @throws when the disk is full */
  send(request: JoinRequest): Promise<JoinStanding>;
  /** Puts its number on paper. @returns the print job, where there is a printer. @throws when it cannot be written */
  print(request: JoinRequest, standing: JoinStanding): string | undefined;
  /** What was asked for here with this document (no mask), the newest first. */
  progress(document: string): Promise<readonly JoinProgress[]>;
}
