import { fieldId } from '../kit/field-frame.tsx';
import type { SectionKey } from '../sections/section-keys.ts';

const sectionOfPart: Readonly<Record<string, SectionKey>> = {
  erps: 'erp',
  pix: 'pix',
  printer: 'printer',
  a4Printer: 'printer',
  relay: 'relay',
  gateway: 'relay',
  terminal: 'terminal',
  visit: 'terminal',
  privacy: 'terminal',
  display: 'terminal',
};

/** Which section holds a field; none for what is wrong with the file as a whole. */
export function sectionOf(path: string): SectionKey | undefined {
  const [part = ''] = path.split(/[.[]/, 1);
  return sectionOfPart[part];
}

/** Brings a field, or the nearest thing around it, into sight and focuses it. */
export function focusField(path: string): void {
  const found = candidates(path)
    .map((candidate) => document.getElementById(fieldId(candidate)))
    .find((element) => element !== null);
  found?.scrollIntoView({ block: 'center' });
  found?.focus({ preventScroll: true });
}

/** `a.b[0].c` → itself, `a.b[0]`, `a.b`, `a`. */
function candidates(path: string): readonly string[] {
  const shorter = path.replace(/(?:\.[^.[\]]+|\[\d+\])$/, '');
  return shorter === path || shorter === '' ? [path] : [path, ...candidates(shorter)];
}
