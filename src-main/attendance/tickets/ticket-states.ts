import { assign } from 'xstate';
import type { VisitContext, VisitState } from '../visit-context.ts';
import { visitSetup } from '../visit-setup.ts';
import { choose, enterText, eraseText, previousStep, submitText, typeKey } from './ticket-draft.ts';
import type { TicketDraft } from './ticket-questions.ts';
import type { TicketTalk } from './ticket-talk.ts';

/** A ticket, from what it may be about to its number. */

export const help = visitSetup.createStateConfig({
  invoke: {
    src: 'openHelp',
    input: ({ context }) => context,
    onDone: [
      {
        guard: ({ event }) => event.output.next === 'asks',
        target: 'ticketQuestion',
        actions: assign(({ event }) => event.output.patch),
      },
      { target: 'problem', actions: assign(({ event }) => event.output.patch) },
    ],
    onError: { target: 'problem', actions: 'meetUnexpected' },
  },
});

export const ticketQuestion = visitSetup.createStateConfig({
  tags: ['counts-idle'],
  on: {
    'choose-option': {
      actions: assign(({ context, event }) =>
        edit(context, ({ draft, form }) => choose(draft, event.optionId, form)),
      ),
    },
    'enter-text': {
      actions: assign(({ context, event }) =>
        edit(context, ({ draft, form }) => enterText(draft, event.text, form.rules)),
      ),
    },
    key: {
      actions: assign(({ context, event }) =>
        edit(context, ({ draft, form }) => typeKey(draft, event.key, form.rules)),
      ),
    },
    erase: { actions: assign(({ context }) => edit(context, ({ draft }) => eraseText(draft))) },
    clear: { actions: assign(({ context }) => edit(context, ({ draft }) => eraseText(draft, true))) },
    submit: [
      { guard: ({ context }) => context.ticket?.draft.step === 'review', target: 'sendingTicket' },
      { actions: assign(({ context }) => edit(context, ({ draft, form }) => submitText(draft, form))) },
    ],
    back: [
      {
        guard: ({ context }) => before(context) !== undefined,
        actions: assign(({ context }) => edit(context, ({ draft }) => before(context) ?? draft)),
      },
      { target: 'menu', actions: assign({ ticket: undefined }) },
    ],
  },
});

export const sendingTicket = visitSetup.createStateConfig({
  invoke: {
    src: 'sendTicket',
    input: ({ context }) => context,
    onDone: [
      {
        guard: ({ event }) => event.output.next === 'done',
        target: 'ticketResult',
        actions: [assign(({ event }) => event.output.patch), 'accomplish', 'lookAtPrint'],
      },
      { target: 'ticketResult', actions: [assign(({ event }) => event.output.patch), 'lookAtPrint'] },
    ],
    onError: { target: 'problem', actions: 'meetFullDisk' },
  },
});

export const ticketResult = visitSetup.createStateConfig({
  tags: ['counts-idle'],
  exit: ['noteProtocolPrinted', 'cancelPrint', 'forgetPrint'],
  on: {
    retry: { guard: ({ context }) => isUnsent(context), target: 'sendingTicket' },
    // What was written is still there.
    back: { guard: ({ context }) => isUnsent(context), target: 'ticketQuestion' },
    done: { target: 'menu', actions: assign({ ticket: undefined }) },
  },
});

function isUnsent({ ticket }: VisitContext): boolean {
  return ticket?.standing?.outcome === 'not-sent';
}

function edit({ ticket }: VisitContext, change: (talk: TicketTalk) => TicketDraft): Partial<VisitState> {
  return ticket ? { ticket: { ...ticket, draft: change(ticket) } } : {};
}

function before({ ticket }: VisitContext): TicketDraft | undefined {
  return ticket && previousStep(ticket.draft, ticket.form);
}
