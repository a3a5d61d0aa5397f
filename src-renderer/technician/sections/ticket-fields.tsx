import type { ReactElement } from 'react';
import { Columns, Group } from '../kit/group.tsx';
import { ListField } from '../kit/list-field.tsx';
import { NumberField } from '../kit/number-field.tsx';
import { TextField } from '../kit/text-field.tsx';
import { ToggleField } from '../kit/toggle-field.tsx';
import { ticketWords } from '../words/ticket-words.ts';

/** How customers write tickets and change their contact data at this terminal. */
export function TicketFields(): ReactElement {
  const words = ticketWords.terminal;
  return (
    <Group title={words.title} text={words.text}>
      <ListField path="visit.tickets.subjects" {...words.subjects} addLabel={words.addSubject} />
      <Columns>
        <NumberField
          path="visit.tickets.longestMessage"
          {...words.longestMessage}
          unit={words.letters}
          placeholder="500"
        />
        <ToggleField path="visit.tickets.pendingTexts" {...words.pendingTexts} standard={false} />
        <ToggleField
          path="visit.myData.withoutSecondFactor"
          {...words.withoutSecondFactor}
          standard={false}
        />
      </Columns>
    </Group>
  );
}

/** What every ticket of one ERP says. `path`: the ERP in the draft. */
export function ErpTicketFields({ path }: { readonly path: string }): ReactElement {
  const words = ticketWords.erp;
  return (
    <Group title={words.title} text={words.text}>
      <ListField path={`${path}.tickets.types`} {...words.types} addLabel={words.addType} />
      <Columns>
        <TextField path={`${path}.tickets.typeId`} {...words.typeId} />
        <TextField path={`${path}.tickets.departmentId`} {...words.departmentId} />
        <TextField path={`${path}.tickets.employeeId`} {...words.employeeId} />
      </Columns>
    </Group>
  );
}
