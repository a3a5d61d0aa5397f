import type { ReactElement } from 'react';
import { useDraft } from '../kit/draft-context.ts';
import { FieldFrame } from '../kit/field-frame.tsx';
import { Columns, Group } from '../kit/group.tsx';
import { SecretField } from '../kit/secret-field.tsx';
import { TestPanel } from '../kit/test-panel.tsx';
import { TextField } from '../kit/text-field.tsx';
import { TextInput } from '../kit/text-input.tsx';
import { useCall } from '../kit/use-call.ts';
import { pixWords } from '../words/pix-words.ts';
import { AccountLimits } from './account-limits.tsx';
import { textOf } from './erp-draft.ts';
import { renameAccount } from './pix-draft.ts';
import { PspAccess } from './psp-access.tsx';
import styles from './sections.module.css';

const words = pixWords;

/** One account: who is paid, and how the kiosk gets in at the PSP. */
export function PixAccount({ index }: { readonly index: number }): ReactElement {
  const { draft, get, replace } = useDraft();
  const call = useCall();
  const path = `pix.accounts[${index}]`;
  const account = textOf(get(`${path}.id`));
  return (
    <>
      <Group title={words.account}>
        <Columns>
          <FieldFrame path={`${path}.id`} {...words.id}>
            {(control) => (
              <TextInput
                {...control}
                value={account}
                onValue={(id) => replace(renameAccount(draft, index, id))}
              />
            )}
          </FieldFrame>
          <TextField path={`${path}.payeeName`} {...words.payeeName} />
        </Columns>
        <SecretField path={`${path}.key`} {...words.key} />
      </Group>
      <PspAccess path={path} />
      <AccountLimits path={path} />
      <Group title={words.test.title} text={words.test.text}>
        <TestPanel
          testId="test-pix"
          label={words.test.action}
          inactive={account === ''}
          run={() => call('test-pix', { draft, account })}
        >
          {account === '' ? <p className={styles.note}>{words.test.needsId}</p> : null}
        </TestPanel>
      </Group>
    </>
  );
}
