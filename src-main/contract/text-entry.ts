/**
 * Which keys a text is typed with: `words` begins each word with a capital, `sentences` each sentence (and has several
 * lines), `plain` none; `digits` is the number pad, whose text main formats as it is typed.
 */
export type TextKeyboard = 'words' | 'sentences' | 'plain' | 'email' | 'digits';

/** A text that the customer types. Main keeps it; the page forgets it with the screen. */
export interface TextEntry {
  /** Which field it is: another id is another field, typed into afresh. */
  readonly id: string;
  readonly keyboard: TextKeyboard;
  /** As typed so far; with `digits` as it is shown, e.g. `01310-100`. */
  readonly text: string;
  /** Characters. */
  readonly maxLength: number;
  readonly canSubmit: boolean;
  /** Somebody else is being waited for: nothing is typed now. */
  readonly busy: boolean;
}
