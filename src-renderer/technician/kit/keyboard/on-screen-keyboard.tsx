import { type ReactElement, useEffect, useState } from 'react';
import { kitWords } from '../../words/kit-words.ts';
import { KeyButton } from './key-button.tsx';
import styles from './keyboard.module.css';
import { type Key, type KeyAction, type Page, rowsOf } from './layouts.ts';
import { eraseFrom, moveCaret, nextField, type Typed, typeInto } from './typing.ts';

interface OnScreenKeyboardProps {
  readonly field: Typed;
  readonly onClose: () => void;
}

/** Keys for the field that has the focus. */
export function OnScreenKeyboard({ field, onClose }: OnScreenKeyboardProps): ReactElement {
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
    <aside
      className={styles.keyboard}
      aria-label={kitWords.keyboard.title}
      data-testid="osk"
      data-page={page}
    >
      {rowsOf(page, kind).map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a page stay where they are
        <div key={`${page}-${index}`} className={styles.row}>
          {row.map((key) => (
            <KeyButton
              key={'char' in key ? key.char : key.action}
              value={key}
              shift={shift}
              page={page}
              onPress={press}
            />
          ))}
        </div>
      ))}
    </aside>
  );
}

function firstPage(kind: string): Page {
  return kind === 'digits' ? 'digits' : 'letters';
}
