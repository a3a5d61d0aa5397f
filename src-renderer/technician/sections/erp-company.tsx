import type { ReactElement } from 'react';
import { Columns, Group } from '../kit/group.tsx';
import { TextField } from '../kit/text-field.tsx';
import { ToggleField } from '../kit/toggle-field.tsx';
import { erpWords } from '../words/erp-words.ts';
import { useSwitchedPart } from './use-switched-part.ts';

const words = erpWords.company;

/** Whose invoices these are, where it is not the terminal's own company. */
export function ErpCompany({ path: erp }: { readonly path: string }): ReactElement {
  const path = `${erp}.company`;
  const { on, toggle } = useSwitchedPart(path);
  return (
    <Group title={words.title} text={words.text}>
      <ToggleField path={path} {...words.other} on={on} onToggle={toggle} />
      {on ? (
        <>
          <Columns>
            <TextField path={`${path}.name`} {...words.name} />
            <TextField path={`${path}.document`} {...words.document} />
          </Columns>
          <TextField path={`${path}.address`} {...words.address} />
          <TextField path={`${path}.supportPhone`} {...words.supportPhone} />
        </>
      ) : null}
    </Group>
  );
}
