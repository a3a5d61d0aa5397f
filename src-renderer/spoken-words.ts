import type { Intent } from '../src-main/contract/intent.ts';
import type { View } from '../src-main/contract/screen.ts';

/** Main takes no more at once. */
const longest = 600;

/** What was last said of the screen as a whole. */
let guidance = '';

/** Has the screen's own words said; `speak` repeats nothing by itself. */
export function giveGuidance(text: string, send: (intent: Intent) => void): void {
  guidance = text;
  if (text !== '') send({ type: 'speak', text });
}

/** Keeps nothing of a screen that was read aloud once nobody listens any more: the next customer is another one. */
export function forgetGuidance(): void {
  guidance = '';
}

/** Says once more what the screen asks or tells. */
export function repeatGuidance(send: (intent: Intent) => void): void {
  if (guidance !== '') send({ type: 'speak', text: guidance });
}

/** Title, lead and messages of what lies uppermost. */
export function wordsOfScreen(view: View): string {
  const overlays = document.querySelectorAll('[role="alertdialog"], dialog[open]');
  const scope: ParentNode = overlays[overlays.length - 1] ?? document;
  const parts = scope.querySelectorAll<HTMLElement>(
    'h1, h2, [data-testid="lead"], [role="alert"], p[role="status"]',
  );
  return sayable([...parts].map((part) => part.innerText).join('. '), view);
}

/** One line, without the customer's name: others may hear it. */
export function sayable(text: string, { screen, helpNotice }: View): string {
  let said = text;
  const names = ['customerName' in screen ? screen.customerName : undefined, helpNotice?.name];
  for (const name of names) if (name !== undefined && name !== '') said = said.replaceAll(name, '');
  return said
    .replace(/\s+/g, ' ')
    .replace(/ ([.,])/g, '$1')
    .trim()
    .slice(0, longest);
}
