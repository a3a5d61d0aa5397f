import { and, assign } from 'xstate';
import type { Charge } from '../domain/charge.ts';
import type { VisitContext } from './visit-context.ts';
import { visitSetup } from './visit-setup.ts';

/** From "Pagar com PIX" to "Pago". News of the charge itself is taken in by the machine's root. */

export const charging = visitSetup.createStateConfig({
  on: {
    // An earlier charge may turn out to be paid while it is taken back to make room for a new one.
    'charge-changed': [
      {
        guard: ({ context, event }) => isOfVisit(context, event.charge) && event.charge.state === 'PAID',
        target: 'paid',
        actions: assign(({ event }) => ({ charge: event.charge })),
      },
      {
        guard: ({ context, event }) =>
          isOfVisit(context, event.charge) && event.charge.state === 'REFUND_DUE',
        target: 'mismatch',
        actions: assign(({ event }) => ({ charge: event.charge })),
      },
    ],
  },
  invoke: {
    src: 'charge',
    input: ({ context }) => context,
    onDone: [
      {
        guard: ({ event }) => event.output.next === 'qr',
        target: 'pix',
        actions: assign(({ event }) => event.output.patch),
      },
      {
        guard: ({ event }) => event.output.next === 'review',
        target: 'several',
        actions: assign(({ event }) => event.output.patch),
      },
      {
        guard: ({ event }) => event.output.next === 'paid',
        target: 'paid',
        actions: assign(({ event }) => event.output.patch),
      },
      { target: 'problem', actions: assign(({ event }) => event.output.patch) },
    ],
    onError: { target: 'problem', actions: 'meetFullDisk' },
  },
});

function isOfVisit({ visitId }: VisitContext, charge: Charge): boolean {
  return charge.visitId === visitId;
}

export const pix = visitSetup.createStateConfig({
  always: [
    { guard: ({ context }) => context.charge?.state === 'PAID', target: 'paid' },
    { guard: ({ context }) => context.charge?.state === 'REFUND_DUE', target: 'mismatch' },
    {
      guard: ({ context }) => context.charge?.state === 'EXPIRED' || context.charge?.state === 'CANCELLED',
      target: 'pixExpired',
    },
  ],
  after: { chargeEnd: 'pixExpired' },
  on: {
    back: { target: 'cancelling', actions: assign({ leaving: false }) },
    leave: { target: 'cancelling', actions: 'leaveAfterCancel' },
    'receive-message': {
      guard: { type: 'mayReceive', params: 'pix' },
      target: 'findingPhones',
      actions: { type: 'beginMessage', params: 'pix' },
    },
  },
});

export const cancelling = visitSetup.createStateConfig({
  on: { leave: { actions: assign({ leaving: true }) } },
  invoke: {
    src: 'cancelCharge',
    input: ({ context }) => context,
    onDone: [
      {
        guard: ({ event, context }) => event.output.next === 'cancelled' && context.leaving,
        target: 'leaving',
      },
      {
        guard: and([({ event }) => event.output.next === 'cancelled', 'paysSeveral']),
        target: 'several',
      },
      { guard: ({ event }) => event.output.next === 'cancelled', target: 'invoice' },
      { target: 'problem', actions: assign(({ event }) => event.output.patch) },
    ],
    onError: { target: 'problem', actions: 'meetUnconfirmedCancel' },
  },
});

/** Back to where the customer chose what to pay. */
const toOrder = [{ guard: 'paysSeveral', target: 'several' }, { target: 'invoice' }] as const;

export const pixExpired = visitSetup.createStateConfig({
  tags: ['counts-idle'],
  on: {
    // Where paper or setting has changed meanwhile, the screen before says why there is no PIX.
    'pay-pix': [{ guard: 'mayPayOrder', target: 'charging' }, ...toOrder],
    retry: [{ guard: 'mayPayOrder', target: 'charging' }, ...toOrder],
    back: toOrder,
  },
});

/** Money came, but not the amount of the charge. */
export const mismatch = visitSetup.createStateConfig({
  always: {
    target: 'problem',
    actions: assign({
      problem: { kind: 'payment-mismatch', code: 'CHARGE-WRONG-AMOUNT' },
      retryStep: undefined,
      mayGoBack: false,
    }),
  },
});

export const paid = visitSetup.createStateConfig({
  entry: 'accomplish',
  after: { paid: 'thanks' },
  on: {
    done: 'thanks',
    leave: 'thanks',
    'receive-message': {
      guard: { type: 'mayReceive', params: 'paid' },
      target: 'findingPhones',
      actions: { type: 'beginMessage', params: 'paid' },
    },
  },
});
