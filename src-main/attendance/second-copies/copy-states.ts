import { assign, not } from 'xstate';
import { visitSetup } from '../visit-setup.ts';
import { beginningWith, findCopy } from './second-copies.ts';

/** Fiscal notes, statement and yearly declarations: what the company keeps of a customer, to look at and on paper. */

export const secondCopies = visitSetup.createStateConfig({
  tags: ['counts-idle'],
  entry: assign({ secondCopies: undefined }),
  on: {
    'choose-copies': {
      guard: ({ context: { parts, customer }, event }) =>
        customer !== undefined && parts.copies?.kindsFor(customer).includes(event.kind) === true,
      target: 'readingCopies',
      actions: assign(({ event }) => ({ secondCopies: beginningWith(event.kind) })),
    },
    back: 'returningToMenu',
  },
});

export const readingCopies = visitSetup.createStateConfig({
  invoke: {
    src: 'readCopies',
    input: ({ context }) => context,
    onDone: [
      {
        guard: ({ event }) => event.output.next === 'list',
        target: 'copies',
        actions: assign(({ event }) => event.output.patch),
      },
      { target: 'problem', actions: assign(({ event }) => event.output.patch) },
    ],
    onError: { target: 'problem', actions: 'meetUnexpected' },
  },
  on: { back: 'secondCopies' },
});

/** The list of one kind; of the statement its lines. */
export const copies = visitSetup.createStateConfig({
  tags: ['counts-idle'],
  on: {
    'choose-copy': {
      guard: ({ context, event }) => findCopy(context.secondCopies?.list, event.copyId) !== undefined,
      target: 'copy',
      actions: assign(({ context: { secondCopies: all }, event }) => {
        const chosen = findCopy(all?.list, event.copyId);
        return all && chosen ? { secondCopies: { ...all, chosen } } : {};
      }),
    },
    'choose-months': {
      guard: ({ context }) => context.secondCopies?.kind === 'statement',
      actions: assign(({ context: { secondCopies: all }, event }) =>
        all ? { secondCopies: { ...all, months: event.months } } : {},
      ),
    },
    'print-copy': { guard: 'mayPrintCopy', target: 'requestingPaper' },
    back: 'secondCopies',
  },
});

export const copy = visitSetup.createStateConfig({
  tags: ['counts-idle'],
  on: {
    'show-copy': {
      guard: ({ context: { parts, secondCopies: all } }) =>
        all?.chosen !== undefined && parts.copies?.mayShow(all.chosen) === true,
      target: 'openingCopy',
    },
    'print-copy': { guard: 'mayPrintCopy', target: 'requestingPaper' },
    back: { target: 'copies', actions: 'leaveCopy' },
  },
});

export const openingCopy = visitSetup.createStateConfig({
  invoke: {
    src: 'openCopy',
    input: ({ context }) => context,
    onDone: [
      {
        guard: ({ event }) => event.output.next === 'pages',
        target: 'boleto',
        actions: assign(({ event }) => event.output.patch),
      },
      { target: 'problem', actions: assign(({ event }) => event.output.patch) },
    ],
    onError: { target: 'problem', actions: 'meetUnexpected' },
  },
  on: { back: 'copy' },
});

export const requestingPaper = visitSetup.createStateConfig({
  invoke: {
    src: 'printCopies',
    input: ({ context }) => context,
    onDone: {
      target: 'printingPaper',
      actions: [assign(({ event }) => event.output.patch), 'lookAtPrint'],
    },
    onError: { target: 'problem', actions: 'meetFullDisk' },
  },
});

export const printingPaper = visitSetup.createStateConfig({
  tags: ['counts-idle'],
  always: [
    { guard: 'isPrinted', target: 'paperPrinted' },
    { guard: 'isPrintStuck', target: 'paperTrouble' },
  ],
});

export const paperTrouble = visitSetup.createStateConfig({
  tags: ['counts-idle'],
  always: [
    { guard: 'isPrinted', target: 'paperPrinted' },
    { guard: not('isPrintStuck'), target: 'printingPaper' },
  ],
  on: {
    retry: { guard: ({ context }) => context.printProgress?.state !== 'waiting', target: 'requestingPaper' },
    back: [
      { guard: 'looksAtCopy', target: 'copy', actions: ['cancelPrint', 'forgetPrint'] },
      { target: 'copies', actions: ['cancelPrint', 'forgetPrint'] },
    ],
  },
});

export const paperPrinted = visitSetup.createStateConfig({
  tags: ['counts-idle'],
  entry: ['accomplish', 'notePaperPrinted'],
  exit: 'forgetPrint',
  on: {
    done: 'secondCopies',
    back: [{ guard: 'looksAtCopy', target: 'copy' }, { target: 'copies' }],
  },
});
