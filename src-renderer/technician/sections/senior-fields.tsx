import type { ReactElement } from 'react';
import { ChoiceField, type Option } from '../kit/choice-field.tsx';
import { Columns, Group } from '../kit/group.tsx';
import { NumberField } from '../kit/number-field.tsx';
import { SecretField } from '../kit/secret-field.tsx';
import { TextField } from '../kit/text-field.tsx';
import { ToggleField } from '../kit/toggle-field.tsx';
import { seniorWords } from '../words/senior-words.ts';
import { SeniorTest } from './senior-test.tsx';
import { useSwitchedPart } from './use-switched-part.ts';

const words = seniorWords;
const part = 'relay.seniorCrm';

const dateFormats = options({ 'YYYY-MM-DD': '2026-01-31', 'DD/MM/YYYY': '31/01/2026', YYYYMMDD: '20260131' });
const timeFormats = options({ 'HH:mm:ss': '13:47:05', 'HH:mm': '13:47', HHmmss: '134705' });

/** Senior CRM: how the kiosk gets in, and how its calls are to be. */
export function SeniorFields(): ReactElement {
  const { on, toggle } = useSwitchedPart(part);
  return (
    <Group title={words.title}>
      <ToggleField path={part} {...words.enabled} on={on} onToggle={toggle} />
      {on ? (
        <>
          <SignIn />
          <CallFields />
          <SeniorTest />
        </>
      ) : null}
    </Group>
  );
}

function SignIn(): ReactElement {
  return (
    <>
      <TextField
        path={`${part}.baseUrl`}
        {...words.baseUrl}
        keyboard="url"
        placeholder="https://api.crmsenior.com.br"
      />
      <Columns>
        <SecretField path={`${part}.token`} {...words.token} />
        <TextField path={`${part}.tenant`} {...words.tenant} />
      </Columns>
    </>
  );
}

function CallFields(): ReactElement {
  return (
    <>
      <Columns>
        <TextField path={`${part}.agentExtension`} {...words.agentExtension} />
        <TextField path={`${part}.callType`} {...words.callType} placeholder="Inbound" />
      </Columns>
      <TextField path={`${part}.phoneMask`} {...words.phoneMask} placeholder="00{ddd}{number}" />
      <ChoiceField
        path={`${part}.dateFormat`}
        {...words.dateFormat}
        standard="YYYY-MM-DD"
        options={dateFormats}
      />
      <ChoiceField
        path={`${part}.timeFormat`}
        {...words.timeFormat}
        standard="HH:mm:ss"
        options={timeFormats}
      />
      <NumberField path={`${part}.timeoutMs`} {...words.timeoutMs} placeholder="10000" />
    </>
  );
}

function options(examples: Readonly<Record<string, string>>): readonly Option[] {
  return Object.entries(examples).map(([value, hint]) => ({ value, label: value, hint }));
}
