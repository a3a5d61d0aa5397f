import { type ClipboardEvent, type KeyboardEvent, type ReactElement, type RefObject, useEffect } from 'react';
import type { TextEntry } from '../../../src-main/contract/text-entry.ts';
import { useVisit } from '../../visit-context.ts';
import type { Typed } from '../keyboard/typing.ts';
import styles from './text-field.module.css';

interface TextFieldProps {
  readonly entry: TextEntry;
  readonly label: string;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly field: RefObject<Typed | null>;
  readonly wrong: boolean;
  /** Id of the hint or error below it. */
  readonly describedBy: string;
}

/** The line (or lines) that a text is typed into, by the keys on the screen or a keyboard on the desk. */
export function TextField(props: TextFieldProps): ReactElement {
  const { entry, label, text, onText, field, wrong, describedBy } = props;
  const { send, view } = useVisit();
  const covered = view.idleWarning !== undefined || view.helpNotice !== undefined;
  useEffect(() => {
    // What lay over the screen took the focus away.
    if (!covered) field.current?.focus({ preventScroll: true });
  }, [covered, field]);
  const handleKey = (event: KeyboardEvent): void => {
    // Enter that ends a composed letter (´ and e) belongs to that letter.
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (!event.repeat && entry.canSubmit && !entry.busy) send({ type: 'submit' });
  };
  const shared = {
    className: `${styles.field} ${wrong ? styles.wrong : ''}`,
    'aria-label': label,
    'aria-describedby': describedBy,
    'aria-invalid': wrong,
    // The system's own keyboard stays away.
    inputMode: 'none',
    autoComplete: 'off',
    autoCorrect: 'off',
    autoCapitalize: 'off',
    spellCheck: false,
    readOnly: entry.busy,
    maxLength: entry.maxLength,
    value: text,
    onKeyDown: handleKey,
    onCopy: refuse,
    onCut: refuse,
    onPaste: refuse,
    'data-testid': 'text-field',
  } as const;
  if (entry.keyboard === 'sentences') {
    return (
      <textarea
        {...shared}
        ref={(node) => keep(field, node)}
        className={`${shared.className} ${styles.lines}`}
        onChange={(event) => onText(event.currentTarget.value)}
      />
    );
  }
  return (
    <input
      {...shared}
      ref={(node) => keep(field, node)}
      type="text"
      onChange={(event) => onText(event.currentTarget.value)}
    />
  );
}

function keep(field: RefObject<Typed | null>, node: Typed | null): void {
  field.current = node;
}

/** The clipboard outlives the visit: nothing of one customer may lie in it for the next. */
function refuse(event: ClipboardEvent): void {
  event.preventDefault();
}
