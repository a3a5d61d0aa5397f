import { assign } from 'xstate';
import {
  type DocumentEntry,
  emptyDocumentEntry,
  eraseDocumentKey,
  toggleLetters,
  typeDocumentKey,
} from '../document-entry.ts';
import type { VisitContext, VisitState } from '../visit-context.ts';
import { visitSetup } from '../visit-setup.ts';
import { progressError } from './join-visit.ts';

/** "Como está meu pedido?" */

/** Whose request? */
export const progressDocument = visitSetup.createStateConfig({
  tags: ['counts-idle'],
  on: {
    key: {
      actions: assign(({ context, event }) =>
        entered(context, typeDocumentKey(context.join.document, event.key)),
      ),
    },
    erase: { actions: assign(({ context }) => entered(context, eraseDocumentKey(context.join.document))) },
    clear: { actions: assign(({ context }) => entered(context, emptyDocumentEntry)) },
    'toggle-letters': {
      actions: assign(({ context }) => entered(context, toggleLetters(context.join.document))),
    },
    submit: [
      { guard: ({ context }) => progressError(context) === undefined, target: 'readingProgress' },
      {
        actions: assign(({ context }) => {
          const error = progressError(context);
          return entered(context, { ...context.join.document, ...(error && { error }) });
        }),
      },
    ],
    back: 'leaving',
  },
});

export const readingProgress = visitSetup.createStateConfig({
  invoke: {
    src: 'readProgress',
    input: ({ context }) => context,
    onDone: { target: 'joinProgress', actions: assign(({ event }) => event.output.patch) },
    onError: { target: 'problem', actions: 'meetUnexpected' },
  },
});

export const joinProgress = visitSetup.createStateConfig({
  tags: ['counts-idle'],
  on: { back: 'progressDocument', done: 'leaving' },
});

function entered({ join }: VisitContext, document: DocumentEntry): Partial<VisitState> {
  return { join: { ...join, document } };
}
