import { KeyRound } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button } from '../kit/button.tsx';
import { useDraft } from '../kit/draft-context.ts';
import { Actions, Columns, Group } from '../kit/group.tsx';
import { ListField } from '../kit/list-field.tsx';
import { NumberField } from '../kit/number-field.tsx';
import { SecretField } from '../kit/secret-field.tsx';
import { Table } from '../kit/table.tsx';
import { TestPanel } from '../kit/test-panel.tsx';
import { TextField } from '../kit/text-field.tsx';
import { ToggleField } from '../kit/toggle-field.tsx';
import { useCall } from '../kit/use-call.ts';
import { gatewayWords as words } from '../words/gateway-words.ts';
import { KeyFileField } from './key-file-field.tsx';
import styles from './sections.module.css';
import { useSwitchedPart } from './use-switched-part.ts';

const part = 'gateway';
/** 192 bits. */
const TOKEN_BYTES = 24;

/** The local gateway: where it listens, who may ask, and what it answers. */
export function GatewayFields(): ReactElement {
  const { on, toggle } = useSwitchedPart(part);
  return (
    <Group title={words.title}>
      <ToggleField path={part} {...words.enabled} on={on} onToggle={toggle} />
      {on ? (
        <>
          <Listening />
          <Protection />
          <Services />
          <Addresses />
          <Test />
        </>
      ) : null}
    </Group>
  );
}

function Listening(): ReactElement {
  return (
    <Columns>
      <TextField path={`${part}.address`} {...words.address} placeholder="127.0.0.1" />
      <NumberField path={`${part}.port`} {...words.port} placeholder="8443" />
      <TextField path={`${part}.publicUrl`} {...words.publicUrl} keyboard="url" placeholder="https://" />
      <NumberField
        path={`${part}.requestsPerMinute`}
        {...words.requestsPerMinute}
        unit={words.perMinute}
        placeholder="120"
      />
    </Columns>
  );
}

function Protection(): ReactElement {
  const { get, set } = useDraft();
  const path = `${part}.token`;
  return (
    <>
      <SecretField path={path} {...words.token} />
      {get(path) === undefined || get(path) === '' ? (
        <Actions>
          <Button testId="make-gateway-token" icon={KeyRound} onPress={() => set(path, makeToken())}>
            {words.makeToken}
          </Button>
        </Actions>
      ) : null}
      <Columns>
        <KeyFileField path={`${part}.certificateFile`} {...words.certificateFile} />
        <KeyFileField path={`${part}.keyFile`} {...words.keyFile} />
      </Columns>
      <ToggleField path={`${part}.behindProxy`} {...words.behindProxy} />
    </>
  );
}

function Services(): ReactElement {
  return (
    <>
      <ToggleField path={`${part}.panel`} {...words.panel} standard />
      <ListField path={`${part}.framedBy`} {...words.framedBy} keyboard="url" />
      <ToggleField path={`${part}.callbacks`} {...words.callbacks} standard />
      <ToggleField path={`${part}.saveEmail`} {...words.saveEmail} />
      <ToggleField path={`${part}.savePhone`} {...words.savePhone} />
      <NumberField path={`${part}.linkDays`} {...words.linkDays} unit={words.days} placeholder="30" />
    </>
  );
}

/** What somebody types into the platform's own settings. */
function Addresses(): ReactElement {
  const { addresses } = words;
  return (
    <div className={styles.stack}>
      <div className={styles.cell}>
        <span className={styles.strong}>{addresses.title}</span>
        <p className={styles.note}>{addresses.text}</p>
      </div>
      <Table
        testId="gateway-addresses"
        caption={addresses.title}
        columns={[
          { key: 'where', title: addresses.where, cell: ([where]) => where },
          { key: 'address', title: addresses.address, cell: ([, address]) => <code>{address}</code> },
        ]}
        rows={addresses.rows}
        rowKey={([where]) => where}
        empty=""
      />
    </div>
  );
}

function Test(): ReactElement {
  const { draft } = useDraft();
  const call = useCall();
  return (
    <TestPanel testId="test-gateway" label={words.test.action} run={() => call('test-gateway', { draft })}>
      <p className={styles.note}>{words.test.text}</p>
    </TestPanel>
  );
}

/** Letters and digits that mean nothing special in an address. */
function makeToken(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(TOKEN_BYTES));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
