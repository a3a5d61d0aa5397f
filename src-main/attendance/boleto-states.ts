import { assign, not } from 'xstate';
import { visitSetup } from './visit-setup.ts';

/** The whole boleto on the screen, and from there on A4. */

export const openingBoleto = visitSetup.createStateConfig({
  invoke: {
    src: 'openBoleto',
    input: ({ context }) => context,
    onDone: [
      {
        guard: ({ event }) => event.output.next === 'boleto',
        target: 'boleto',
        actions: assign(({ event }) => event.output.patch),
      },
      { target: 'problem', actions: assign(({ event }) => event.output.patch) },
    ],
    onError: { target: 'problem', actions: 'meetUnexpected' },
  },
  on: { back: 'invoice' },
});

export const boleto = visitSetup.createStateConfig({
  tags: ['counts-idle'],
  on: {
    'print-pages': { guard: ({ context: { parts } }) => parts.boletos.canPrint(), target: 'requestingPages' },
    back: [
      { guard: 'looksAtCopy', target: 'copy', actions: 'closeBoleto' },
      { target: 'invoice', actions: 'closeBoleto' },
    ],
  },
});

export const requestingPages = visitSetup.createStateConfig({
  invoke: {
    src: 'printPages',
    input: ({ context }) => context,
    onDone: {
      target: 'printingPages',
      actions: [assign(({ event }) => event.output.patch), 'lookAtPrint'],
    },
    onError: { target: 'problem', actions: 'meetUnexpected' },
  },
});

export const printingPages = visitSetup.createStateConfig({
  tags: ['counts-idle'],
  always: [
    { guard: 'isPrinted', target: 'pagesPrinted' },
    { guard: 'isPrintStuck', target: 'pagesTrouble' },
  ],
});

export const pagesTrouble = visitSetup.createStateConfig({
  tags: ['counts-idle'],
  always: [
    { guard: 'isPrinted', target: 'pagesPrinted' },
    { guard: not('isPrintStuck'), target: 'printingPages' },
  ],
  on: {
    retry: { guard: ({ context }) => context.printProgress?.state !== 'waiting', target: 'requestingPages' },
    back: { target: 'boleto', actions: ['cancelPrint', 'forgetPrint'] },
  },
});

export const pagesPrinted = visitSetup.createStateConfig({
  tags: ['counts-idle'],
  entry: ['accomplish', 'notePagesPrinted'],
  exit: 'forgetPrint',
  on: {
    done: [
      { guard: 'looksAtCopy', target: 'secondCopies', actions: 'closeBoleto' },
      { target: 'invoices', actions: 'closeBoleto' },
    ],
    back: 'boleto',
  },
});
