import type { ReactElement } from 'react';
import { useDraft } from '../kit/draft-context.ts';
import { Group } from '../kit/group.tsx';
import { erpWords } from '../words/erp-words.ts';
import { AccountFields } from './account-fields.tsx';
import { entriesOf } from './erp-draft.ts';

const words = erpWords.accounts;

/** Which account collects this ERP's invoices: asked where it could be the wrong one, or where it was said before. */
export function ErpAccounts({ path: erp }: { readonly path: string }): ReactElement | null {
  const { get, set } = useDraft();
  const path = `${erp}.pix`;
  const several = entriesOf(get('erps')).length > 1;
  const accounts = entriesOf(get('pix.accounts'));
  if (get(path) === undefined && !(several && accounts.length > 0)) return null;
  // One ERP alone can do with what the section PIX says.
  const none = several ? [] : [{ value: undefined, label: words.defaultAccount.asPix }];
  const { label, hint } = words.defaultAccount;
  return (
    <Group title={words.title} text={words.text} testId={`accounts-${erp}`}>
      <AccountFields path={path} standard={{ label, hint }} none={none} onNone={() => set(path, undefined)} />
    </Group>
  );
}
