import type { ReactElement } from 'react';
import { ChecksField } from '../kit/checks-field.tsx';
import { useDraft } from '../kit/draft-context.ts';
import { Columns, Group } from '../kit/group.tsx';
import { ItemList } from '../kit/item-list.tsx';
import { SecretField } from '../kit/secret-field.tsx';
import { TextField } from '../kit/text-field.tsx';
import { ToggleField } from '../kit/toggle-field.tsx';
import { eventOptions } from '../words/queue-words.ts';
import { relayWords } from '../words/relay-words.ts';
import { entriesOf, newEntry, textOf } from './erp-draft.ts';
import { RelayTest } from './relay-test.tsx';
import { useChosenEntry } from './use-chosen-entry.ts';

const words = relayWords.webhooks;
const PATH = 'relay.webhooks';

/** Addresses of the company's own that get the events. */
export function WebhookList(): ReactElement {
  const { get, set } = useDraft();
  const webhooks = entriesOf(get(PATH));
  const { shown, key, choose, noteAdded, noteRemoved } = useChosenEntry(webhooks.length);
  const add = (): void => {
    set(PATH, [...webhooks, newEntry(webhooks, 'webhook')]);
    noteAdded();
  };
  const remove = (index: number): void => {
    set(
      PATH,
      webhooks.filter((_, at) => at !== index),
    );
    noteRemoved(index);
  };
  return (
    <Group title={words.title} text={words.text}>
      <ItemList
        path={PATH}
        label={words.title}
        items={webhooks.map((webhook) => ({
          title: textOf(webhook.id) || words.unnamed,
          hint: textOf(webhook.url) || undefined,
        }))}
        chosen={shown}
        onChoose={choose}
        addLabel={words.add}
        onAdd={webhooks.length < words.most ? add : undefined}
        onRemove={remove}
        removeText={words.removeText}
      />
      {shown < 0 ? null : <Webhook key={key} path={`${PATH}[${shown}]`} />}
    </Group>
  );
}

function Webhook({ path }: { readonly path: string }): ReactElement {
  const { get } = useDraft();
  return (
    <>
      <Columns>
        <TextField path={`${path}.id`} {...words.id} placeholder="principal" />
        <TextField path={`${path}.url`} {...words.url} keyboard="url" placeholder="https://" />
      </Columns>
      <SecretField path={`${path}.secret`} {...words.secret} />
      <ToggleField path={`${path}.customerData`} {...words.customerData} />
      <ChecksField path={`${path}.events`} {...words.events} options={eventOptions} />
      <RelayTest target={`webhook:${textOf(get(`${path}.id`))}`} words={words.test} />
    </>
  );
}
