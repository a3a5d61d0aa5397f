import type { ReactElement } from 'react';
import { Notice } from '../kit/notice.tsx';
import type { RowResult } from './use-row-action.ts';

const tones = { done: 'good', gone: 'info', failed: 'bad' } as const;

/** What became of the last thing done to a row. */
export function RowNote(props: {
  readonly result: RowResult | undefined;
  readonly testId: string;
}): ReactElement | null {
  const { result, testId } = props;
  if (result === undefined) return null;
  return (
    <Notice tone={tones[result.outcome]} testId={testId}>
      {result.text}
    </Notice>
  );
}
