import type { ReactElement } from 'react';
import { Columns, Group } from '../kit/group.tsx';
import { NumberField } from '../kit/number-field.tsx';
import { TextField } from '../kit/text-field.tsx';
import { ToggleField } from '../kit/toggle-field.tsx';
import { serviceWords as words } from '../words/service-words.ts';

/** What customers may do besides paying. */
export function ServicesGroup(): ReactElement {
  return (
    <>
      <Group title={words.title} text={words.text}>
        <Columns>
          <ToggleField path="visit.services.secondCopies" {...words.secondCopies} />
          <ToggleField path="visit.services.services" {...words.services} />
          <ToggleField path="visit.services.tickets" {...words.tickets} />
          <ToggleField path="visit.services.myData" {...words.myData} />
          <ToggleField path="visit.services.orders" {...words.orders} />
          <ToggleField path="visit.services.join" {...words.join} />
          <ToggleField path="visit.services.callAttendant" {...words.callAttendant} />
          <ToggleField path="visit.services.messages" {...words.messages} />
        </Columns>
      </Group>
      <TrustUnlockGroup />
    </>
  );
}

function TrustUnlockGroup(): ReactElement {
  const { trustUnlock } = words;
  return (
    <Group title={trustUnlock.title}>
      <ToggleField path="visit.services.trustUnlock" {...trustUnlock.offered} />
      <TextField path="visit.trustUnlock.terms" {...trustUnlock.terms} />
      <Columns>
        <NumberField
          path="visit.trustUnlock.days"
          {...trustUnlock.length}
          unit={trustUnlock.days}
          placeholder="3"
        />
        <NumberField
          path="visit.trustUnlock.onceInDays"
          {...trustUnlock.onceInDays}
          unit={trustUnlock.days}
          placeholder="30"
        />
        <NumberField
          path="visit.trustUnlock.maxOverdueInvoices"
          {...trustUnlock.maxOverdue}
          unit={trustUnlock.invoices}
        />
        <ToggleField path="visit.trustUnlock.heldByPendingMessages" {...trustUnlock.heldByPending} standard />
      </Columns>
    </Group>
  );
}
