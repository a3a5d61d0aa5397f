/** A field that the on-screen keyboard types into. */
export type Typed = HTMLInputElement | HTMLTextAreaElement;

/** Whether an element takes the on-screen keyboard: it says so by `data-osk`. */
export function isTyped(target: EventTarget | null): target is Typed {
  return (
    (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) &&
    target.dataset.osk !== undefined
  );
}

/** Types at the caret, over what is selected, as a keyboard would: React sees an `input` event. */
export function typeInto(field: Typed, text: string): void {
  const { start, end } = caretOf(field);
  const { maxLength, value } = field;
  if (maxLength >= 0 && value.length - (end - start) + text.length > maxLength) return;
  field.setRangeText(text, start, end, 'end');
  tell(field, 'insertText');
}

/** Erases what is selected, or the character before the caret. */
export function eraseFrom(field: Typed): void {
  const { start, end } = caretOf(field);
  if (end === 0) return;
  const from = start === end ? start - lastCharacter(field.value.slice(0, start)).length : start;
  field.setRangeText('', from, end, 'end');
  tell(field, 'deleteContentBackward');
}

/** Moves the caret by one character. */
export function moveCaret(field: Typed, by: -1 | 1): void {
  const { start, end } = caretOf(field);
  const edge = by < 0 ? start : end;
  const at = start === end ? Math.min(Math.max(edge + by, 0), field.value.length) : edge;
  field.setSelectionRange(at, at);
}

/** The next field after this one inside the dialog or the section, if there is one. */
export function nextField(field: Typed): Typed | undefined {
  const room = field.closest('[role="dialog"]') ?? document;
  const all = [...room.querySelectorAll('[data-osk]')].filter(isTyped);
  return all[all.indexOf(field) + 1];
}

function caretOf(field: Typed): { readonly start: number; readonly end: number } {
  const { length } = field.value;
  return { start: field.selectionStart ?? length, end: field.selectionEnd ?? length };
}

function lastCharacter(text: string): string {
  return [...text].at(-1) ?? '';
}

function tell(field: Typed, inputType: string): void {
  field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType }));
}
