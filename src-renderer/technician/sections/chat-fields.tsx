import type { ReactElement } from 'react';
import { ChoiceField } from '../kit/choice-field.tsx';
import { Columns, Group } from '../kit/group.tsx';
import { NumberField } from '../kit/number-field.tsx';
import { SecretField } from '../kit/secret-field.tsx';
import { Table } from '../kit/table.tsx';
import { TextField } from '../kit/text-field.tsx';
import { ToggleField } from '../kit/toggle-field.tsx';
import { chatWords } from '../words/chat-words.ts';
import { RelayTest } from './relay-test.tsx';
import styles from './sections.module.css';
import { useSwitchedPart } from './use-switched-part.ts';

const part = 'relay.chat';

const addresses = [
  'onLoadContact',
  'onStartConversation',
  'onBeforeSaveContact',
  'onSaveContact',
  'onGetChatMessageSugestion',
  'onEndConversation',
] as const;

/** The chat platform: which addresses are called, who the kiosk is there, its messages and its variables. */
export function ChatFields(): ReactElement {
  const { on, toggle } = useSwitchedPart(part);
  return (
    <>
      <Group title={chatWords.title}>
        <ToggleField path={part} {...chatWords.enabled} on={on} onToggle={toggle} />
        {on ? (
          <>
            {addresses.map((name) => (
              <TextField
                key={name}
                path={`${part}.${name}`}
                {...chatWords[name]}
                keyboard="url"
                placeholder={chatWords.empty}
              />
            ))}
            <ChoiceField
              path={`${part}.method`}
              {...chatWords.method}
              standard="GET"
              options={chatWords.methods}
            />
            <ChatVariables />
            <RelayTest target="chat" words={chatWords.test} />
          </>
        ) : null}
      </Group>
      {on ? (
        <>
          <Agent />
          <Sender />
          <VariablesApi />
        </>
      ) : null}
    </>
  );
}

function ChatVariables(): ReactElement {
  const words = chatWords.variables;
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

function Agent(): ReactElement {
  const words = chatWords.agent;
  return (
    <Group title={words.title} text={words.text}>
      <Columns>
        <NumberField path={`${part}.instanceId`} {...words.instanceId} />
        <TextField path={`${part}.wid`} {...words.wid} />
        <NumberField path={`${part}.agentId`} {...words.agentId} />
        <TextField path={`${part}.agentName`} {...words.agentName} />
        <NumberField path={`${part}.departmentId`} {...words.departmentId} />
        <TextField path={`${part}.department`} {...words.department} />
        <TextField path={`${part}.segment`} {...words.segment} />
        <TextField path={`${part}.timeZone`} {...words.timeZone} />
      </Columns>
    </Group>
  );
}

function Sender(): ReactElement {
  const path = `${part}.sender`;
  const { on, toggle } = useSwitchedPart(path);
  const words = chatWords.sender;
  return (
    <Group title={words.title}>
      <ToggleField path={path} {...words.enabled} on={on} onToggle={toggle} />
      {on ? (
        <>
          <TextField path={`${path}.url`} {...words.url} keyboard="url" placeholder="https://" />
          <Columns>
            <TextField path={`${path}.tokenHeader`} {...words.tokenHeader} placeholder="Authorization" />
            <TextField path={`${path}.tokenScheme`} {...words.tokenScheme} />
            <SecretField path={`${path}.token`} {...words.token} />
            <TextField path={`${path}.sendType`} {...words.sendType} placeholder="common" />
          </Columns>
          <div className={styles.cell}>
            <span className={styles.strong}>{words.templatesTitle}</span>
            <p className={styles.note}>{words.templatesText}</p>
          </div>
          {(['typeableLine', 'pix', 'receipt'] as const).map((name) => (
            <TextField
              key={name}
              path={`${path}.templates.${name}`}
              {...words.templates[name]}
              placeholder={words.standardText}
            />
          ))}
        </>
      ) : null}
    </Group>
  );
}

function VariablesApi(): ReactElement {
  const path = `${part}.variables`;
  const { on, toggle } = useSwitchedPart(path);
  const words = chatWords.api;
  return (
    <Group title={words.title}>
      <ToggleField path={path} {...words.enabled} on={on} onToggle={toggle} />
      {on ? (
        <>
          <TextField
            path={`${path}.baseUrl`}
            {...words.baseUrl}
            keyboard="url"
            placeholder="https://witi.me/api/witime"
          />
          <Columns>
            <SecretField path={`${path}.key`} {...words.key} />
            <TextField path={`${path}.visitSummary`} {...words.visitSummary} placeholder="balcao_$Jid$" />
          </Columns>
        </>
      ) : null}
    </Group>
  );
}
