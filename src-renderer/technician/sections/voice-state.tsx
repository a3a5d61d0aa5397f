import type { ReactElement } from 'react';
import { Group } from '../kit/group.tsx';
import { Notice } from '../kit/notice.tsx';
import { displayWords } from '../words/display-words.ts';

const words = displayWords.state;

/** Whether spoken guidance can be had. */
export function VoiceState({ canSpeak }: { readonly canSpeak: boolean }): ReactElement {
  return (
    <Group title={words.title} testId="voice">
      {canSpeak ? (
        <p data-testid="voice-ready">{words.ready}</p>
      ) : (
        <Notice tone="warning" testId="voice-missing">
          {words.missing}
        </Notice>
      )}
    </Group>
  );
}
