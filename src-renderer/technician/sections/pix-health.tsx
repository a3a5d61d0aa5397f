import type { ReactElement } from 'react';
import type { PixAccountItem } from '../../../src-main/contract/technician.ts';
import { Group } from '../kit/group.tsx';
import { Notice } from '../kit/notice.tsx';
import { useMoments } from '../kit/use-moments.ts';
import { stateWords } from '../words/state-words.ts';
import { certificateTones, tellCertificate } from './certificate-state.ts';
import { RowState, type RowTone } from './row-state.tsx';
import styles from './sections.module.css';

const words = stateWords.pix;

/** Which PIX accounts answer, and when they last did. */
export function PixHealth(props: { readonly accounts: readonly PixAccountItem[] }): ReactElement | null {
  if (props.accounts.length === 0) return null;
  return (
    <Group title={words.title} testId="pix-health">
      <ul className={styles.facts}>
        {props.accounts.map((account) => (
          <Account key={account.id} account={account} />
        ))}
      </ul>
    </Group>
  );
}

type Standing = 'up' | 'down' | 'unused';

const tones: Readonly<Record<Standing, RowTone>> = { up: 'good', down: 'bad', unused: 'waiting' };

function Account({ account }: { readonly account: PixAccountItem }): ReactElement {
  const momentOf = useMoments();
  const { id, down, lastSuccessAt, lastFailureAt, certificate } = account;
  const heard = lastSuccessAt !== undefined || lastFailureAt !== undefined;
  const standing: Standing = down ? 'down' : heard ? 'up' : 'unused';
  return (
    <li className={styles.health} data-testid={`pix-health-${id}`} data-state={standing}>
      <span className={styles.strong}>{id}</span>
      <RowState
        tone={tones[standing]}
        word={words[standing]}
        meaning={down ? words.downNext : undefined}
        details={[
          lastSuccessAt === undefined ? undefined : words.lastSuccess(momentOf(lastSuccessAt)),
          lastFailureAt === undefined ? undefined : words.lastFailure(momentOf(lastFailureAt)),
        ]}
      />
      {certificate === undefined || certificate.state === 'good' ? null : (
        <Notice tone={certificateTones[certificate.state]} testId={`certificate-${certificate.state}`}>
          {tellCertificate(certificate, momentOf)}
        </Notice>
      )}
    </li>
  );
}
