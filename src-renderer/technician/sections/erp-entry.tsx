import { type ReactElement, useEffect, useState } from 'react';
import type { ErpProfileChoice } from '../../../src-main/contract/technician.ts';
import { useDraft } from '../kit/draft-context.ts';
import { FoldButton } from '../kit/fold-button.tsx';
import { Columns, Group } from '../kit/group.tsx';
import { Notice } from '../kit/notice.tsx';
import { TextField } from '../kit/text-field.tsx';
import type { LiveAnswer } from '../kit/use-call.ts';
import { erpAdvancedWords, operationName } from '../words/erp-advanced-words.ts';
import { erpWords } from '../words/erp-words.ts';
import { ErpAccounts } from './erp-accounts.tsx';
import { ErpRequests, ErpTokenPlace, ErpWriteOff } from './erp-advanced.tsx';
import { ErpCompany } from './erp-company.tsx';
import { ErpCredentials } from './erp-credentials.tsx';
import { canWriteOff, textOf } from './erp-draft.ts';
import { ErpOperations } from './erp-operations.tsx';
import { ErpProfile } from './erp-profile.tsx';
import { ErpTest } from './erp-test.tsx';
import { ErpJoinFields } from './join-fields.tsx';
import styles from './sections.module.css';
import { ErpTicketFields } from './ticket-fields.tsx';

interface ErpEntryProps {
  /** Path of the ERP in the draft, e.g. `erps[0]`. */
  readonly path: string;
  readonly profiles: LiveAnswer<'erp-profiles'>;
  /** The profile that counts when none is named. */
  readonly standard: string;
}

/** One ERP: which it is, how to get in, what is different, and whether it works. */
export function ErpEntry({ path, profiles, standard }: ErpEntryProps): ReactElement {
  const { get } = useDraft();
  const name = textOf(get(`${path}.profile`)) || standard;
  const profile = profiles.answer?.find((choice) => choice.name === name);
  return (
    <>
      <Group title={erpWords.identity}>
        <Columns>
          <TextField path={`${path}.id`} {...erpWords.id} />
          <TextField path={`${path}.companyName`} {...erpWords.companyName} />
        </Columns>
      </Group>
      <ErpProfile path={path} name={name} profiles={profiles} />
      <Group title={erpWords.access}>
        <TextField path={`${path}.baseUrl`} {...erpWords.baseUrl} keyboard="url" placeholder="https://" />
        {profile === undefined ? null : <ErpCredentials path={path} needed={profile.credentials} />}
      </Group>
      {profile === undefined || canWriteOff(get(path), profile) ? null : (
        <Notice tone="warning" testId={`no-write-off-${path}`}>
          <strong>{erpWords.noWriteOff.title(operationName('writeOffInvoice'))}</strong>
          <span>{erpWords.noWriteOff.text}</span>
        </Notice>
      )}
      <ErpTest path={path} profile={profile} />
      <ErpCompany path={path} />

      <ErpAccounts path={path} />
      <ErpTicketFields path={path} />
      <ErpJoinFields path={path} />
      <Advanced path={path} profile={profile} />
    </>
  );
}

/** Shut until asked for, or until a problem leads into it. */
function Advanced(props: {
  readonly path: string;
  readonly profile: ErpProfileChoice | undefined;
}): ReactElement {
  const { path, profile } = props;
  const { revealed } = useDraft();
  const wanted = revealed !== undefined && isAdvanced(revealed.path, path);
  const [open, setOpen] = useState(wanted);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each way to a problem opens it anew
  useEffect(() => {
    if (wanted) setOpen(true);
  }, [wanted, revealed]);
  return (
    <>
      <Group
        title={erpAdvancedWords.title}
        text={erpAdvancedWords.text}
        actions={
          <FoldButton testId={`advanced-${path}`} open={open} onFold={setOpen}>
            {open ? erpAdvancedWords.hide : erpAdvancedWords.show}
          </FoldButton>
        }
      >
        {null}
      </Group>
      {open ? (
        <div className={styles.section}>
          <Group title={erpAdvancedWords.operationsTitle} text={erpAdvancedWords.operationsText}>
            <ErpOperations path={path} operations={profile?.operations ?? []} />
          </Group>
          <Group title={erpAdvancedWords.requests}>
            <ErpRequests path={path} />
          </Group>
          <Group title={erpAdvancedWords.auth}>
            <ErpTokenPlace path={path} />
          </Group>
          <Group title={erpAdvancedWords.writeOff}>
            <ErpWriteOff path={path} />
          </Group>
        </div>
      ) : null}
    </>
  );
}

const plainFields =
  /^(?:id|companyName|company(?:\..*)?|pix\..*|tickets\..*|join\..*|profile|baseUrl|auth\.(?:token|username|password|clientId|clientSecret))$/;

function isAdvanced(revealed: string, erp: string): boolean {
  return revealed.startsWith(`${erp}.`) && !plainFields.test(revealed.slice(erp.length + 1));
}
