import { RefreshCw } from 'lucide-react';
import type { ReactElement } from 'react';
import { kitWords } from '../words/kit-words.ts';
import { Button } from './button.tsx';
import { Notice } from './notice.tsx';

interface LiveStateProps {
  readonly live: {
    readonly answer: unknown;
    readonly busy: boolean;
    readonly failed: boolean;
    readonly reload: () => void;
  };
  readonly busy?: string;
  readonly failed?: string;
}

/** In place of an answer that is not there yet, or did not come; nothing once it is there. */
export function LiveState({ live, busy, failed }: LiveStateProps): ReactElement | null {
  const { answer } = live;
  if (live.failed) {
    return (
      <>
        <Notice tone="bad">{failed ?? kitWords.answer.failed}</Notice>
        <div>
          <Button testId="answer-retry" icon={RefreshCw} busy={live.busy} onPress={live.reload}>
            {kitWords.answer.retry}
          </Button>
        </div>
      </>
    );
  }
  if (answer !== undefined || !live.busy) return null;
  return <Notice tone="info">{busy ?? kitWords.answer.busy}</Notice>;
}
