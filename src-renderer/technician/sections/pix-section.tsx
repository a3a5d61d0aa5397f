import type { ReactElement } from 'react';
import { ChoiceField } from '../kit/choice-field.tsx';
import { useDraft } from '../kit/draft-context.ts';
import { Columns, Group } from '../kit/group.tsx';
import { ItemList } from '../kit/item-list.tsx';
import { Notice } from '../kit/notice.tsx';
import { NumberField } from '../kit/number-field.tsx';
import { pixWords } from '../words/pix-words.ts';
import { AccountFields } from './account-fields.tsx';
import { entriesOf, textOf } from './erp-draft.ts';
import { PixAccount } from './pix-account.tsx';
import { addAccount, removeAccount } from './pix-draft.ts';
import styles from './sections.module.css';
import { StaticAccounts } from './static-accounts.tsx';
import { useChosenEntry } from './use-chosen-entry.ts';

const words = pixWords;

const refundOptions = (['by-hand', 'automatic'] as const).map((value) => ({
  value,
  label: words.refunds[value],
  hint: words.refunds[`${value}-hint`],
}));

/** Receiving by PIX: accounts at PSPs, which of them collects what, and the times. */
export function PixSection(): ReactElement {
  const { get, set } = useDraft();
  const accounts = entriesOf(get('pix.accounts'));
  const { shown, key, choose, noteAdded, noteRemoved } = useChosenEntry(accounts.length);
  const add = (): void => {
    set('pix', addAccount(get('pix')));
    noteAdded();
  };
  const remove = (index: number): void => {
    set('pix', removeAccount(get('pix'), index));
    noteRemoved(index);
  };
  return (
    <div className={styles.section}>
      <p className={styles.intro}>{words.intro}</p>
      {accounts.length > 0 ? null : (
        <Notice tone="info" testId="pix-no-accounts">
          {words.none}
        </Notice>
      )}
      <ItemList
        path="pix.accounts"
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
      {shown < 0 ? null : <PixAccount key={key} index={shown} />}
      <StaticAccounts />
      {accounts.length + entriesOf(get('pix.staticAccounts')).length === 0 ? null : (
        <Group title={words.choice}>
          <AccountFields path="pix" standard={words.defaultAccount} />
        </Group>
      )}
      <Group title={words.refunds.title}>
        <ChoiceField
          path="pix.refunds"
          label={words.refunds.label}
          hint={words.refunds.hint}
          options={refundOptions}
          standard="by-hand"
        />
      </Group>
      <Group title={words.times}>
        <Columns>
          <NumberField
            path="pix.chargeExpirySeconds"
            {...words.chargeExpirySeconds}
            unit={words.seconds}
            placeholder="600"
          />
          <NumberField
            path="pix.erpChargeWaitSeconds"
            {...words.erpChargeWaitSeconds}
            unit={words.seconds}
            placeholder="900"
          />
        </Columns>
      </Group>
    </div>
  );
}
