import type { JoinProgress } from '../../contract/join-screen.ts';
import { type DocumentEntry, emptyDocumentEntry } from '../document-entry.ts';
import type { JoinStanding } from './join-desk.ts';
import type { JoinDraft } from './join-draft.ts';
import type { JoinForm } from './join-form.ts';

/** What a visit knows of a registration, an order, or somebody who asks after theirs. */
export interface JoinTalk {
  /** What was touched: "Quero ser cliente", the order of a customer, or "Como está meu pedido?"; absent: none of them. */
  readonly aim?: 'join' | 'order' | 'progress';
  /** Where `back` from the first question leads. */
  readonly cameFrom: 'attract' | 'document';
  readonly asked?: { readonly draft: JoinDraft; readonly form: JoinForm };
  /** When the customer agreed to sending it; wall time, milliseconds. */
  readonly agreedAt?: number;
  /** What became of it. */
  readonly standing?: JoinStanding;
  /** Whose requests are asked after. */
  readonly document: DocumentEntry;
  readonly progress: readonly JoinProgress[];
}

export const noJoining: JoinTalk = {
  cameFrom: 'attract',
  document: emptyDocumentEntry,
  progress: [],
};
