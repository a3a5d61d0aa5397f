import type { WriteOffAnswer } from './write-off.ts';

/** What the ERP's answer to a request to change something proves: the same cases as of a write-off. */
export type ActionAnswer = WriteOffAnswer & {
  /** The ERP's own words, where it said any: one line, bounded, without personal numbers. */
  readonly said?: string;
};

/** What the ERP made of something new. */
export interface CreatedRecord {
  /** Its id in the ERP; absent where the ERP tells none. */
  readonly id?: string;
  /** The ERP's own words about it. */
  readonly remarks?: string;
  /** True when the ERP opened a ticket instead. */
  readonly asTicket?: true;
}

/** A file that goes along with a request. */
export interface Attachment {
  /** File name without path, e.g. "rg.jpg". */
  readonly name: string;
  /** Its format: jpg, png, gif, pdf. */
  readonly format: string;
  /** Content, base64. */
  readonly base64: string;
  readonly remarks?: string;
}
