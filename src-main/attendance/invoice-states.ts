import { assign } from 'xstate';
import type { ActionState } from '../contract/screen.ts';
import type { OpenInvoice } from '../domain/customer-account.ts';
import { mayPayByPix, mayPrintSlip } from './invoice-actions.ts';
import type { VisitContext } from './visit-context.ts';
import type { VisitParts } from './visit-parts.ts';
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
      })),
    },
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
  on: {
    'choose-invoice': {
      guard: ({ context, event }) => context.invoices.some((each) => each.key === event.invoiceId),
      target: 'invoice',
      actions: [
        assign(({ context, event }) => ({
          invoice: context.invoices.find((each) => each.key === event.invoiceId),
        })),
        ({ context }) => {
          const { visitId, invoice: opened, parts } = context;
          if (visitId && opened)
            parts.diary.record(visitId, { type: 'invoice-opened', invoiceId: opened.id });
        },
      ],
    },
    back: { guard: ({ context }) => context.contracts.length > 1, target: 'contracts' },
  },
});

export const invoice = visitSetup.createStateConfig({
  tags: ['counts-idle'],
  on: {
    'pay-pix': { guard: ({ context }) => isOffered(context, mayPayByPix), target: 'charging' },
    'print-slip': { guard: ({ context }) => isOffered(context, mayPrintSlip), target: 'requestingSlip' },
    back: 'invoices',
  },
});

function isOffered(
  context: VisitContext,
  rule: (invoice: OpenInvoice, parts: VisitParts) => ActionState,
): boolean {
  return context.invoice !== undefined && rule(context.invoice, context.parts).offered;
}

export const requestingSlip = visitSetup.createStateConfig({
  invoke: {
    src: 'printSlip',
    input: ({ context }) => context,
    onDone: {
      target: 'printingSlip',
      actions: [assign(({ event }) => event.output.patch), 'lookAtSlip'],
    },
    onError: { target: 'problem', actions: 'meetFullDisk' },
  },
});

export const printingSlip = visitSetup.createStateConfig({
  // Nothing else bounds how long a printer may take, and the customer may be gone.
  tags: ['counts-idle'],
  always: [
    { guard: ({ context }) => context.slipProgress?.state === 'printed', target: 'slipPrinted' },
    { guard: ({ context }) => isStuck(context), target: 'slipTrouble' },
  ],
});

export const slipTrouble = visitSetup.createStateConfig({
  tags: ['counts-idle'],
  always: [
    { guard: ({ context }) => context.slipProgress?.state === 'printed', target: 'slipPrinted' },
    { guard: ({ context }) => !isStuck(context), target: 'printingSlip' },
  ],
  on: {
    retry: { guard: ({ context }) => context.slipProgress?.state !== 'waiting', target: 'requestingSlip' },
    back: {
      target: 'invoice',
      actions: ['cancelSlip', assign({ slipJobId: undefined, slipProgress: undefined })],
    },
  },
});

function isStuck({ slipProgress }: VisitContext): boolean {
  return slipProgress !== undefined && !['queued', 'printing', 'printed'].includes(slipProgress.state);
}

export const slipPrinted = visitSetup.createStateConfig({
  tags: ['counts-idle'],
  entry: [
    'accomplish',
    ({ context }) => {
      const { visitId, invoice: printed, parts } = context;
      if (visitId && printed) parts.diary.record(visitId, { type: 'slip-printed', invoiceId: printed.id });
    },
  ],
  exit: assign({ slipJobId: undefined, slipProgress: undefined }),
  on: { done: 'invoices', back: 'invoice' },
});
