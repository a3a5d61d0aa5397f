import type { ReactElement } from 'react';
import { ExportButton } from '../kit/export-button.tsx';
import { Actions, Group } from '../kit/group.tsx';
import { stateWords } from '../words/state-words.ts';

const words = stateWords.log;

/** The kiosk's log, to be taken along on a drive. */
export function LogDownload(): ReactElement {
  return (
    <Group title={words.title} text={words.text} testId="log">
      <Actions>
        <ExportButton what="export-log" label={words.action} />
      </Actions>
    </Group>
  );
}
