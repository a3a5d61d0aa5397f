/** What the keys of the on-screen keyboard are called, in the words of the room that it stands in. */
export interface KeyboardWords {
  readonly title: string;
  readonly shift: string;
  /** Back to the letters. */
  readonly letters: string;
  /** To digits and signs. */
  readonly signs: string;
  readonly erase: string;
  readonly left: string;
  readonly right: string;
  readonly space: string;
  readonly next: string;
  readonly close: string;
}
