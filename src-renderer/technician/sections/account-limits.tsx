import type { ReactElement } from 'react';
import { Columns, Group } from '../kit/group.tsx';
import { NumberField } from '../kit/number-field.tsx';
import { pixWords } from '../words/pix-words.ts';
import { HoursField } from './hours-field.tsx';

const words = pixWords;

/** What an account takes, and when. */
export function AccountLimits({ path }: { readonly path: string }): ReactElement {
  return (
    <Group title={words.limits}>
      <Columns>
        <NumberField path={`${path}.limits.minimumCents`} {...words.minimumCents} unit={words.cents} />
        <NumberField path={`${path}.limits.maximumCents`} {...words.maximumCents} unit={words.cents} />
      </Columns>
      <HoursField path={`${path}.limits.hours`} wording={words.hours} />
    </Group>
  );
}
