import { TriangleAlert } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
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
  /** The problem to show, where it is not just the one at `path`. */
  readonly problem?: string | undefined;
  readonly children: (control: FieldControl) => ReactNode;
}

/** The id under which a field's control can be found. */
export function fieldId(path: string): string {
  return `field-${path}`;
}

/** Label above, hint below, and what is wrong in red at the field. */
export function FieldFrame({ path, label, hint, group = false, ...rest }: FieldFrameProps): ReactElement {
  const { problemAt } = useDraft();
  const problem = rest.problem ?? problemAt(path);
  const id = fieldId(path);
  const described = [problem === undefined ? '' : `${id}-problem`, hint === undefined ? '' : `${id}-hint`];
  const control: FieldControl = {
    id,
    'data-testid': id,
    'aria-describedby': described.join(' ').trim() || undefined,
    'aria-invalid': problem === undefined ? undefined : true,
  };
  return (
    <div
      className={styles.field}
      data-testid={`${id}-box`}
      data-wrong={problem === undefined ? undefined : ''}
    >
      {group ? (
        <span className={styles.label} id={`${id}-label`}>
          {label}
        </span>
      ) : (
        <label className={styles.label} id={`${id}-label`} htmlFor={id}>
          {label}
        </label>
      )}
      {rest.children(control)}
      {problem === undefined ? null : (
        <p className={styles.problem} id={`${id}-problem`} data-testid={`problem-${path}`}>
          <TriangleAlert className={styles.problemIcon} aria-hidden="true" />
          <span>{problem}</span>
        </p>
      )}
      {hint === undefined ? null : (
        <p className={styles.hint} id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
