import type { ReactElement } from 'react';
import { useDraft } from '../kit/draft-context.ts';
import { Columns, Group } from '../kit/group.tsx';
import { ItemList } from '../kit/item-list.tsx';
import { SecretField } from '../kit/secret-field.tsx';
import { TextField } from '../kit/text-field.tsx';
import { pixWords } from '../words/pix-words.ts';
import { AccountLimits } from './account-limits.tsx';
import { entriesOf, textOf } from './erp-draft.ts';
import { addStaticAccount, removeStaticAccount } from './pix-draft.ts';
import { useChosenEntry } from './use-chosen-entry.ts';

const words = pixWords.statics;

/** Accounts whose PSP the kiosk cannot ask: a static QR, and the ERP confirms. */
export function StaticAccounts(): ReactElement {
  const { get, set } = useDraft();
  const accounts = entriesOf(get('pix.staticAccounts'));
  const { shown, key, choose, noteAdded, noteRemoved } = useChosenEntry(accounts.length);
  const add = (): void => {
    set('pix', addStaticAccount(get('pix')));
    noteAdded();
  };
  const remove = (index: number): void => {
    set('pix', removeStaticAccount(get('pix'), index));
    noteRemoved(index);
  };
  return (
    <>
      <Group title={words.title} text={words.text}>
        <ItemList
          path="pix.staticAccounts"
          label={words.title}
          items={accounts.map((account) => ({
            title: textOf(account.id) || words.unnamed,
            hint: textOf(account.payeeName) || undefined,
          }))}
          chosen={shown}
          onChoose={choose}
          addLabel={words.add}
          onAdd={add}
          onRemove={remove}
          removeText={words.removeText}
        />
      </Group>
      {shown < 0 ? null : <StaticAccount key={key} path={`pix.staticAccounts[${shown}]`} />}
    </>
  );
}

function StaticAccount({ path }: { readonly path: string }): ReactElement {
  return (
    <>
      <Group title={words.account}>
        <Columns>
          <TextField path={`${path}.id`} {...pixWords.id} />
          <TextField path={`${path}.payeeName`} {...words.payeeName} />
          <TextField path={`${path}.city`} {...words.city} />
        </Columns>
        <SecretField path={`${path}.key`} {...pixWords.key} />
      </Group>
      <AccountLimits path={path} />
    </>
  );
}
