import { type ReactElement, type ReactNode, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TextEntry } from '../../../src-main/contract/text-entry.ts';
import { useVisit } from '../../visit-context.ts';
import { Entry } from '../entry.tsx';
import { Heading } from '../heading.tsx';
import { Keypad } from '../keypad.tsx';
import { Message } from '../message.tsx';
import { ScreenFrame } from '../screen-frame.tsx';
import { Spinner } from '../spinner.tsx';
import { SubmitButton } from '../submit-button.tsx';
import { usePhysicalKeys } from '../use-physical-keys.ts';
import { TextField } from './text-field.tsx';
import { TextKeyboard } from './text-keyboard.tsx';
import styles from './text-question.module.css';

interface TextQuestionProps {
  readonly entry: TextEntry;
  /** The question itself, e.g. "Qual é o seu nome?". */
  readonly title: string;
  /** What the field is called, e.g. "Nome completo". */
  readonly label: string;
  /** One line of advice, while nothing is wrong. */
  readonly hint: string;
  /** What is wrong with what was typed, in words; absent: nothing. */
  readonly error?: string | undefined;
  /** What is being done while `entry.busy`. */
  readonly waiting?: string;
  /** Another way on, e.g. "Não tenho". */
  readonly beside?: ReactNode;
  /** Where the customer is, e.g. a progress line. */
  readonly place?: ReactNode;
}

/**
 * A whole screen that asks for one text: question, field, advice, keys, "Continuar". The text goes to main with every
 * key (`enter-text`; with the number pad `key`, `erase` and `clear`), `submit` has it parsed there.
 */
export function TextQuestion(props: TextQuestionProps): ReactElement {
  return props.entry.keyboard === 'digits' ? (
    <DigitsQuestion {...props} />
  ) : (
    <LettersQuestion {...props} key={props.entry.id} kind={props.entry.keyboard} />
  );
}

function DigitsQuestion(props: TextQuestionProps): ReactElement {
  const { t } = useTranslation();
  const { entry, title, label, error, place } = props;
  usePhysicalKeys(!entry.busy);
  return (
    <ScreenFrame
      layout="keypad"
      back
      middle={
        <div className={styles.middle}>
          {place}
          <Heading title={title} />
          <Entry label={label} value={entry.text} empty={t('document.empty')} wrong={error !== undefined} />
          <Advice {...props} />
        </div>
      }
      touch={<Keypad inactive={entry.busy} />}
      primary={<Onward {...props} />}
    />
  );
}

function LettersQuestion({
  kind,
  ...props
}: TextQuestionProps & {
  readonly kind: Exclude<TextEntry['keyboard'], 'digits'>;
}): ReactElement {
  const { send } = useVisit();
  const { entry, title, label, error, place } = props;
  // Main has the same text; what it sends back is not waited for, or the caret would jump.
  const [text, setText] = useState(entry.text);
  const field = useRef<HTMLInputElement | HTMLTextAreaElement>(null);
  const advice = useId();
  return (
    <ScreenFrame
      layout="wide"
      back
      middle={
        <div className={`${styles.middle} ${styles.withKeys}`}>
          {place}
          <Heading title={title} className={styles.question} />
          <div className={styles.typed}>
            <span className={styles.label}>{label}</span>
            <TextField
              entry={entry}
              label={label}
              text={text}
              onText={(typed) => {
                setText(typed);
                send({ type: 'enter-text', text: typed });
              }}
              field={field}
              wrong={error !== undefined}
              describedBy={advice}
            />
          </div>
          <div className={styles.advice} id={advice}>
            <Advice {...props} />
          </div>
        </div>
      }
      touch={<TextKeyboard kind={kind} text={text} field={() => field.current} inactive={entry.busy} />}
      primary={<Onward {...props} />}
    />
  );
}

/** "Continuar", and beside it the other way on where there is one. */
function Onward({ entry, beside }: TextQuestionProps): ReactElement {
  const submit = <SubmitButton inactive={entry.busy || !entry.canSubmit} />;
  if (beside === undefined) return submit;
  return (
    <div className={styles.ways}>
      {beside}
      {submit}
    </div>
  );
}

/** One line: what went wrong, what is being done, or what to type. */
function Advice({ entry, hint, error, waiting }: TextQuestionProps): ReactElement {
  if (entry.busy && waiting !== undefined) {
    return (
      <p className={styles.hint} role="status" data-testid="waiting-for-answer">
        <Spinner /> {waiting}
      </p>
    );
  }
  if (error !== undefined) {
    return (
      <Message tone="error" testId="text-error">
        {error}
      </Message>
    );
  }
  return <p className={styles.hint}>{hint}</p>;
}
