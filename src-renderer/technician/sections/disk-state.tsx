import type { ReactElement } from 'react';
import type { KioskState } from '../../../src-main/contract/technician.ts';
import { formatBytes } from '../kit/format-moment.ts';
import { Group } from '../kit/group.tsx';
import { Notice } from '../kit/notice.tsx';
import { stateWords } from '../words/state-words.ts';
import { isDiskLow } from './machine-health.ts';

const words = stateWords.disk;

/** How much room there is for what the kiosk must write down. */
export function DiskState({ disk }: { readonly disk: KioskState['disk'] }): ReactElement {
  const { freeBytes, totalBytes } = disk;
  return (
    <Group title={words.title} testId="disk">
      {totalBytes === 0 ? (
        <Notice tone="warning">{words.unknown}</Notice>
      ) : (
        <Notice tone={isDiskLow(freeBytes) ? 'bad' : 'good'}>
          <strong>{words.free(formatBytes(freeBytes), formatBytes(totalBytes))}</strong>
          {isDiskLow(freeBytes) ? <span>{words.low}</span> : null}
        </Notice>
      )}
    </Group>
  );
}
