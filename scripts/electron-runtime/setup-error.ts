/** Something outside the program must be put right first; the message says what, in words for a person. */
export class SetupError extends Error {
  override readonly name = 'SetupError';
}
