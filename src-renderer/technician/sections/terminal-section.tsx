import type { ReactElement } from 'react';
import { ChoiceField } from '../kit/choice-field.tsx';
import { ColorField } from '../kit/color-field.tsx';
import { useDraft } from '../kit/draft-context.ts';
import { Columns, Group } from '../kit/group.tsx';
import { NumberField } from '../kit/number-field.tsx';
import { TextField } from '../kit/text-field.tsx';
import { ToggleField } from '../kit/toggle-field.tsx';
import { terminalWords } from '../words/terminal-words.ts';
import { DisplayGroup } from './display-group.tsx';
import { HoursField } from './hours-field.tsx';
import { JoinFields } from './join-fields.tsx';
import { LogoField } from './logo-field.tsx';
import { ServicesGroup } from './services-group.tsx';
import { TicketFields } from './ticket-fields.tsx';

const words = terminalWords;

/** This kiosk, its company, and how a customer's visit goes. */
export function TerminalSection(): ReactElement {
  return (
    <>
      <Group title={words.company.title}>
        <Columns>
          <TextField path="terminal.companyName" {...words.company.name} />
          <TextField path="terminal.companyDocument" {...words.company.document} />
        </Columns>
        <TextField path="terminal.companyAddress" {...words.company.address} />
        <Columns>
          <TextField path="terminal.supportPhone" {...words.company.phone} />
          <TextField path="terminal.id" {...words.kiosk.id} placeholder="T01" />
          <TextField path="terminal.agentEmail" {...words.kiosk.agentEmail} />
        </Columns>
      </Group>
      <Group title={words.look.title}>
        <ColorField
          path="terminal.brandColor"
          {...words.look.color}
          standard="#0b6e4f"
          swatches={words.look.swatches}
        />
        <LogoField path="terminal.logo" />
      </Group>
      <DisplayGroup />
      <Group title={words.hours.title}>
        <HoursField path="terminal.hours" />
        <TimeZoneField path="terminal.timeZone" />
      </Group>
      <Group title={words.offer.title}>
        <Columns>
          <ToggleField path="visit.offer.pix" {...words.offer.pix} standard />
          <ToggleField path="visit.offer.several" {...words.offer.several} standard />
          <ToggleField path="visit.offer.slip" {...words.offer.slip} standard />
          <ToggleField path="visit.offer.boleto" {...words.offer.boleto} standard />
          <ToggleField path="visit.payWithoutPaper" {...words.offer.payWithoutPaper} standard />
          <NumberField
            path="visit.serviceReturnHours"
            {...words.offer.serviceReturnHours}
            unit={words.offer.serviceReturnUnit}
            placeholder="24"
          />
          <NumberField
            path="visit.receiptCopyDays"
            {...words.offer.receiptCopyDays}
            unit={words.offer.days}
            placeholder="30"
          />
          <NumberField
            path="privacy.personalDataDays"
            {...words.offer.personalDataDays}
            unit={words.offer.days}
            placeholder="90"
          />
        </Columns>
      </Group>
      <ServicesGroup />
      <TicketFields />
      <JoinFields />
      <VisitGroup />
    </>
  );
}

function VisitGroup(): ReactElement {
  const { visit } = words;
  return (
    <Group title={visit.title}>
      <ChoiceField
        path="visit.secondFactor"
        {...visit.secondFactor}
        options={visit.secondFactors}
        standard="none"
      />
      <Columns>
        <NumberField
          path="visit.blockMinutes"
          {...visit.blockMinutes}
          unit={visit.minutes}
          placeholder="15"
        />
        <NumberField path="visit.idleSeconds" {...visit.idle} unit={visit.seconds} placeholder="45" />
        <NumberField
          path="visit.idleWarningSeconds"
          {...visit.idleWarning}
          unit={visit.seconds}
          placeholder="15"
        />
        <NumberField path="visit.thanksSeconds" {...visit.thanks} unit={visit.seconds} placeholder="8" />
      </Columns>
    </Group>
  );
}

/** Brazil's zones; another one that stands in the settings is kept as it is. */
function TimeZoneField({ path }: { readonly path: string }): ReactElement {
  const { get } = useDraft();
  const { timeZone, zones } = words.kiosk;
  const value = get(path);
  const other =
    typeof value === 'string' && !zones.some((zone) => zone.value === value) ? [{ value, label: value }] : [];
  return (
    <ChoiceField path={path} {...timeZone} options={[...zones, ...other]} standard="America/Sao_Paulo" />
  );
}
