import type { ReactElement } from 'react';
import { ChoiceField } from '../kit/choice-field.tsx';
import { useDraft } from '../kit/draft-context.ts';
import { ListField } from '../kit/list-field.tsx';
import { NumberField } from '../kit/number-field.tsx';
import { TextField } from '../kit/text-field.tsx';
import { ToggleField } from '../kit/toggle-field.tsx';
import { erpAdvancedWords } from '../words/erp-advanced-words.ts';

const words = erpAdvancedWords;

const asProfile = { value: undefined, label: words.asProfile };

interface PartProps {
  /** Path of the ERP in the draft. */
  readonly path: string;
}

/** The header that carries the token. */
export function ErpTokenPlace({ path }: PartProps): ReactElement {
  const { get, set } = useDraft();
  const scheme = `${path}.auth.scheme`;
  const alone = get(scheme) === '';
  return (
    <>
      <TextField path={`${path}.auth.header`} {...words.header} placeholder={words.asProfile} />
      {alone ? null : <TextField path={scheme} {...words.scheme} placeholder={words.asProfile} />}
      <ToggleField
        path={`${scheme}-none`}
        {...words.schemeNone}
        on={alone}
        onToggle={(on) => set(scheme, on ? '' : undefined)}
      />
    </>
  );
}

/** How requests go out and how amounts are written. */
export function ErpRequests({ path }: PartProps): ReactElement {
  return (
    <>
      <ChoiceField
        path={`${path}.getInput`}
        label={words.getInput.label}
        hint={words.getInput.hint}
        options={[
          asProfile,
          { value: 'query', label: words.getInput.query },
          { value: 'body', label: words.getInput.body },
        ]}
      />
      <ChoiceField
        path={`${path}.decimalMark`}
        {...words.decimalMark}
        options={[asProfile, { value: ',', label: words.comma }, { value: '.', label: words.dot }]}
      />
      <ChoiceField
        path={`${path}.thousandsMark`}
        label={words.thousandsMark.label}
        hint={words.thousandsMark.hint}
        options={[
          asProfile,
          { value: '', label: words.thousandsMark.none },
          { value: '.', label: words.dot },
          { value: ',', label: words.comma },
        ]}
      />
      <NumberField path={`${path}.timeoutMs`} {...words.timeoutMs} unit={words.ms} />
    </>
  );
}

/** What the ERP's answers to a write-off mean, and when one may be repeated. */
export function ErpWriteOff({ path }: PartProps): ReactElement {
  const add = { addLabel: words.addWord };
  return (
    <>
      <ListField path={`${path}.successWords`} {...words.successWords} {...add} />
      <ListField path={`${path}.alreadySettledWords`} {...words.alreadySettledWords} {...add} />
      <ListField path={`${path}.refusalWords`} {...words.refusalWords} {...add} />
      <ChoiceField
        path={`${path}.repeat`}
        label={words.repeat.label}
        hint={words.repeat.hint}
        options={[
          asProfile,
          { value: 'never', label: words.repeat.never },
          { value: 'after-window', label: words.repeat['after-window'] },
          { value: 'safe', label: words.repeat.safe },
        ]}
      />
      <NumberField path={`${path}.settleWindowSeconds`} {...words.settleWindowSeconds} unit={words.seconds} />
      <NumberField
        path={`${path}.proofIntervalSeconds`}
        {...words.proofIntervalSeconds}
        unit={words.seconds}
      />
    </>
  );
}
