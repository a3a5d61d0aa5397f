import type { VisitRecord } from '../../storage/visit-records.ts';
import type { Delivery } from '../target.ts';

/** A paper of a visit that goes with its Case. */
export type CaseAttachment = CaseFile | CaseLink;

export interface CaseFile {
  /** Names it within the Case: the same on every try. */
  readonly title: string;
  /** e.g. `comprovante.pdf`. */
  readonly fileName: string;
  /** `undefined`: it cannot be had, and nobody is kept waiting for it. */
  readonly read: () => Promise<Uint8Array | undefined>;
}

/** Where the paper is to be looked at, instead of the paper. */
export interface CaseLink {
  readonly title: string;
  readonly url: string;
}

/** The papers of a visit, given what happened in it so far. */
export type FindAttachments = (
  visit: VisitRecord,
  history: Delivery['history'],
) => Promise<readonly CaseAttachment[]>;
