import {
  type FocusEvent,
  type PointerEvent,
  type ReactElement,
  type ReactNode,
  useMemo,
  useRef,
  useState,
} from 'react';
import styles from './keyboard.module.css';
import { KeyboardContext } from './keyboard-context.ts';
import type { KeyboardWords } from './keyboard-words.ts';
import { OnScreenKeyboard } from './on-screen-keyboard.tsx';
import { isTyped, type Typed } from './typing.ts';

interface KeyboardHostProps {
  readonly words: KeyboardWords;
  readonly children: ReactNode;
}

/**
 * Holds a stage with fields and, below it, the keyboard when it is open. It opens when a finger goes into a field or
 * by the field's own switch, takes room from the stage rather than covering it, and keys never take the focus, so a
 * keyboard on the desk goes on working.
 */
export function KeyboardHost({ words, children }: KeyboardHostProps): ReactElement {
  const [field, setField] = useState<Typed>();
  const [open, setOpen] = useState(false);
  const touched = useRef(false);
  const control = useMemo(
    () => ({
      toggleFor: (id: string): void => {
        const wanted = document.getElementById(id);
        if (!isTyped(wanted)) return;
        const there = document.activeElement === wanted;
        setOpen((last) => !(last && there));
        setField(wanted);
        wanted.focus();
      },
    }),
    [],
  );
  const handlePointer = ({ target, pointerType }: PointerEvent): void => {
    touched.current = pointerType === 'touch';
    // The field may have the focus already; then no focus event follows.
    if (touched.current && isTyped(target)) {
      setField(target);
      setOpen(true);
    }
  };
  const handleFocus = ({ target }: FocusEvent): void => {
    if (isTyped(target)) setField(target);
    else if (touched.current) setOpen(false);
  };
  const shown = open && field?.isConnected === true;
  return (
    <KeyboardContext value={control}>
      <div
        className={styles.host}
        data-keyboard={shown ? 'open' : 'shut'}
        onPointerDownCapture={handlePointer}
        onFocusCapture={handleFocus}
      >
        <div className={styles.stage}>{children}</div>
        {shown ? <OnScreenKeyboard field={field} words={words} onClose={() => setOpen(false)} /> : null}
      </div>
    </KeyboardContext>
  );
}
