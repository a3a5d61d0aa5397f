import { assign } from 'xstate';
import type { VisitContext, VisitState } from '../visit-context.ts';
import { visitSetup } from '../visit-setup.ts';
import { type ContactEntry, changeOf, enterContact, eraseContact, typeContactKey } from './contact-entry.ts';
import { myDataFields } from './my-data-desk.ts';

/** Contact data, masked, and one of them changed. */

export const myData = visitSetup.createStateConfig({
  invoke: {
    src: 'openMyData',
    input: ({ context }) => context,
    onDone: [
      {
        guard: ({ event }) => event.output.next === 'shown',
        target: 'myContacts',
        actions: assign(({ event }) => event.output.patch),
      },
      { target: 'problem', actions: assign(({ event }) => event.output.patch) },
    ],
    onError: { target: 'problem', actions: 'meetUnexpected' },
  },
});

export const myContacts = visitSetup.createStateConfig({
  tags: ['counts-idle'],
  on: {
    'choose-option': {
      guard: ({ event }) => myDataFields.some((field) => field === event.optionId),
      target: 'contactEntry',
      actions: assign(({ context, event }) => begin(context, event.optionId)),
    },
    back: { target: 'menu', actions: assign({ myData: undefined }) },
  },
});

export const contactEntry = visitSetup.createStateConfig({
  tags: ['counts-idle'],
  on: {
    'enter-text': {
      actions: assign(({ context, event }) => edit(context, (entry) => enterContact(entry, event.text))),
    },
    key: {
      actions: assign(({ context, event }) => edit(context, (entry) => typeContactKey(entry, event.key))),
    },
    erase: { actions: assign(({ context }) => edit(context, (entry) => eraseContact(entry))) },
    clear: { actions: assign(({ context }) => edit(context, (entry) => eraseContact(entry, true))) },
    submit: [
      {
        guard: ({ context }) => parse(context)?.ok === true,
        target: 'contactConfirm',
        actions: assign(({ context }) => confirm(context)),
      },
      { actions: assign(({ context }) => complain(context)) },
    ],
    back: 'myContacts',
  },
});

export const contactConfirm = visitSetup.createStateConfig({
  tags: ['counts-idle'],
  on: { submit: 'savingContact', back: 'contactEntry' },
});

export const savingContact = visitSetup.createStateConfig({
  invoke: {
    src: 'saveContact',
    input: ({ context }) => context,
    onDone: [
      {
        guard: ({ event }) => event.output.next === 'done',
        target: 'contactSaved',
        actions: [assign(({ event }) => event.output.patch), 'accomplish'],
      },
      { target: 'contactSaved', actions: assign(({ event }) => event.output.patch) },
    ],
    onError: { target: 'problem', actions: 'meetFullDisk' },
  },
});

/** The contacts are read again: what was changed is seen there. */
export const contactSaved = visitSetup.createStateConfig({
  tags: ['counts-idle'],
  on: {
    done: { target: 'myData', actions: assign({ myData: undefined }) },
    back: { target: 'menu', actions: assign({ myData: undefined }) },
  },
});

function begin({ myData: talk }: VisitContext, optionId: string): Partial<VisitState> {
  const field = myDataFields.find((each) => each === optionId);
  if (!talk || !field) return {};
  const { known } = talk;
  return { myData: { known, entry: { field, text: '' } } };
}

function edit({ myData: talk }: VisitContext, change: (entry: ContactEntry) => ContactEntry) {
  return talk?.entry ? { myData: { ...talk, entry: change(talk.entry) } } : {};
}

function parse({ myData: talk }: VisitContext) {
  return talk?.entry && changeOf(talk.entry, talk.known.records);
}

function confirm(context: VisitContext): Partial<VisitState> {
  const { myData: talk } = context;
  const change = parse(context);
  return talk && change?.ok ? { myData: { ...talk, change: change.value } } : {};
}

function complain(context: VisitContext): Partial<VisitState> {
  const change = parse(context);
  return change && !change.ok ? edit(context, (entry) => ({ ...entry, error: change.error })) : {};
}
