import { assign } from 'xstate';
import { allTogether, mayPayPicked, toggled } from './several-invoices.ts';
import { visitSetup } from './visit-setup.ts';

/** Ticking what is to be paid in one PIX. */

export const several = visitSetup.createStateConfig({
  tags: ['counts-idle'],
  exit: assign({ review: undefined }),
  on: {
    'tick-invoice': {
      actions: assign(({ context, event }) => ({ picked: toggled(event.invoiceId, context) })),
    },
    'tick-all': { actions: assign(({ context }) => ({ picked: allTogether(context) })) },
    'tick-none': { actions: assign({ picked: [] }) },
    'pay-pix': { guard: ({ context }) => mayPayPicked(context).offered, target: 'charging' },
    back: 'invoices',
  },
});
