import {
  getPixPayloadInfo,
  isValidBoleto,
  isValidCnpj,
  isValidCpf,
  isValidPixPayload,
} from '@brazilian-utils/brazilian-utils';
import boletoUtils from '@mrmgomes/boleto-utils';
import { describe, expect, test } from 'vitest';
import { bankLine, collectionLine } from '../../simulators/codes/boleto-line.ts';
import { daysBetween } from '../../simulators/codes/calendar.ts';
import { allCustomers, customers } from '../../simulators/erp/fixture-customers.ts';
import { fixtureInvoices } from '../../simulators/erp/fixture-invoices.ts';
import { dueCents, type ErpInvoice } from '../../simulators/erp/records.ts';

const today = '2026-11-21';
const invoices = fixtureInvoices(today);
const ids = customers.difficult.invoices;
const withoutSoundLine: readonly string[] = [ids.brokenLine, ids.noLine];

function find(id: string): ErpInvoice {
  const found = invoices.find((invoice) => invoice.id === id);
  if (found === undefined) throw new Error(`no fixture ${id}`);
  return found;
}

describe('typed lines', () => {
  test.each([
    [
      '00190500954014481606906809350314337370000000100',
      '001',
      '2007-12-31',
      100,
      '0500940144816060680935031',
    ],
    [
      '34191101213456788005871234570001616670000012345',
      '341',
      '2026-12-21',
      12_345,
      '1101234567880057123457000',
    ],
    ['23794150099001980167035000211405700000000000000', '237', undefined, 0, '4150090019801673500021140'],
    [
      '75691111100101231230000000160010195360000010000',
      '756',
      '2023-11-16',
      10_000,
      '1111101012312300000016001',
    ],
  ])('the published line %s comes out of its parts', (line, bank, dueDate, amountCents, freeField) => {
    const parts = { bank, amountCents, freeField };
    expect(bankLine(dueDate === undefined ? parts : { ...parts, dueDate })).toBe(line);
  });

  test.each([
    ['2000-07-03', '1000'],
    ['2025-02-21', '9999'],
    ['2025-02-22', '1000'],
    ['2026-11-21', '1637'],
    ['2049-10-13', '9999'],
    ['2049-10-14', '1000'],
  ])('the due factor of %s is %s', (dueDate, factor) => {
    const line = bankLine({ bank: '001', dueDate, amountCents: 1, freeField: '0'.repeat(25) });
    expect(line.slice(33, 37)).toBe(factor);
  });

  test('the published collection line comes out of its parts', () => {
    const line = collectionLine({
      segment: '4',
      amountCents: 14_359,
      freeField: '00240200240500024384221010811',
    });
    expect(line).toBe('846700000017435900240209024050002435842210108119');
  });

  test('all lines that are meant to be sound are so for two independent libraries', () => {
    for (const { id, typeableLine } of invoices.filter((each) => !withoutSoundLine.includes(each.id))) {
      expect(isValidBoleto(typeableLine), id).toBe(true);
      expect(boletoUtils.validarBoleto(typeableLine).sucesso, id).toBe(true);
    }
  });

  test('lines carry the original amount, also when more is due', () => {
    const overdue = find(customers.maria.invoices.overdue);
    expect(dueCents(overdue)).toBeGreaterThan(overdue.originalCents);
    expect(overdue.typeableLine.slice(-10)).toBe('0000012990');
    const collection = boletoUtils.validarBoleto(find(customers.maria.invoices.collection).typeableLine);
    expect(collection.valor).toBe(143.59);
  });

  test('the difficult lines are as difficult as promised', () => {
    expect(isValidBoleto(find(ids.brokenLine).typeableLine)).toBe(false);
    expect(find(ids.brokenLine).typeableLine).toHaveLength(47);
    expect(find(ids.contradictingLine).typeableLine.slice(-10)).toBe('0000009999');
    expect(find(ids.zeroValueLine).typeableLine.slice(-10)).toBe('0000000000');
    expect(find(ids.noLine).typeableLine).toBe('');
  });
});

describe('fixtures', () => {
  test('documents are valid', () => {
    for (const { document } of allCustomers) {
      expect(isValidCpf(document) || isValidCnpj(document, { version: 2 }), document).toBe(true);
    }
    expect(isValidCnpj(customers.alphanumericCompany.document)).toBe(false);
  });

  test('ids come from disjoint ranges and are unique', () => {
    const customerIds = allCustomers.map(({ id }) => id);
    const contractIds = allCustomers.flatMap(({ contracts }) => contracts.map(({ id }) => id));
    const invoiceIds = invoices.map(({ id }) => id);
    for (const id of customerIds) expect(id).toMatch(/^7\d{3}$/);
    for (const id of contractIds) expect(id).toMatch(/^3\d{3}$/);
    for (const id of invoiceIds) expect(id).toMatch(/^91\d{4}$/);
    const all = [...customerIds, ...contractIds, ...invoiceIds];
    expect(new Set(all).size).toBe(all.length);
  });

  test('every invoice named on a customer exists and is theirs', () => {
    for (const customer of Object.values(customers)) {
      for (const id of Object.values(customer.invoices).filter((value) => typeof value === 'string')) {
        expect(find(id).customerId).toBe(customer.id);
      }
    }
    const { many, noneOpen } = customers;
    expect(invoices.filter(({ customerId }) => customerId === many.id)).toHaveLength(many.invoices.count);
    expect(invoices.filter(({ customerId }) => customerId === noneOpen.id)).toHaveLength(0);
  });

  test('due dates count from today and nothing is issued in the future', () => {
    const { overdue, withPixCode } = customers.maria.invoices;
    expect(daysBetween(today, find(overdue).dueDate)).toBe(-12);
    expect(daysBetween(today, find(withPixCode).dueDate)).toBe(5);
    for (const invoice of invoices) expect(invoice.issueDate < today, invoice.id).toBe(true);
  });

  test('pix_code is a dynamic BR Code with a right CRC, but for the broken one', () => {
    const { pixCode } = find(customers.maria.invoices.withPixCode);
    expect(getPixPayloadInfo(pixCode)).toMatchObject({
      pointOfInitiation: 'dynamic',
      merchantName: 'Serra Fibra Telecom',
    });
    expect(isValidPixPayload(find(ids.brokenPixCode).pixCode)).toBe(false);
  });

  test('hostile texts hold escape bytes and markup', () => {
    expect(customers.difficult.name).toContain('\u001b@');
    expect(customers.difficult.name).toContain('<b>');
    expect(find(ids.longReceipts).billReceipt.split('\n').length).toBeGreaterThan(8);
    expect(find(ids.unknownIdentifier).identifier).toBe('carteira-desconhecida');
  });

  test('only the inconsistent invoice adds up wrongly', () => {
    const wrong = invoices.filter(
      (each) =>
        dueCents(each) !== each.originalCents + each.interestCents + each.fineCents - each.discountCents,
    );
    expect(wrong.map(({ id }) => id)).toEqual([ids.inconsistentAmounts]);
  });
});
