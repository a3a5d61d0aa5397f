import type { ReactElement } from 'react';
import { ChecksField } from '../kit/checks-field.tsx';
import { ChoiceField } from '../kit/choice-field.tsx';
import { Columns, Group } from '../kit/group.tsx';
import { ToggleField } from '../kit/toggle-field.tsx';
import { displayWords as words } from '../words/display-words.ts';

/** How the screens speak and look, and what of it a customer may change. */
export function DisplayGroup(): ReactElement {
  return (
    <Group title={words.title} testId="display">
      <ChoiceField path="display.language" {...words.language} options={words.names} standard="pt-BR" />
      <ChecksField path="display.languages" {...words.languages} options={words.names} />
      <Columns>
        <ToggleField path="display.modes" {...words.modes} standard />
        <ToggleField path="display.voice" {...words.voice} standard />
      </Columns>
    </Group>
  );
}
