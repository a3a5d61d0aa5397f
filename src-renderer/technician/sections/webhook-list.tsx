import { type ReactElement, useState } from 'react';
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

const words = relayWords.webhooks;
const PATH = 'relay.webhooks';

/** Addresses of the company's own that get the events. */
export function WebhookList(): ReactElement {
  const { get, set } = useDraft();
  const [chosen, setChosen] = useState(0);
  // Fields remember what was stored in them; after a removal another webhook has their place.
  const [round, setRound] = useState(0);
  const webhooks = entriesOf(get(PATH));
  const shown = Math.min(chosen, webhooks.length - 1);
  const add = (): void => {
    set(PATH, [...webhooks, newEntry(webhooks, 'webhook')]);
    setChosen(webhooks.length);
  };
  const remove = (index: number): void => {
    set(
      PATH,
      webhooks.filter((_, at) => at !== index),
    );
    setChosen(Math.max(0, index - 1));
    setRound(round + 1);
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
        onChoose={setChosen}
        addLabel={words.add}
        onAdd={webhooks.length < words.most ? add : undefined}
        onRemove={remove}
        removeText={words.removeText}
      />
      {shown < 0 ? null : <Webhook key={`${round}-${shown}`} path={`${PATH}[${shown}]`} />}
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
