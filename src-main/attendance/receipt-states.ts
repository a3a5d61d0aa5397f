import { assign, not } from 'xstate';
import { canCopyReceipt } from './receipt-allowance.ts';
import { visitSetup } from './visit-setup.ts';

/** The receipts of earlier payments once more. */

export const receipts = visitSetup.createStateConfig({
  tags: ['counts-idle'],
  entry: 'listReceipts',
  on: {
    'choose-receipt': {
      guard: ({ context, event }) =>
        canCopyReceipt(context) && context.pastReceipts.some(({ chargeId }) => chargeId === event.receiptId),
      target: 'requestingCopy',
      actions: assign(({ context, event }) => ({
        pastReceipt: context.pastReceipts.find(({ chargeId }) => chargeId === event.receiptId),
      })),
    },
    back: [{ guard: 'hasMenu', target: 'returningToMenu' }, { target: 'invoices' }],
  },
});

export const requestingCopy = visitSetup.createStateConfig({
  invoke: {
    src: 'printCopy',
    input: ({ context }) => context,
    onDone: {
      target: 'printingCopy',
      actions: [assign(({ event }) => event.output.patch), 'lookAtPrint'],
    },
    onError: { target: 'problem', actions: 'meetFullDisk' },
  },
});

export const printingCopy = visitSetup.createStateConfig({
  tags: ['counts-idle'],
  always: [
    { guard: 'isPrinted', target: 'copyPrinted' },
    { guard: 'isPrintStuck', target: 'copyTrouble' },
  ],
});

export const copyTrouble = visitSetup.createStateConfig({
  tags: ['counts-idle'],
  always: [
    { guard: 'isPrinted', target: 'copyPrinted' },
    { guard: not('isPrintStuck'), target: 'printingCopy' },
  ],
  on: {
    retry: {
      guard: ({ context }) => context.printProgress?.state !== 'waiting' && canCopyReceipt(context),
      target: 'requestingCopy',
    },
    back: { target: 'receipts', actions: ['cancelPrint', 'forgetPrint'] },
  },
});

export const copyPrinted = visitSetup.createStateConfig({
  tags: ['counts-idle'],
  entry: 'accomplish',
  exit: 'forgetPrint',
  on: { done: 'receipts', back: 'receipts' },
});
