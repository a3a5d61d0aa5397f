import type { ReactElement } from 'react';
import { useDraft } from '../kit/draft-context.ts';
import { Notice } from '../kit/notice.tsx';
import { stateWords } from '../words/state-words.ts';
import styles from './sections.module.css';

const words = stateWords.notRunning;

/** More than these would be a page of their own; the bar below leads to all of them. */
const mostShown = 8;

/** No kiosk runs: what its settings lack. */
export function NotRunning(): ReactElement {
  const { problems } = useDraft();
  const more = problems.length - mostShown;
  return (
    <Notice tone="warning" testId="not-running">
      <strong>{words.title}</strong>
      {problems.length === 0 ? (
        <span>{words.nothing}</span>
      ) : (
        <>
          <span>{words.text}</span>
          <ul className={styles.problems}>
            {problems.slice(0, mostShown).map(({ field, message }) => (
              <li key={`${field} ${message}`}>
                <code>{field}</code> {message}
              </li>
            ))}
          </ul>
          {more > 0 ? <span>{words.more(more)}</span> : null}
        </>
      )}
    </Notice>
  );
}
