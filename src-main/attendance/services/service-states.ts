import { assign } from 'xstate';
import { offersSeveral, toggled } from '../several-invoices.ts';
import type { VisitContext, VisitState } from '../visit-context.ts';
import { visitSetup } from '../visit-setup.ts';
import { owedFor, situationOf } from './service-talk.ts';

/** The customer's own services, and a blocked one enabled on trust. */

export const readingServices = visitSetup.createStateConfig({
  invoke: {
    src: 'readServices',
    input: ({ context }) => context,
    onDone: [
      {
        guard: ({ event }) => event.output.next === 'services',
        target: 'services',
        actions: assign(({ event }) => event.output.patch),
      },
      { target: 'problem', actions: assign(({ event }) => event.output.patch) },
    ],
    onError: { target: 'problem', actions: 'meetUnexpected' },
  },
});

export const services = visitSetup.createStateConfig({
  tags: ['counts-idle'],
  on: {
    'choose-service': {
      guard: ({ context, event }) =>
        context.services?.list.services.some(({ key }) => key === event.serviceId) === true,
      target: 'service',
      actions: assign(({ context, event }) => choose(context, event.serviceId)),
    },
    back: { target: 'menu', actions: assign({ services: undefined }) },
  },
});

export const service = visitSetup.createStateConfig({
  tags: ['counts-idle'],
  on: {
    'pay-owed': [
      {
        guard: ({ context }) => (owedFor(context)?.length ?? 0) > 1 && offersSeveral(context),
        target: 'several',
        actions: assign(({ context }) => tickOwed(context)),
      },
      {
        guard: ({ context }) => owedFor(context)?.length === 1,
        target: 'invoice',
        actions: [
          assign(({ context }) => ({ invoice: owedFor(context)?.[0], services: undefined })),
          'noteInvoiceOpened',
        ],
      },
      { target: 'invoices', actions: assign({ services: undefined }) },
    ],
    'ask-unlock': {
      guard: ({ context }) => context.services?.offer?.state === 'offered',
      target: 'unlockTerms',
    },
    back: 'services',
  },
});

export const unlockTerms = visitSetup.createStateConfig({
  tags: ['counts-idle'],
  on: { agree: 'unlocking', decline: 'service', back: 'service' },
});

export const unlocking = visitSetup.createStateConfig({
  invoke: {
    src: 'unlockService',
    input: ({ context }) => context,
    onDone: [
      {
        guard: ({ event }) => event.output.next === 'done',
        target: 'unlockResult',
        actions: [assign(({ event }) => event.output.patch), 'accomplish', 'lookAtPrint'],
      },
      {
        target: 'unlockResult',
        actions: [assign(({ event }) => event.output.patch), 'lookAtPrint'],
      },
    ],
    onError: { target: 'problem', actions: 'meetFullDisk' },
  },
});

export const unlockResult = visitSetup.createStateConfig({
  tags: ['counts-idle'],
  exit: ['noteProtocolPrinted', 'cancelPrint', 'forgetPrint'],
  on: {
    retry: {
      guard: ({ context }) => context.services?.result?.outcome === 'not-sent',
      target: 'unlocking',
    },
    // Its state may be another one now.
    done: 'readingServices',
  },
});

function choose(context: VisitContext, key: string): Partial<VisitState> {
  const { services: talk, parts } = context;
  const chosen = talk?.list.services.find((each) => each.key === key);
  if (!talk || !chosen || !parts.services) return {};
  const offer = parts.services.unlockOffer(chosen, situationOf(chosen, talk.list, context));
  return { services: { list: talk.list, chosen, offer } };
}

function tickOwed(context: VisitContext): Partial<VisitState> {
  const owed = owedFor(context) ?? [];
  const picked = owed.reduce<readonly string[]>(
    (ticked, { key }) => toggled(key, { ...context, picked: ticked }),
    [],
  );
  return { picked, invoice: undefined, services: undefined };
}
