import { type ReactElement, useState } from 'react';
import { useDraft } from '../kit/draft-context.ts';
import { ItemList } from '../kit/item-list.tsx';
import { useAnswer } from '../kit/use-call.ts';
import { erpWords } from '../words/erp-words.ts';
import { entriesOf, mostErps, newEntry, textOf } from './erp-draft.ts';
import { ErpEntry } from './erp-entry.tsx';
import styles from './sections.module.css';

/** The profile that the settings take when none is named. */
const standardProfile = 'contract-a';

/** The ERPs that hold customers and invoices. */
export function ErpSection(): ReactElement {
  const { get, set } = useDraft();
  const [chosen, setChosen] = useState(0);
  // Fields remember what was stored in them; after a removal another ERP has their place.
  const [round, setRound] = useState(0);
  const profiles = useAnswer('erp-profiles', {});
  const erps = entriesOf(get('erps'));
  const shown = Math.min(chosen, erps.length - 1);
  const titleOf = (name: string): string =>
    profiles.answer?.find((profile) => profile.name === name)?.title ?? name;
  const add = (): void => {
    set('erps', [...erps, { ...newEntry(erps, 'erp'), profile: standardProfile, baseUrl: '' }]);
    setChosen(erps.length);
  };
  const remove = (index: number): void => {
    set(
      'erps',
      erps.filter((_, at) => at !== index),
    );
    setChosen(Math.max(0, index - 1));
    setRound(round + 1);
  };
  return (
    <div className={styles.section}>
      <p className={styles.intro}>{erps.length === 0 ? erpWords.empty : erpWords.intro}</p>
      <ItemList
        path="erps"
        label={erpWords.title}
        items={erps.map((erp) => ({
          title: textOf(erp.id) || erpWords.unnamed,
          hint: textOf(erp.companyName) || titleOf(textOf(erp.profile) || standardProfile),
        }))}
        chosen={shown}
        onChoose={setChosen}
        addLabel={erpWords.add}
        onAdd={erps.length < mostErps ? add : undefined}
        onRemove={remove}
        removeText={erpWords.removeText}
      />
      {erps.length < mostErps ? null : <p className={styles.note}>{erpWords.full}</p>}
      {shown < 0 ? null : (
        <ErpEntry
          key={`${round}-${shown}`}
          path={`erps[${shown}]`}
          profiles={profiles}
          standard={standardProfile}
        />
      )}
    </div>
  );
}
