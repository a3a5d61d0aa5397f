import { type ReactElement, useEffect, useState } from 'react';
import { KeyRows } from './key-rows.tsx';
import styles from './keyboard.module.css';
import type { KeyboardWords } from './keyboard-words.ts';
import { type Key, type KeyAction, type Page, rowsOf } from './layouts.ts';
import { eraseFrom, moveCaret, nextField, type Typed, typeInto } from './typing.ts';

interface OnScreenKeyboardProps {
  readonly field: Typed;
  readonly words: KeyboardWords;
  readonly onClose: () => void;
}

/** Keys for the field that has the focus. */
export function OnScreenKeyboard({ field, words, onClose }: OnScreenKeyboardProps): ReactElement {
  const kind = field.dataset.osk ?? 'text';
  const [page, setPage] = useState<Page>(firstPage(kind));
  const [shift, setShift] = useState(false);
  useEffect(() => {
    setPage(firstPage(kind));
    // The stage has become smaller: the field may be out of sight now.
    field.scrollIntoView({ block: 'center' });
  }, [field, kind]);
  const act: Record<KeyAction, () => void> = {
    shift: () => setShift(!shift),
    page: () => setPage(page === 'letters' ? 'signs' : 'letters'),
    erase: () => eraseFrom(field),
    left: () => moveCaret(field, -1),
    right: () => moveCaret(field, 1),
    next: () => {
      const next = nextField(field);
      if (next === undefined) onClose();
      else next.focus();
    },
    close: onClose,
  };
  const press = (key: Key): void => {
    // A touch beside all fields may have taken the focus away.
    if (document.activeElement !== field) field.focus({ preventScroll: true });
    if ('action' in key) {
      act[key.action]();
      return;
    }
    typeInto(field, shift ? key.char.toLocaleUpperCase('pt-BR') : key.char);
    setShift(false);
  };
  return (
    <aside className={styles.keyboard} aria-label={words.title} data-testid="osk" data-page={page}>
      <KeyRows rows={rowsOf(page, kind)} page={page} shift={shift} words={words} onPress={press} />
    </aside>
  );
}

function firstPage(kind: string): Page {
  return kind === 'digits' ? 'digits' : 'letters';
}
