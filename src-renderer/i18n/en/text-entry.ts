import type { Translation } from '../translation.ts';

export const textEntry: Translation['textEntry'] = {
  title: 'Keyboard',
  shift: 'Capital letter',
  letters: 'ABC',
  signs: '123 !?',
  erase: 'Erase',
  left: 'Cursor to the left',
  right: 'Cursor to the right',
  space: 'Space',
  next: 'Next',
  close: 'Close',
};
