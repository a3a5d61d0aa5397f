import { assign } from 'xstate';
import { visitSetup } from '../visit-setup.ts';
import { readMobile, typePhoneKey } from './phone-entry.ts';

/**
 * "Receber no WhatsApp": which number, the consent, and back to where the customer was. A PIX that waits to be paid
 * goes on waiting meanwhile: its payment is news here too, and so is its end.
 */

/** Back to where the customer asked for it. */
const toPlace = [
  { guard: { type: 'asksAt', params: 'pix' }, target: 'pix' },
  { guard: { type: 'asksAt', params: 'paid' }, target: 'paid' },
  { target: 'invoice' },
] as const;

/** The PIX ended meanwhile: its code is worth nothing any more. */
const pixEnd = {
  always: { guard: 'isPixOver', target: 'pixExpired' },
  after: { chargeEnd: { guard: { type: 'asksAt', params: 'pix' }, target: 'pixExpired' } },
} as const;

/** Leaving from here is leaving from there. */
const leave = [
  { guard: { type: 'asksAt', params: 'pix' }, target: 'cancelling', actions: 'leaveAfterCancel' },
  { guard: { type: 'asksAt', params: 'paid' }, target: 'thanks' },
  { target: 'leaving' },
] as const;

const going = {
  leave,
  // The payer may be busy with their phone: the PIX stays on the screen until it ends, as if they had never asked.
  'timed-out': [
    { guard: { type: 'asksAt', params: 'pix' }, target: 'pix' },
    { guard: { type: 'asksAt', params: 'paid' }, target: 'thanks' },
    { target: 'timedOut' },
  ],
} as const;

export const findingPhones = visitSetup.createStateConfig({
  ...pixEnd,
  on: { ...going, back: toPlace, 'other-phone': 'messageNumber' },
  invoke: {
    src: 'findPhones',
    input: ({ context }) => context,
    onDone: [
      {
        guard: ({ event }) => event.output.next === 'choose',
        target: 'messagePhones',
        actions: assign(({ event }) => event.output.patch),
      },
      { target: 'messageNumber', actions: assign(({ event }) => event.output.patch) },
    ],
    onError: 'messageNumber',
  },
});

export const messagePhones = visitSetup.createStateConfig({
  tags: ['counts-idle'],
  ...pixEnd,
  on: {
    ...going,
    'choose-phone': {
      guard: ({ context, event }) => context.message.known?.[Number(event.phoneId)] !== undefined,
      target: 'messageConsent',
      actions: assign(({ context: { message }, event }) => {
        const digits = message.known?.[Number(event.phoneId)];
        return {
          message: { ...message, ...(digits !== undefined && { phone: { digits, isTyped: false } }) },
        };
      }),
    },
    'other-phone': 'messageNumber',
    back: toPlace,
  },
});

export const messageNumber = visitSetup.createStateConfig({
  tags: ['counts-idle'],
  ...pixEnd,
  on: {
    ...going,
    key: {
      actions: assign(({ context: { message }, event }) => ({
        message: { ...message, typed: typePhoneKey(message.typed, event.key), error: undefined },
      })),
    },
    erase: {
      actions: assign(({ context: { message } }) => ({
        message: { ...message, typed: message.typed.slice(0, -1), error: undefined },
      })),
    },
    clear: {
      actions: assign(({ context: { message } }) => ({
        message: { ...message, typed: '', error: undefined },
      })),
    },
    submit: [
      {
        guard: ({ context: { message } }) => readMobile(message.typed).ok,
        target: 'messageConsent',
        actions: assign(({ context: { message } }) => {
          const read = readMobile(message.typed);
          return {
            message: { ...message, phone: read.ok ? { digits: read.value, isTyped: true } : undefined },
          };
        }),
      },
      {
        actions: assign(({ context: { message } }) => {
          const read = readMobile(message.typed);
          return { message: { ...message, error: read.ok ? undefined : read.error } };
        }),
      },
    ],
    back: [{ guard: 'knowsPhones', target: 'messagePhones' }, ...toPlace],
  },
});

export const messageConsent = visitSetup.createStateConfig({
  tags: ['counts-idle'],
  ...pixEnd,
  on: {
    ...going,
    agree: 'askingMessage',
    decline: toPlace,
    back: [
      { guard: ({ context: { message } }) => message.phone?.isTyped === true, target: 'messageNumber' },
      { target: 'messagePhones' },
    ],
  },
});

export const askingMessage = visitSetup.createStateConfig({
  ...pixEnd,
  on: going,
  invoke: {
    src: 'askMessage',
    input: ({ context }) => context,
    onDone: { target: 'messageAsked', actions: assign(({ event }) => event.output.patch) },
    onError: {
      target: 'messageAsked',
      actions: assign(({ context: { message } }) => ({
        message: { ...message, outcome: 'failed' as const },
      })),
    },
  },
});

export const messageAsked = visitSetup.createStateConfig({
  tags: ['counts-idle'],
  ...pixEnd,
  on: { ...going, done: toPlace, back: toPlace },
});
