import { type ReactElement, type ReactNode, useId } from 'react';
import styles from './group.module.css';

interface GroupProps {
  readonly title: string;
  /** A sentence under the title: what this is good for. */
  readonly text?: string | undefined;
  readonly testId?: string;
  /** Buttons at the title's right. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** Fields that belong together, under one title. Short ones stand two abreast where there is room. */
export function Group({ title, text, testId, actions, children }: GroupProps): ReactElement {
  const id = useId();
  return (
    <section className={styles.group} aria-labelledby={id} data-testid={testId}>
      <div className={styles.head}>
        <h3 className={styles.title} id={id}>
          {title}
        </h3>
        {actions}
      </div>
      {text === undefined ? null : <p className={styles.text}>{text}</p>}
      {children}
    </section>
  );
}

/** Puts short fields of a group side by side where there is room. */
export function Columns({ children }: { readonly children: ReactNode }): ReactElement {
  return <div className={styles.columns}>{children}</div>;
}

/** Buttons in a row. */
export function Actions({ children }: { readonly children: ReactNode }): ReactElement {
  return <div className={styles.actions}>{children}</div>;
}
