import type { ReactElement } from 'react';
import { ChoiceField, type Option } from '../kit/choice-field.tsx';
import { useDraft } from '../kit/draft-context.ts';
import { MapField } from '../kit/map-field.tsx';
import { pixWords } from '../words/pix-words.ts';
import { accountOptions } from './pix-draft.ts';

interface AccountFieldsProps {
  /** Where `defaultAccount` and `accountByIdentifier` stand in the draft. */
  readonly path: string;
  readonly standard: { readonly label: string; readonly hint: string };
  /** Further choices for the standard account: to say nothing here. */
  readonly none?: readonly Option[];
  readonly onNone?: () => void;
}

/** Which account collects what: the standard one, and others by the invoice's identifier. */
export function AccountFields(props: AccountFieldsProps): ReactElement {
  const { path, standard, none = [], onNone } = props;
  const { get, set } = useDraft();
  const options = accountOptions(get('pix'));
  const { key, value, add, ...byIdentifier } = pixWords.accountByIdentifier;
  return (
    <>
      <ChoiceField
        path={`${path}.defaultAccount`}
        {...standard}
        options={[...none, ...options]}
        onChoose={(account) => (account === undefined ? onNone?.() : set(`${path}.defaultAccount`, account))}
      />
      <MapField
        path={`${path}.accountByIdentifier`}
        {...byIdentifier}
        keyLabel={key}
        valueLabel={value}
        addLabel={add}
        options={options}
      />
    </>
  );
}
