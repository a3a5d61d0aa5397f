import type { ReactElement } from 'react';
import type { ObservedExchange } from '../../../src-main/contract/technician.ts';
import { kitWords } from '../words/kit-words.ts';
import styles from './test-panel.module.css';

const words = kitWords.test;

interface ExchangeProps {
  readonly exchange: ObservedExchange;
  readonly testId: string;
}

/** One request and its answer, as they went over the line. */
export function Exchange({ exchange, testId }: ExchangeProps): ReactElement {
  const { method, url, headers, body, status, answer, failure, tookMs } = exchange;
  const outcome = [status === undefined ? words.noStatus : String(status), failure, words.took(tookMs)];
  return (
    <div className={styles.exchange} data-testid={testId}>
      <RawText title={words.request} text={`${method} ${url}`} testId={`${testId}-request`} />
      {headers.length === 0 ? null : (
        <RawText
          title={words.headers}
          text={headers.map(([name, value]) => `${name}: ${value}`).join('\n')}
          testId={`${testId}-headers`}
        />
      )}
      {body === undefined ? null : (
        <RawText title={words.requestBody} text={prettyPrint(body)} testId={`${testId}-body`} />
      )}
      <p className={styles.status} data-testid={`${testId}-status`}>
        {`${words.status}: ${outcome.filter((part) => part !== undefined).join(' · ')}`}
      </p>
      {answer === undefined ? null : (
        <RawText
          title={words.answer}
          text={answer === '' ? words.emptyAnswer : prettyPrint(answer)}
          testId={`${testId}-answer`}
        />
      )}
    </div>
  );
}

interface RawTextProps {
  readonly title: string;
  readonly text: string;
  readonly testId: string;
}

/** Text as it is, in a box that scrolls by itself when it is long. */
export function RawText({ title, text, testId }: RawTextProps): ReactElement {
  return (
    <div className={styles.raw}>
      <span className={styles.rawTitle}>{title}</span>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <pre className={styles.rawText} data-testid={testId} tabIndex={0}>
        {text}
      </pre>
    </div>
  );
}

/** JSON with indents; anything else as it came. */
export function prettyPrint(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
