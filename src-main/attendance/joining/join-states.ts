import { assign } from 'xstate';
import type { VisitContext, VisitState } from '../visit-context.ts';
import { visitSetup } from '../visit-setup.ts';
import type { JoinDraft } from './join-draft.ts';
import type { JoinForm } from './join-form.ts';
import { choose, edit, goBack, skip, submit } from './join-steps.ts';

/** Becoming a customer, and ordering as one. */

export const preparingJoin = visitSetup.createStateConfig({
  invoke: {
    src: 'prepareJoin',
    input: ({ context }) => context,
    onDone: [
      {
        guard: ({ event }) => event.output.next === 'ask',
        target: 'joining',
        actions: assign(({ event }) => event.output.patch),
      },
      { guard: ({ event }) => event.output.next === 'held', target: 'joinHeld' },
      { target: 'problem', actions: assign(({ event }) => event.output.patch) },
    ],
    onError: { target: 'problem', actions: 'meetUnexpected' },
  },
});

/** One question after another: which one, the draft says. */
export const joining = visitSetup.createStateConfig({
  tags: ['counts-idle'],
  on: {
    key: { actions: assign(({ context, event }) => change(context, (draft) => edit(draft, event))) },
    'enter-text': { actions: assign(({ context, event }) => change(context, (draft) => edit(draft, event))) },
    erase: { actions: assign(({ context, event }) => change(context, (draft) => edit(draft, event))) },
    clear: { actions: assign(({ context, event }) => change(context, (draft) => edit(draft, event))) },
    'toggle-letters': {
      actions: assign(({ context, event }) => change(context, (draft) => edit(draft, event))),
    },
    'choose-option': {
      actions: assign(({ context, event }) =>
        change(context, (draft, form) => choose(draft, form, event.optionId)),
      ),
    },
    skip: { actions: assign(({ context }) => change(context, skip)) },
    submit: [
      {
        guard: ({ context }) => namesNewcomer(context),
        target: 'checkingNewcomer',
        actions: assign(({ context }) => change(context, submit)),
      },
      { actions: assign(({ context }) => change(context, submit)) },
    ],
    agree: {
      guard: ({ context }) => context.join.asked?.draft.step === 'consent',
      target: 'sendingJoin',
      actions: assign(({ context: { join, parts } }) => ({
        join: { ...join, agreedAt: parts.clock.wallTime() },
      })),
    },
    back: [
      {
        guard: ({ context }) => before(context) !== undefined,
        actions: assign(({ context }) => change(context, (draft) => before(context) ?? draft)),
      },
      { guard: ({ context }) => context.join.aim === 'order', target: 'menu', actions: 'forgetJoin' },
      {
        guard: ({ context }) => context.join.cameFrom === 'document',
        target: 'document',
        actions: 'forgetJoin',
      },
      { target: 'leaving' },
    ],
  },
});

/** Whoever says who they are may be a customer already. */
export const checkingNewcomer = visitSetup.createStateConfig({
  invoke: {
    src: 'checkNewcomer',
    input: ({ context }) => context,
    onDone: [
      { guard: ({ event }) => event.output.next === 'known', target: 'joinKnown' },
      { target: 'joining' },
    ],
    onError: { target: 'problem', actions: 'meetUnexpected' },
  },
});

export const sendingJoin = visitSetup.createStateConfig({
  invoke: {
    src: 'sendJoin',
    input: ({ context }) => context,
    onDone: [
      {
        guard: ({ event }) => event.output.next === 'done',
        target: 'joinDone',
        actions: [assign(({ event }) => event.output.patch), 'accomplish'],
      },
      { target: 'joinDone', actions: assign(({ event }) => event.output.patch) },
    ],
    onError: { target: 'problem', actions: 'meetFullDisk' },
  },
});

export const joinDone = visitSetup.createStateConfig({
  tags: ['counts-idle'],
  entry: 'lookAtPrint',
  exit: ['noteProtocolPrinted', 'cancelPrint', 'forgetPrint'],
  on: {
    retry: {
      guard: ({ context }) => context.join.standing?.outcome === 'not-sent',
      target: 'sendingJoin',
    },
    done: [
      { guard: ({ context }) => context.join.aim === 'order', target: 'menu', actions: 'forgetJoin' },
      { target: 'leaving' },
    ],
  },
});

/** A person has to look first. */
export const joinHeld = visitSetup.createStateConfig({
  tags: ['counts-idle'],
  on: {
    done: [
      { guard: ({ context }) => context.join.aim === 'order', target: 'menu', actions: 'forgetJoin' },
      { target: 'leaving' },
    ],
  },
});

/** They are a customer: the way in is the identification, with what they typed. */
export const joinKnown = visitSetup.createStateConfig({
  tags: ['counts-idle'],
  on: {
    done: {
      target: 'document',
      actions: [
        assign(({ context: { join, entry } }) => ({ entry: join.asked?.draft.document ?? entry })),
        'forgetJoin',
      ],
    },
  },
});

function change(
  { join }: VisitContext,
  act: (draft: JoinDraft, form: JoinForm) => JoinDraft,
): Partial<VisitState> {
  const { asked } = join;
  return asked ? { join: { ...join, asked: { ...asked, draft: act(asked.draft, asked.form) } } } : {};
}

/** Whether what was typed is a document that can be one: "Continuar" leads on from it. */
function namesNewcomer({ join: { asked } }: VisitContext): boolean {
  return asked?.draft.step === 'document' && submit(asked.draft, asked.form).step !== 'document';
}

function before({ join: { asked } }: VisitContext): JoinDraft | undefined {
  return asked && goBack(asked.draft, asked.form);
}
