import type { ReactElement } from 'react';
import type { TestedTarget } from '../../../src-main/contract/technician.ts';
import { useDraft } from '../kit/draft-context.ts';
import { TestPanel } from '../kit/test-panel.tsx';
import { useCall } from '../kit/use-call.ts';
import styles from './sections.module.css';

interface RelayTestProps {
  readonly target: TestedTarget;
  readonly words: { readonly text: string; readonly action: string };
}

/** Tells one other system of something made up, with the draft as it is. */
export function RelayTest({ target, words }: RelayTestProps): ReactElement {
  const { draft } = useDraft();
  const call = useCall();
  return (
    <TestPanel
      testId={`test-${target.replace(':', '-')}`}
      label={words.action}
      run={() => call('test-relay', { draft, target })}
    >
      <p className={styles.note}>{words.text}</p>
    </TestPanel>
  );
}
