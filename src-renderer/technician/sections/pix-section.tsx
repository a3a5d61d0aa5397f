import { type ReactElement, useState } from 'react';
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

const words = pixWords;

const refundOptions = (['by-hand', 'automatic'] as const).map((value) => ({
  value,
  label: words.refunds[value],
  hint: words.refunds[`${value}-hint`],
}));

/** Receiving by PIX: accounts at PSPs, which of them collects what, and the times. */
export function PixSection(): ReactElement {
  const { get, set } = useDraft();
  const [chosen, setChosen] = useState(0);
  // Fields remember what was stored in them; after a removal another account has their place.
  const [round, setRound] = useState(0);
  const accounts = entriesOf(get('pix.accounts'));
  const shown = Math.min(chosen, accounts.length - 1);
  const add = (): void => {
    set('pix', addAccount(get('pix')));
    setChosen(accounts.length);
  };
  const remove = (index: number): void => {
    set('pix', removeAccount(get('pix'), index));
    setChosen(Math.max(0, index - 1));
    setRound(round + 1);
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
        onChoose={setChosen}
        addLabel={words.add}
        onAdd={add}
        onRemove={remove}
        removeText={words.removeText}
      />
      {shown < 0 ? null : <PixAccount key={`${round}-${shown}`} index={shown} />}
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
