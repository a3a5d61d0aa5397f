import type { ReactElement } from 'react';
import { useDraft } from '../kit/draft-context.ts';
import { ItemList } from '../kit/item-list.tsx';
import { useAnswer } from '../kit/use-call.ts';
import { erpWords } from '../words/erp-words.ts';
import { entriesOf, mostErps, newEntry, textOf } from './erp-draft.ts';
import { ErpEntry } from './erp-entry.tsx';
import styles from './sections.module.css';
import { useChosenEntry } from './use-chosen-entry.ts';

/** The profile that the settings take when none is named. */
const standardProfile = 'contract-a';

/** The ERPs that hold customers and invoices. */
export function ErpSection(): ReactElement {
  const { get, set } = useDraft();
  const profiles = useAnswer('erp-profiles', {});
  const erps = entriesOf(get('erps'));
  const { shown, key, choose, noteAdded, noteRemoved } = useChosenEntry(erps.length);
  const titleOf = (name: string): string =>
    profiles.answer?.find((profile) => profile.name === name)?.title ?? name;
  const add = (): void => {
    set('erps', [...erps, { ...newEntry(erps, 'erp'), profile: standardProfile, baseUrl: '' }]);
    noteAdded();
  };
  const remove = (index: number): void => {
    set(
      'erps',
      erps.filter((_, at) => at !== index),
    );
    noteRemoved(index);
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
        onChoose={choose}
        addLabel={erpWords.add}
        onAdd={erps.length < mostErps ? add : undefined}
        onRemove={remove}
        removeText={erpWords.removeText}
      />
      {erps.length < mostErps ? null : <p className={styles.note}>{erpWords.full}</p>}
      {shown < 0 ? null : (
        <ErpEntry key={key} path={`erps[${shown}]`} profiles={profiles} standard={standardProfile} />
      )}
    </div>
  );
}
