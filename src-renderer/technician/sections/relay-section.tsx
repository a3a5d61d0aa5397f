import type { ReactElement } from 'react';
import { useDraft } from '../kit/draft-context.ts';
import { Columns, Group } from '../kit/group.tsx';
import { SecretField } from '../kit/secret-field.tsx';
import { Table } from '../kit/table.tsx';
import { TestPanel } from '../kit/test-panel.tsx';
import { TextField } from '../kit/text-field.tsx';
import { ToggleField } from '../kit/toggle-field.tsx';
import { useCall } from '../kit/use-call.ts';
import { relayWords } from '../words/relay-words.ts';
import styles from './sections.module.css';
import { useSwitchedPart } from './use-switched-part.ts';

/** Other systems that are told what happened. */
export function RelaySection(): ReactElement {
  return (
    <div className={styles.section}>
      <p className={styles.intro}>{relayWords.intro}</p>
      <Chat />
      <Crm />
    </div>
  );
}

const chatAddresses = ['onLoadContact', 'onStartConversation', 'onEndConversation'] as const;

function Chat(): ReactElement {
  const { on, toggle } = useSwitchedPart('relay.chat');
  const words = relayWords.chat;
  return (
    <Group title={words.title}>
      <ToggleField path="relay.chat" {...words.enabled} on={on} onToggle={toggle} />
      {on ? (
        <>
          {chatAddresses.map((name) => (
            <TextField
              key={name}
              path={`relay.chat.${name}`}
              {...words[name]}
              keyboard="url"
              placeholder={words.empty}
            />
          ))}
          <ChatVariables />
          <RelayTest target="chat" words={words.test} />
        </>
      ) : null}
    </Group>
  );
}

function ChatVariables(): ReactElement {
  const words = relayWords.chat.variables;
  return (
    <div className={styles.stack}>
      <div className={styles.cell}>
        <span className={styles.strong}>{words.title}</span>
        <p className={styles.note}>{words.text}</p>
      </div>
      <Table
        testId="chat-variables"
        caption={words.title}
        columns={[
          { key: 'name', title: words.name, cell: ([name]) => <code>{name}</code> },
          { key: 'meaning', title: words.meaning, cell: ([, meaning]) => meaning },
        ]}
        rows={words.rows}
        rowKey={([name]) => name}
        empty=""
      />
    </div>
  );
}

function Crm(): ReactElement {
  const { on, toggle } = useSwitchedPart('relay.crm');
  const words = relayWords.crm;
  return (
    <Group title={words.title}>
      <ToggleField path="relay.crm" {...words.enabled} on={on} onToggle={toggle} />
      {on ? (
        <>
          <TextField path="relay.crm.loginUrl" {...words.loginUrl} keyboard="url" placeholder="https://" />
          <Columns>
            <SecretField path="relay.crm.clientId" {...words.clientId} />
            <SecretField path="relay.crm.clientSecret" {...words.clientSecret} />
          </Columns>
          <Columns>
            <TextField path="relay.crm.apiVersion" {...words.apiVersion} placeholder="62.0" />
            <TextField
              path="relay.crm.externalIdField"
              {...words.externalIdField}
              placeholder="BalcaoVisit__c"
            />
          </Columns>
          <RelayTest target="crm" words={words.test} />
        </>
      ) : null}
    </Group>
  );
}

interface RelayTestProps {
  readonly target: 'chat' | 'crm';
  readonly words: { readonly text: string; readonly action: string };
}

function RelayTest({ target, words }: RelayTestProps): ReactElement {
  const { draft } = useDraft();
  const call = useCall();
  return (
    <TestPanel
      testId={`test-${target}`}
      label={words.action}
      run={() => call('test-relay', { draft, target })}
    >
      <p className={styles.note}>{words.text}</p>
    </TestPanel>
  );
}
