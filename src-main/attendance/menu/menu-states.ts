import { assign } from 'xstate';
import { noJoining } from '../joining/join-talk.ts';
import { visitSetup } from '../visit-setup.ts';

/** What have you come for? Each entry leads to the first state of its feature, whose `back` leads here again. */
export const menu = visitSetup.createStateConfig({
  tags: ['counts-idle'],
  entry: 'listReceipts',
  on: {
    'choose-entry': [
      {
        guard: ({ context, event }) => event.entry === 'invoices' && context.contracts.length > 1,
        target: 'contracts',
      },
      { guard: { type: 'chooses', params: 'invoices' }, target: 'invoices' },
      { guard: { type: 'chooses', params: 'receipts' }, target: 'receipts' },
      { guard: { type: 'chooses', params: 'services' }, target: 'readingServices' },
      {
        guard: { type: 'chooses', params: 'order' },
        target: 'preparingJoin',
        actions: assign({ join: { ...noJoining, aim: 'order' } }),
      },
      { guard: { type: 'chooses', params: 'help' }, target: 'help' },
      { guard: { type: 'chooses', params: 'my-data' }, target: 'myData' },
      { guard: { type: 'chooses', params: 'second-copies' }, target: 'secondCopies' },
    ],
  },
});

/** The invoices of one contract say nothing about all that is owed: the account is read again. */
export const returningToMenu = visitSetup.createStateConfig({
  always: { guard: ({ context }) => context.contract === undefined, target: 'menu' },
  invoke: {
    src: 'openAccount',
    input: ({ context }) => context,
    onDone: [
      {
        guard: ({ event }) => event.output.next === 'trouble',
        target: 'problem',
        actions: assign(({ event }) => event.output.patch),
      },
      {
        target: 'menu',
        actions: assign(({ event }) => event.output.patch),
      },
    ],
    onError: { target: 'problem', actions: 'meetUnexpected' },
  },
});
