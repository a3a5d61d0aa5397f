import { X } from 'lucide-react';
import { type KeyboardEvent, type ReactElement, type ReactNode, useEffect, useId, useRef } from 'react';
import { createPortal } from 'react-dom';
import { kitWords } from '../words/kit-words.ts';
import { useArea } from './area-context.ts';
import { Button } from './button.tsx';
import styles from './dialog.module.css';

interface DialogProps {
  readonly title: string;
  readonly testId: string;
  readonly onClose: () => void;
  /** The way out; "Cancelar" without it. */
  readonly closeLabel?: string;
  /** What the dialog is about to do, beside the way out. */
  readonly actions?: ReactNode;
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** A question or a task above the section. Focus stays inside, Esc is the way out, and focus goes back after it. */
export function Dialog(props: DialogProps): ReactElement | null {
  const { dialogHost } = useArea();
  return dialogHost === null ? null : createPortal(<Box {...props} />, dialogHost);
}

function Box(props: DialogProps): ReactElement {
  const { title, testId, onClose, closeLabel = kitWords.dialog.cancel, actions, wide, children } = props;
  const box = useRef<HTMLDivElement>(null);
  const titleId = useId();
  useEffect(() => {
    const before = document.activeElement;
    const first = box.current?.querySelector<HTMLElement>('input') ?? box.current;
    first?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  const handleKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      onClose();
    }
    if (event.key === 'Tab' && box.current !== null) keepInside(event, box.current);
  };
  return (
    <div className={styles.veil}>
      {/* Not a <dialog>: showModal() would make the on-screen keyboard inert. */}
      <div
        ref={box}
        className={`${styles.box} ${wide === true ? styles.wide : ''}`}
        role="dialog"
        aria-modal="true"
        aria-labelledby={titleId}
        tabIndex={-1}
        data-testid={testId}
        onKeyDown={handleKey}
      >
        <div className={styles.head}>
          <h3 className={styles.title} id={titleId}>
            {title}
          </h3>
          <Button testId={`${testId}-close`} icon={X} iconOnly onPress={onClose}>
            {kitWords.dialog.close}
          </Button>
        </div>
        <div className={styles.body}>{children}</div>
        <div className={styles.foot}>
          <Button testId={`${testId}-cancel`} onPress={onClose}>
            {closeLabel}
          </Button>
          {actions}
        </div>
      </div>
    </div>
  );
}

const focusable = 'button:not([tabindex="-1"]), input, textarea, select, [tabindex="0"], summary';

/** From the last control on to the first, and back. */
function keepInside(event: KeyboardEvent, box: HTMLElement): void {
  const controls = [...box.querySelectorAll<HTMLElement>(focusable)];
  const edge = event.shiftKey ? controls[0] : controls.at(-1);
  const other = event.shiftKey ? controls.at(-1) : controls[0];
  const at = document.activeElement;
  if (at !== edge && at !== box) return;
  if (at === box && !event.shiftKey) return;
  event.preventDefault();
  other?.focus();
}
