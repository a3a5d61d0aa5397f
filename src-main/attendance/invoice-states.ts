import { and, assign, not } from 'xstate';
import { mayPrintSlip, mayShowBoleto } from './invoice-actions.ts';
import { offersSeveral } from './several-invoices.ts';
import { visitSetup } from './visit-setup.ts';

/** Which invoice, and on paper or not. */

export const contracts = visitSetup.createStateConfig({
  tags: ['counts-idle'],
  on: {
    'choose-contract': {
      guard: ({ context, event }) => context.contracts.some((each) => each.key === event.contractId),
      target: 'loadingInvoices',
      actions: assign(({ context, event }) => ({
        contract: context.contracts.find((each) => each.key === event.contractId),
        invoices: [],
        picked: [],
      })),
    },
    back: { guard: 'hasMenu', target: 'returningToMenu' },
  },
});

export const loadingInvoices = visitSetup.createStateConfig({
  invoke: {
    src: 'loadInvoices',
    input: ({ context }) => context,
    onDone: [
      {
        guard: ({ event }) => event.output.next === 'invoices',
        target: 'invoices',
        actions: assign(({ event }) => event.output.patch),
      },
      { target: 'problem', actions: assign(({ event }) => event.output.patch) },
    ],
    onError: { target: 'problem', actions: 'meetUnexpected' },
  },
});

export const invoices = visitSetup.createStateConfig({
  tags: ['counts-idle'],
  entry: 'listReceipts',
  on: {
    'show-several': {
      guard: ({ context }) => offersSeveral(context),
      target: 'several',
      actions: assign({ invoice: undefined }),
    },
    'show-receipts': {
      guard: and([({ context }) => context.pastReceipts.length > 0, not('hasMenu')]),
      target: 'receipts',
    },
    'choose-invoice': {
      guard: ({ context, event }) => context.invoices.some((each) => each.key === event.invoiceId),
      target: 'invoice',
      actions: [
        assign(({ context, event }) => ({
          invoice: context.invoices.find((each) => each.key === event.invoiceId),
        })),
        'noteInvoiceOpened',
      ],
    },
    back: [
      { guard: 'hasContracts', target: 'contracts' },
      { guard: 'hasMenu', target: 'menu' },
    ],
  },
});

export const invoice = visitSetup.createStateConfig({
  tags: ['counts-idle'],
  on: {
    'pay-pix': { guard: 'mayPayOrder', target: 'charging' },
    'print-slip': {
      guard: ({ context: { invoice: shown, parts } }) =>
        shown !== undefined && mayPrintSlip(shown, parts).offered,
      target: 'requestingSlip',
    },
    'show-boleto': {
      guard: ({ context: { invoice: shown, parts } }) => shown !== undefined && mayShowBoleto(shown, parts),
      target: 'openingBoleto',
    },
    'receive-message': {
      guard: { type: 'mayReceive', params: 'invoice' },
      target: 'findingPhones',
      actions: { type: 'beginMessage', params: 'invoice' },
    },
    back: 'invoices',
  },
});

export const requestingSlip = visitSetup.createStateConfig({
  invoke: {
    src: 'printSlip',
    input: ({ context }) => context,
    onDone: {
      target: 'printingSlip',
      actions: [assign(({ event }) => event.output.patch), 'lookAtPrint'],
    },
    onError: { target: 'problem', actions: 'meetFullDisk' },
  },
});

export const printingSlip = visitSetup.createStateConfig({
  // Nothing else bounds how long a printer may take, and the customer may be gone.
  tags: ['counts-idle'],
  always: [
    { guard: 'isPrinted', target: 'slipPrinted' },
    { guard: 'isPrintStuck', target: 'slipTrouble' },
  ],
});

export const slipTrouble = visitSetup.createStateConfig({
  tags: ['counts-idle'],
  always: [
    { guard: 'isPrinted', target: 'slipPrinted' },
    { guard: not('isPrintStuck'), target: 'printingSlip' },
  ],
  on: {
    retry: { guard: ({ context }) => context.printProgress?.state !== 'waiting', target: 'requestingSlip' },
    back: { target: 'invoice', actions: ['cancelPrint', 'forgetPrint'] },
  },
});

export const slipPrinted = visitSetup.createStateConfig({
  tags: ['counts-idle'],
  entry: ['accomplish', 'noteSlipPrinted'],
  exit: 'forgetPrint',
  on: { done: 'invoices', back: 'invoice' },
});
