import { type ReactElement, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { TextKeyboard as Kind } from '../../../src-main/contract/text-entry.ts';
import { KeyRows } from '../keyboard/key-rows.tsx';
import type { Key, KeyAction, Page } from '../keyboard/layouts.ts';
import { eraseFrom, type Typed, typeInto } from '../keyboard/typing.ts';
import { customerRows, type Shape, startsCapital } from './customer-layouts.ts';
import styles from './text-keyboard.module.css';

interface TextKeyboardProps {
  readonly kind: Exclude<Kind, 'digits'>;
  /** What is typed so far: decides whether a capital letter comes next. */
  readonly text: string;
  readonly field: () => Typed | null;
  readonly inactive: boolean;
}

/** Large keys for one field, with the accents of Portuguese at hand. */
export function TextKeyboard({ kind, text, field, inactive }: TextKeyboardProps): ReactElement {
  const { t } = useTranslation();
  const shape = useShape();
  const [page, setPage] = useState<Page>('letters');
  const [reversed, setReversed] = useState(false);
  const shift = startsCapital(kind, text) !== reversed;
  const actions: { readonly [A in KeyAction]?: (target: Typed) => void } = {
    erase: eraseFrom,
    shift: () => setReversed(!reversed),
    page: () => setPage(page === 'letters' ? 'signs' : 'letters'),
  };
  const press = (key: Key): void => {
    const target = field();
    if (target === null || inactive) return;
    // A keyboard on the desk goes on typing where this one stopped.
    if (document.activeElement !== target) target.focus({ preventScroll: true });
    if ('char' in key) {
      typeInto(target, shift && key.char.length === 1 ? key.char.toLocaleUpperCase('pt-BR') : key.char);
      setReversed(false);
    } else {
      actions[key.action]?.(target);
    }
  };
  return (
    <fieldset className={styles.keyboard} aria-label={t('textEntry.title')} data-testid="text-keyboard">
      <KeyRows
        rows={customerRows(kind, page, shape)}
        page={page}
        shift={shift && page === 'letters'}
        words={t('textEntry', { returnObjects: true })}
        onPress={press}
      />
    </fieldset>
  );
}

const landscape = window.matchMedia('(orientation: landscape)');

function useShape(): Shape {
  return useSyncExternalStore(
    (listener) => {
      landscape.addEventListener('change', listener);
      return () => landscape.removeEventListener('change', listener);
    },
    () => (landscape.matches ? 'wide' : 'tall'),
  );
}
