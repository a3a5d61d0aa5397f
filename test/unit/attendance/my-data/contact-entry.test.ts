import { describe, expect, it } from 'vitest';
import {
  type ContactEntry,
  changeOf,
  enterContact,
  eraseContact,
  typeContactKey,
} from '../../../../src-main/attendance/my-data/contact-entry.ts';
import type { MyDataField, MyDataRecord } from '../../../../src-main/attendance/my-data/my-data-desk.ts';

const records: readonly MyDataRecord[] = [
  {
    erp: 'principal',
    companyName: 'Rede Horizonte',
    contacts: [
      { kind: 'email', value: 'Maria@example.com' },
      { kind: 'phone', value: '5554987654321' },
    ],
  },
  { erp: 'sul', companyName: 'Sul', contacts: [{ kind: 'email', value: 'maria@example.com' }] },
];

function typed(field: MyDataField, text: string): ContactEntry {
  const entered = enterContact({ field, text: '' }, text);
  return [...text].reduce(typeContactKey, entered);
}

function change(field: MyDataField, text: string, known = records) {
  return changeOf(typed(field, text), known);
}

describe('a new contact', () => {
  it.each([
    ['email', ' Maria.Souza@Example.com', 'maria.souza@example.com'],
    ['phone', '(54) 3452-1000', '5434521000'],
    ['phone', '54 98765-1111', '54987651111'],
    ['whatsapp', '54 98765-1111', '54987651111'],
    // Nobody knows which of the known numbers has WhatsApp.
    ['whatsapp', '54 98765-4321', '54987654321'],
    // One of the two companies does not have it yet.
    ['phone', '54 98765-4321', '54987654321'],
  ] as const)('%s %j', (field, typed, value) => {
    expect(change(field, typed)).toEqual({ ok: true, value: { field, value } });
  });

  it.each([
    ['email', '', 'missing'],
    ['email', 'maria@example', 'wrong'],
    ['email', 'MARIA@example.com', 'same'],
    ['phone', '5432', 'wrong'],
    // A digit is missing.
    ['phone', '54 9876-5111', 'wrong'],
    ['phone', '20 98765-4321', 'wrong'],
    ['whatsapp', '54 3452-1000', 'not-mobile'],
  ] as const)('is refused: %s %j is %s', (field, typed, error) => {
    expect(change(field, typed)).toEqual({ ok: false, error });
  });

  it('is the same when every company has it', () => {
    expect(change('phone', '54 98765-4321', records.slice(0, 1))).toEqual({ ok: false, error: 'same' });
  });
});

it('keeps the digits of a number, and of anything no more than fits', () => {
  expect(typed('phone', '(54) 98765-43219').text).toBe('54987654321');
  expect(eraseContact(typed('phone', '5412')).text).toBe('541');
  expect(eraseContact(typed('email', 'maria@'), true).text).toBe('');
  expect(typed('email', `a\u0000${'b'.repeat(200)}`).text).toBe(`a ${'b'.repeat(98)}`);
});
