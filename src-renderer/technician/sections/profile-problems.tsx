import type { ReactElement } from 'react';
import type { FieldProblem } from '../../../src-main/contract/technician.ts';
import { Notice } from '../kit/notice.tsx';
import styles from './sections.module.css';

interface ProfileProblemsProps {
  readonly title: string;
  readonly problems: readonly FieldProblem[];
}

/** What is wrong with a profile, and where in its file. */
export function ProfileProblems({ title, problems }: ProfileProblemsProps): ReactElement {
  return (
    <Notice tone="bad" testId="profile-problems">
      <strong>{title}</strong>
      <ul className={styles.problems}>
        {problems.map(({ field, message }) => (
          <li key={`${field} ${message}`}>
            <code>{field}</code> {message}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
