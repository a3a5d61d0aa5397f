import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { eventTypes, moneyEventTypes } from '../../../src-main/domain/domain-event.ts';
import { outboxBounds } from '../../../src-main/relay/outbox-keeper.ts';
import { eventOptions } from '../../../src-renderer/technician/words/queue-words.ts';

const text = readFileSync(new URL('../../../docs/events.md', import.meta.url), 'utf8');
const rows = [...text.matchAll(/^\| `([a-z-]+)`( \*\*\$\*\*)? \| [^|]+ \| `({.*})` \|$/gm)];

it('docs/events.md lists every event, in its order, and no other', () => {
  expect(rows.map(([, type]) => type)).toEqual(eventTypes);
});

it('docs/events.md says which of them tell of money, and how many of the others are kept', () => {
  expect(rows.filter(([, , money]) => money !== undefined).map(([, type]) => type)).toEqual(moneyEventTypes);
  expect(text).toContain(outboxBounds.mostOpen.toLocaleString('en'));
});

it('docs/events.md has examples that are JSON, without anything of a person', () => {
  const examples = rows.map(([, , , example = '']) => example);
  const [, whole = ''] = /```json\n([\s\S]*?)```/.exec(text) ?? [];
  for (const example of [...examples, whole]) {
    const fields = Object.keys(JSON.parse(example) as object);
    expect(fields.filter((field) => /name|document|phone|mail/i.test(field))).toEqual([]);
  }
});

it('the technician can choose among all of them', () => {
  expect(eventOptions.map(({ value }) => value)).toEqual(eventTypes);
});
