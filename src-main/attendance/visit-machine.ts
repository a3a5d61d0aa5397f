import { and, assign } from 'xstate';
import type { Charge } from '../domain/charge.ts';
import * as boletos from './boleto-states.ts';
import * as identification from './identification-states.ts';
import * as invoicing from './invoice-states.ts';
import * as joins from './joining/join-states.ts';
import * as progress from './joining/progress-states.ts';
import * as menus from './menu/menu-states.ts';
import * as messages from './messages/message-states.ts';
import * as contactData from './my-data/my-data-states.ts';
import * as paying from './pix-states.ts';
import * as receipts from './receipt-states.ts';
import * as copying from './second-copies/copy-states.ts';
import * as ownServices from './services/service-states.ts';
import { several } from './several-states.ts';
import * as tickets from './tickets/ticket-states.ts';
import { blankVisit, type VisitContext } from './visit-context.ts';
import { visitSetup } from './visit-setup.ts';

/**
 * One customer after another, from the attract screen and back to it. All it knows of a customer is in its context
 * and is blank again at `attract`.
 */
export const visitMachine = visitSetup.createMachine({
  id: 'visit',
  context: ({ input }) => ({ ...blankVisit, ...input }),
  initial: 'attract',
  on: {
    leave: '.leaving',
    'timed-out': '.timedOut',
    // Money is news on whatever screen the customer is: a payment may come to light after the QR is gone.
    'charge-changed': [
      {
        guard: ({ context, event }) => isOwn(context, event.charge) && event.charge.state === 'PAID',
        target: '.paid',
        actions: assign(({ event }) => ({ charge: event.charge })),
      },
      {
        guard: ({ context, event }) => isOwn(context, event.charge) && event.charge.state === 'REFUND_DUE',
        target: '.mismatch',
        actions: assign(({ event }) => ({ charge: event.charge })),
      },
      {
        guard: ({ context, event }) => isOwn(context, event.charge),
        actions: assign(({ event }) => ({ charge: event.charge })),
      },
    ],
    'charge-looked': {
      guard: ({ context, event }) => context.charge?.id === event.chargeId,
      actions: assign(({ event }) => ({ connectionTrouble: !event.worked })),
    },
    'settlement-changed': {
      guard: ({ context, event }) => context.charge?.id === event.chargeId,
      actions: assign(({ event: { settlement, byInvoice } }) => ({ settlement, byInvoice })),
    },
    'service-known': {
      guard: ({ context, event }) => context.charge?.id === event.chargeId,
      actions: assign(({ event }) => ({ service: event.service })),
    },
    'receipt-changed': {
      guard: ({ context, event }) => context.charge?.id === event.chargeId,
      actions: assign(({ event }) => ({ receipt: event.receipt })),
    },
    'print-changed': {
      guard: ({ context, event }) => context.printJobId === event.jobId,
      actions: assign(({ event }) => ({ printProgress: event.progress })),
    },
  },
  states: {
    ...identification,
    ...menus,
    ...invoicing,
    ...paying,
    several,
    ...receipts,
    ...boletos,
    ...copying,
    ...messages,
    ...joins,
    ...progress,
    ...ownServices,
    ...tickets,
    ...contactData,
    problem: {
      tags: ['counts-idle'],
      on: {
        retry: [
          // Still down: the same screen stays.
          { guard: 'mayBeginAfterAll', target: 'beginning' },
          { guard: { type: 'retries', params: 'identify' }, target: 'identifying' },
          { guard: { type: 'retries', params: 'open-account' }, target: 'openingAccount' },
          { guard: { type: 'retries', params: 'load-invoices' }, target: 'loadingInvoices' },
          { guard: { type: 'retries', params: 'charge' }, target: 'charging' },
          { guard: { type: 'retries', params: 'open-boleto' }, target: 'openingBoleto' },
          { guard: { type: 'retries', params: 'read-copies' }, target: 'readingCopies' },
          { guard: { type: 'retries', params: 'open-copy' }, target: 'openingCopy' },
          { guard: { type: 'retries', params: 'cancel' }, target: 'cancelling' },
          { guard: { type: 'retries', params: 'review-invoice' }, target: 'invoice' },
          { guard: { type: 'retries', params: 'prepare-join' }, target: 'preparingJoin' },
          { guard: { type: 'retries', params: 'read-services' }, target: 'readingServices' },
          { guard: { type: 'retries', params: 'open-help' }, target: 'help' },
          { guard: { type: 'retries', params: 'open-my-data' }, target: 'myData' },
        ],
        back: [
          { guard: and([({ context }) => context.mayGoBack, 'beganAtMenu']), target: 'menu' },
          { guard: and([({ context }) => context.mayGoBack, 'looksAtCopy']), target: 'copy' },
          { guard: and([({ context }) => context.mayGoBack, 'looksAtCopies']), target: 'secondCopies' },
          { guard: and([({ context }) => context.mayGoBack, 'paysSeveral']), target: 'several' },
          { guard: ({ context }) => context.mayGoBack, target: 'invoice' },
        ],
      },
    },
    thanks: {
      entry: assign(({ context: { parts } }) => ({
        thanksEndAt: parts.clock.monotonic() + parts.rules.thanksMs,
      })),
      after: { thanks: 'completed' },
      on: { start: 'completed', done: 'completed', leave: 'completed' },
    },
    leaving: {
      always: [{ guard: 'isDone', target: 'thanks' }, { target: 'left' }],
    },
    completed: { entry: { type: 'endVisit', params: 'completed' }, always: 'attract' },
    left: { entry: { type: 'endVisit', params: 'left' }, always: 'attract' },
    timedOut: { entry: { type: 'endVisit', params: 'timed-out' }, always: 'attract' },
  },
});

function isOwn({ charge }: VisitContext, changed: Charge): boolean {
  return charge?.id === changed.id;
}
