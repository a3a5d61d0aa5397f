import { TriangleAlert } from 'lucide-react';
import type { FocusEvent, ReactElement, ReactNode } from 'react';
import { useDraft } from './draft-context.ts';
import styles from './field.module.css';

/** What every field takes. */
export interface FieldProps {
  /** Where the value stands in the draft, e.g. `erps[0].baseUrl`. */
  readonly path: string;
  readonly label: string;
  /** In plain words: what it is for, or where to find it. */
  readonly hint?: string | undefined;
}

/** What ties a control to its label, hint and problem. */
export interface FieldControl {
  readonly id: string;
  readonly 'data-testid': string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

interface FieldFrameProps extends FieldProps {
  /** Several controls under one label: the label names the group instead of one of them. */
  readonly group?: boolean;
  /** Shows what is wrong with anything below `path`, too. */
  readonly whole?: boolean;
  /** A problem that is no field's of the draft. */
  readonly problem?: string | undefined;
  readonly children: (control: FieldControl) => ReactNode;
}

/** A word that comes while a finger is still down would push its target away; a touch is over sooner (milliseconds). */
const afterTouchMs = 250;

/** A problem of up to so many letters has room beside the label, so that nothing moves when it comes. */
const shortProblem = 20;

/** The id under which a field's control can be found. */
export function fieldId(path: string): string {
  return `field-${path}`;
}

/** Label above, hint below, and in red what is wrong with a field that somebody was in. */
export function FieldFrame(props: FieldFrameProps): ReactElement {
  const { path, label, hint, group = false, whole = false, children } = props;
  const { problemAt, touch } = useDraft();
  const problem = props.problem ?? problemAt(path, whole);
  const id = fieldId(path);
  const described = [problem === undefined ? '' : `${id}-problem`, hint === undefined ? '' : `${id}-hint`];
  const control: FieldControl = {
    id,
    'data-testid': id,
    'aria-describedby': described.join(' ').trim() || undefined,
    'aria-invalid': problem === undefined ? undefined : true,
  };
  const leave = ({ currentTarget, relatedTarget }: FocusEvent): void => {
    if (!currentTarget.contains(relatedTarget)) setTimeout(() => touch(path), afterTouchMs);
  };
  const told = problem === undefined ? null : <Problem path={path} text={problem} />;
  const beside = (problem?.length ?? 0) <= shortProblem;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears that the focus left its controls
    <div
      className={styles.field}
      data-testid={`${id}-box`}
      data-wrong={problem === undefined ? undefined : ''}
      onBlur={leave}
    >
      <span className={styles.head}>
        {group ? (
          <span className={styles.label} id={`${id}-label`}>
            {label}
          </span>
        ) : (
          <label className={styles.label} id={`${id}-label`} htmlFor={id}>
            {label}
          </label>
        )}
        {beside ? told : null}
      </span>
      {!beside && whole ? told : null}
      {children(control)}
      {beside || whole ? null : told}
      {hint === undefined ? null : (
        <p className={styles.hint} id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}

function Problem({ path, text }: { readonly path: string; readonly text: string }): ReactElement {
  return (
    <span className={styles.problem} id={`${fieldId(path)}-problem`} data-testid={`problem-${path}`}>
      <TriangleAlert className={styles.problemIcon} aria-hidden="true" />
      <span>{text}</span>
    </span>
  );
}
