/**
 * Chromium matches what is typed with expressions of its own and keeps the last text that looked like an e-mail address,
 * whoever typed it. Another one takes its place.
 */
export function forgetLastMatch(): void {
  const field = document.createElement('input');
  field.type = 'email';
  field.value = 'ninguem@invalid.invalid';
  field.checkValidity();
}
