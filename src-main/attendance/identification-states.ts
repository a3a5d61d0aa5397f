import { and, assign, not, or } from 'xstate';
import { parseDocument } from '../domain/cpf-cnpj.ts';
import {
  type DocumentEntry,
  emptyDocumentEntry,
  eraseDocumentKey,
  toggleLetters,
  typeDocumentKey,
} from './document-entry.ts';
import { noJoining } from './joining/join-talk.ts';
import { checkFactor, eraseFactorKey, type FactorEntry, typeFactorKey } from './second-factor.ts';
import type { VisitContext, VisitState } from './visit-context.ts';
import { visitSetup } from './visit-setup.ts';
import { erpDown } from './visit-steps.ts';

/** Who is it? From the first touch to an identified customer. */

export const attract = visitSetup.createStateConfig({
  on: {
    start: [
      { guard: 'isClosed' },
      { guard: 'isErpDown', target: 'problem', actions: assign(erpDown) },
      { target: 'beginning' },
    ],
    join: [
      { guard: or(['isClosed', not('takesNew')]) },
      { guard: 'isErpDown', target: 'problem', actions: assign(erpDown) },
      { target: 'beginning', actions: assign({ join: { ...noJoining, aim: 'join' } }) },
    ],
    'ask-progress': [
      { guard: or(['isClosed', not('takesNew')]) },
      { guard: 'isErpDown', target: 'problem', actions: assign(erpDown) },
      { target: 'beginning', actions: assign({ join: { ...noJoining, aim: 'progress' } }) },
    ],
  },
});

export const beginning = visitSetup.createStateConfig({
  invoke: {
    src: 'begin',
    input: ({ context }) => context,
    onDone: [
      {
        guard: { type: 'aimsAt', params: 'join' },
        target: 'preparingJoin',
        actions: assign(({ event }) => event.output.patch),
      },
      {
        guard: { type: 'aimsAt', params: 'progress' },
        target: 'progressDocument',
        actions: assign(({ event }) => event.output.patch),
      },
      { target: 'document', actions: assign(({ event }) => event.output.patch) },
    ],
    onError: { target: 'problem', actions: 'meetFullDisk' },
  },
});

export const document = visitSetup.createStateConfig({
  tags: ['counts-idle'],
  on: {
    key: { actions: assign(({ context, event }) => ({ entry: typeDocumentKey(context.entry, event.key) })) },
    erase: { actions: assign(({ context }) => ({ entry: eraseDocumentKey(context.entry) })) },
    clear: { actions: assign({ entry: emptyDocumentEntry }) },
    'toggle-letters': { actions: assign(({ context }) => ({ entry: toggleLetters(context.entry) })) },
    join: {
      guard: and([({ context }) => context.entry.error === 'not-found', 'takesNew']),
      target: 'preparingJoin',
      actions: assign({ join: { ...noJoining, aim: 'join', cameFrom: 'document' } }),
    },
    submit: [
      {
        guard: ({ context }) => entryError(context) === undefined,
        target: 'identifying',
        actions: assign(({ context }) => ({ document: context.entry.text })),
      },
      { actions: assign(({ context }) => ({ entry: { ...context.entry, ...entryError(context) } })) },
    ],
  },
});

/** What keeps the entry from being looked up. */
function entryError(context: VisitContext): Pick<DocumentEntry, 'error' | 'retryInMinutes'> | undefined {
  const parsed = parseDocument(context.entry.text);
  if (!parsed.ok) return { error: parsed.error };
  const retryInMinutes = context.tries.blockedMinutes(context.entry.text);
  return retryInMinutes === undefined ? undefined : { error: 'blocked', retryInMinutes };
}

export const identifying = visitSetup.createStateConfig({
  invoke: {
    src: 'identify',
    input: ({ context }) => context,
    onDone: [
      {
        guard: ({ event }) => event.output.next === 'unknown',
        target: 'document',
        actions: assign(({ event }) => event.output.patch),
      },
      {
        guard: ({ event }) => event.output.next === 'ask',
        target: 'secondFactor',
        actions: assign(({ event }) => event.output.patch),
      },
      {
        guard: ({ event }) => event.output.next === 'verified',
        target: 'openingAccount',
        actions: [assign(({ event }) => event.output.patch), 'noteIdentified'],
      },
      { target: 'problem', actions: assign(({ event }) => event.output.patch) },
    ],
    onError: { target: 'problem', actions: 'meetUnexpected' },
  },
});

export const secondFactor = visitSetup.createStateConfig({
  tags: ['counts-idle'],
  on: {
    key: {
      actions: assign(({ context, event }) =>
        editFactor(context, (entry) => typeFactorKey(entry, event.key)),
      ),
    },
    erase: { actions: assign(({ context }) => editFactor(context, eraseFactorKey)) },
    clear: {
      actions: assign(({ context }) => editFactor(context, ({ question }) => ({ question, text: '' }))),
    },
    back: { target: 'document', actions: assign({ factor: undefined, customer: undefined }) },
    submit: [
      {
        guard: ({ context }) => factorError(context) === undefined,
        target: 'openingAccount',
        actions: [({ context }) => context.tries.clear(context.document), 'noteIdentified'],
      },
      {
        guard: ({ context }) => factorError(context) === 'wrong',
        target: 'countingWrongFactor',
        actions: ({ context }) => context.tries.count(context.document),
      },
      { actions: assign(({ context }) => editFactor(context, (entry) => withError(entry, context))) },
    ],
  },
});

export const countingWrongFactor = visitSetup.createStateConfig({
  always: [
    {
      guard: ({ context }) => context.tries.blockedMinutes(context.document) !== undefined,
      target: 'document',
      actions: assign(({ context }) => ({
        entry: { ...context.entry, ...entryError(context) },
        factor: undefined,
        customer: undefined,
      })),
    },
    {
      target: 'secondFactor',
      actions: assign(({ context }) =>
        editFactor(context, ({ question }) => ({ question, text: '', error: 'wrong' })),
      ),
    },
  ],
});

function editFactor(context: VisitContext, edit: (entry: FactorEntry) => FactorEntry): Partial<VisitState> {
  return context.factor ? { factor: edit(context.factor) } : {};
}

function factorError({ factor, customer }: VisitContext): FactorEntry['error'] {
  return factor && customer ? checkFactor(factor, customer) : 'incomplete';
}

function withError(entry: FactorEntry, context: VisitContext): FactorEntry {
  const error = factorError(context);
  return error ? { ...entry, error } : entry;
}

export const openingAccount = visitSetup.createStateConfig({
  invoke: {
    src: 'openAccount',
    input: ({ context }) => context,
    onDone: [
      {
        guard: and([({ event }) => event.output.next !== 'trouble', 'hasMenu']),
        target: 'menu',
        actions: assign(({ event }) => event.output.patch),
      },
      {
        guard: ({ event }) => event.output.next === 'contracts',
        target: 'contracts',
        actions: assign(({ event }) => event.output.patch),
      },
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
