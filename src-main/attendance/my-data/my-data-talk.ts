import type { ContactEntry } from './contact-entry.ts';
import type { MyDataAnswer, MyDataChange, MyDataRecords } from './my-data-desk.ts';

/** Contact data as far as this visit has come with them. */
export interface MyDataTalk {
  readonly known: MyDataRecords;
  /** What is being typed. */
  readonly entry?: ContactEntry;
  /** What the customer is asked to confirm, or has confirmed. */
  readonly change?: MyDataChange;
  /** What became of it. */
  readonly answer?: MyDataAnswer;
}
