import type { ReactElement } from 'react';
import { ChoiceField } from '../kit/choice-field.tsx';
import { Columns, Group } from '../kit/group.tsx';
import { ListField } from '../kit/list-field.tsx';
import { TextField } from '../kit/text-field.tsx';
import { ToggleField } from '../kit/toggle-field.tsx';
import { joinWords } from '../words/join-words.ts';

const { rules, fields } = joinWords.terminal;

const ruleOptions = (['required', 'optional', 'hidden'] as const).map((value) => ({
  value,
  label: rules[value],
}));

const asked = [
  ['birthDate', 'required'],
  ['email', 'optional'],
  ['complement', 'optional'],
  ['landmark', 'optional'],
  ['origin', 'optional'],
  ['reseller', 'optional'],
] as const;

/** How people become customers at this terminal. */
export function JoinFields(): ReactElement {
  const words = joinWords.terminal;
  return (
    <Group title={words.title} text={words.text}>
      <TextField path="visit.join.consentText" {...words.consentText} />
      <TextField path="visit.join.orderTerms" {...words.orderTerms} />
      <ToggleField path="visit.join.heldByPendingMessages" {...words.heldByPending} standard={true} />
      <Columns>
        {asked.map(([name, standard]) => (
          <ChoiceField
            key={name}
            path={`visit.join.fields.${name}`}
            {...fields[name]}
            options={ruleOptions}
            standard={standard}
          />
        ))}
      </Columns>
    </Group>
  );
}

/** What registrations in one ERP are made of. `path`: the ERP in the draft. */
export function ErpJoinFields({ path }: { readonly path: string }): ReactElement {
  const words = joinWords.erp;
  const { best, ...kinds } = words.kinds;
  return (
    <Group title={words.title} text={words.text}>
      <ChoiceField
        path={`${path}.join.creates`}
        {...words.creates}
        options={[
          { value: undefined, ...best },
          { value: 'prospect', ...kinds.prospect },
          { value: 'order', ...kinds.order },
          { value: 'lead', ...kinds.lead },
        ]}
      />
      <ListField path={`${path}.join.products`} {...words.products} addLabel={words.addProduct} />
      <ListField path={`${path}.join.cities`} {...words.cities} addLabel={words.addCity} />
      <Columns>
        <TextField path={`${path}.join.resellerId`} {...words.resellerId} />
        <TextField path={`${path}.join.originId`} {...words.originId} />
      </Columns>
    </Group>
  );
}
