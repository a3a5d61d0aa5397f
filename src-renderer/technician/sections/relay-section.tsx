import type { ReactElement } from 'react';
import { Group } from '../kit/group.tsx';
import { Table } from '../kit/table.tsx';
import { TextField } from '../kit/text-field.tsx';
import { ToggleField } from '../kit/toggle-field.tsx';
import { relayWords } from '../words/relay-words.ts';
import { CrmFields } from './crm-fields.tsx';
import { RelayTest } from './relay-test.tsx';
import styles from './sections.module.css';
import { useSwitchedPart } from './use-switched-part.ts';
import { WebhookList } from './webhook-list.tsx';

/** Other systems that are told what happened. */
export function RelaySection(): ReactElement {
  return (
    <div className={styles.section}>
      <p className={styles.intro}>{relayWords.intro}</p>
      <Chat />
      <CrmFields />
      <WebhookList />
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
