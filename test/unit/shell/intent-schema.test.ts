import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Intent } from '../../../src-main/contract/intent.ts';
import { intentMessageSchema } from '../../../src-main/shell/intent-schema.ts';

/** One of each: a new kind of intent does not compile until it stands here. */
const intents: { readonly [Type in Intent['type']]: Extract<Intent, { type: Type }> } = {
  start: { type: 'start' },
  key: { type: 'key', key: '7' },
  erase: { type: 'erase' },
  clear: { type: 'clear' },
  'toggle-letters': { type: 'toggle-letters' },
  'enter-text': { type: 'enter-text', text: 'Rua São João, 15' },
  join: { type: 'join' },
  'ask-progress': { type: 'ask-progress' },
  skip: { type: 'skip' },
  submit: { type: 'submit' },
  'choose-copies': { type: 'choose-copies', kind: 'statement' },
  'choose-copy': { type: 'choose-copy', copyId: 'principal:3' },
  'choose-months': { type: 'choose-months', months: 12 },
  'show-copy': { type: 'show-copy' },
  'print-copy': { type: 'print-copy' },
  'choose-entry': { type: 'choose-entry', entry: 'services' },
  'choose-service': { type: 'choose-service', serviceId: 'principal:0' },
  'pay-owed': { type: 'pay-owed' },
  'ask-unlock': { type: 'ask-unlock' },
  'choose-contract': { type: 'choose-contract', contractId: 'K-1' },
  'choose-invoice': { type: 'choose-invoice', invoiceId: 'F-101' },
  'show-several': { type: 'show-several' },
  'tick-invoice': { type: 'tick-invoice', invoiceId: 'F-101' },
  'tick-all': { type: 'tick-all' },
  'tick-none': { type: 'tick-none' },
  'pay-pix': { type: 'pay-pix' },
  'print-slip': { type: 'print-slip' },
  'show-receipts': { type: 'show-receipts' },
  'choose-receipt': { type: 'choose-receipt', receiptId: 'c-1' },
  'show-boleto': { type: 'show-boleto' },
  'print-pages': { type: 'print-pages' },
  back: { type: 'back' },
  retry: { type: 'retry' },
  'more-time': { type: 'more-time' },
  leave: { type: 'leave' },
  done: { type: 'done' },
  'choose-option': { type: 'choose-option', optionId: 'phone' },
  'receive-message': { type: 'receive-message' },
  'choose-phone': { type: 'choose-phone', phoneId: '0' },
  'other-phone': { type: 'other-phone' },
  agree: { type: 'agree' },
  decline: { type: 'decline' },
  'call-attendant': { type: 'call-attendant' },
  'close-notice': { type: 'close-notice' },
  'set-language': { type: 'set-language', language: 'es' },
  'set-mode': { type: 'set-mode', mode: 'large-type', on: true },
  speak: { type: 'speak', text: 'Digite seu CPF' },
  hush: { type: 'hush' },
  technician: { type: 'technician' },
  activity: { type: 'activity' },
};

function isTaken(message: unknown): boolean {
  return intentMessageSchema.safeParse(message).success;
}

describe('messages of the page', () => {
  it.each(Object.values(intents))('may be $type', (intent) => {
    expect(intentMessageSchema.parse({ screenKey: 3, intent })).toEqual({ screenKey: 3, intent });
  });

  it.each(['0', '9', 'A', 'z'])('may hold the key %s', (key) => {
    expect(isTaken({ screenKey: 0, intent: { type: 'key', key } })).toBe(true);
  });

  it.each(['', '10', ' ', '\n', '1\n', 'ç', 'ß', '٣', '💥', 7, null])('may not hold the key %j', (key) => {
    expect(isTaken({ screenKey: 0, intent: { type: 'key', key } })).toBe(false);
  });

  it('may hold an empty text, and none longer than 2,000 characters', () => {
    expect(isTaken({ screenKey: 0, intent: { type: 'enter-text', text: '' } })).toBe(true);
    expect(isTaken({ screenKey: 0, intent: { type: 'enter-text', text: 'x'.repeat(2_001) } })).toBe(false);
  });

  it.each(['', 'x'.repeat(201), 5, undefined])('may not hold the id %j', (id) => {
    expect(isTaken({ screenKey: 0, intent: { type: 'choose-invoice', invoiceId: id } })).toBe(false);
    expect(isTaken({ screenKey: 0, intent: { type: 'choose-contract', contractId: id } })).toBe(false);
  });

  it.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, '0', null, undefined])(
    'may not hold the screen key %s',
    (screenKey) => {
      expect(isTaken({ screenKey, intent: { type: 'start' } })).toBe(false);
    },
  );

  it.each([
    undefined,
    null,
    'start',
    [],
    {},
    { screenKey: 0 },
    { type: 'start' },
    { screenKey: 0, intent: { type: 'timed-out' } },
    { screenKey: 0, intent: { type: 'charge-changed', charge: { id: 'x', state: 'PAID' } } },
    { screenKey: 0, intent: { type: 'start', also: 1 } },
    { screenKey: 0, intent: { type: 'start' }, also: 1 },
    { screenKey: 0, intent: { type: ['start'] } },
    { screenKey: 0, intent: { type: '__proto__' } },
  ])('may not be %j', (message) => {
    expect(isTaken(message)).toBe(false);
  });

  it('are refused, never thrown at, whatever they are', () => {
    fc.assert(
      fc.property(fc.anything({ withBigInt: true, withMap: true, withNullPrototype: true }), (message) => {
        expect(isTaken(message)).toBe(false);
      }),
    );
  });
});
