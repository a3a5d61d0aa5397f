import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCustomer } from '../../../../src-main/erp/read/read-customer.ts';

const DOCUMENT = '52998224725';

const answer = {
  erpId: '7001',
  name: 'Maria da Silva Souza',
  birthDate: '15/03/1985',
  registeredOn: '2019-08-01',
  active: 'S',
  contractId: '3001',
  address: {
    street: 'Rua das Hortênsias',
    number: 120,
    complement: '',
    district: 'São Francisco',
    city: 'Bento Gonçalves',
    state: 'RS',
    postalCode: '95700-010',
  },
};

const maria = {
  erpId: '7001',
  name: 'Maria da Silva Souza',
  active: true,
  birthDate: '1985-03-15',
  registeredOn: '2019-08-01',
  contractId: '3001',
  phones: [],
  address: 'Rua das Hortênsias, 120 - São Francisco - Bento Gonçalves/RS - CEP 95700-010',
};

const ok = (value: unknown) => ({ ok: true, value });
const wrong = (error: string) => ({ ok: false, error });

describe('readCustomer', () => {
  it('reads the customer in the kiosk’s own words', () => {
    expect(readCustomer(answer, DOCUMENT)).toEqual(ok(maria));
  });

  it('takes each telephone once, digits only, in the order of the mapping', () => {
    const phones = ['(54)98765-4321', '54 98765-4321', '(54) 3452-1000', 'não tem', '', null];
    expect(readCustomer({ ...answer, phones }, DOCUMENT)).toMatchObject({
      value: { phones: ['54987654321', '5434521000'] },
    });
    expect(readCustomer({ ...answer, phones: '54 98765-4321' }, DOCUMENT)).toMatchObject({
      value: { phones: ['54987654321'] },
    });
  });

  it('takes an address that is one line already', () => {
    expect(readCustomer({ ...answer, address: 'Rua A, 1' }, DOCUMENT)).toMatchObject({
      value: { address: 'Rua A, 1' },
    });
  });

  it('leaves out what the ERP does not tell', () => {
    expect(readCustomer({ erpId: 7001, name: 'Maria', email: '', address: {} }, DOCUMENT)).toEqual(
      ok({ erpId: '7001', name: 'Maria', active: true, phones: [] }),
    );
  });

  it('makes the name printable', () => {
    const hostile = { ...answer, name: 'Zé \u001b@\u0000<b>Ninguém</b>\r\n& Filhos\u0007' };
    expect(readCustomer(hostile, DOCUMENT)).toMatchObject(ok({ name: 'Zé @<b>Ninguém</b> & Filhos' }));
  });

  it.each<[unknown, string]>([
    [{ ...answer, erpId: '' }, 'erpId: missing'],
    [{ ...answer, name: null }, 'name: missing'],
    [{ ...answer, active: 'talvez' }, 'active: not a yes or no'],
    [{ ...answer, birthDate: '15 de março' }, 'birthDate: not a date'],
    [{ ...answer, phones: [{}] }, 'phones: not a text'],
    [{ ...answer, document: '11144477735' }, 'document: another document than the one asked for'],
    [[answer], 'not an object'],
    [undefined, 'not an object'],
  ])('refuses %j', (json, error) => {
    expect(readCustomer(json, DOCUMENT)).toEqual(wrong(error));
  });

  it('answers a value or a reason for whatever JSON holds', () => {
    const field = fc.constantFrom(...Object.keys(answer), 'document', 'phones', 'email');
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.dictionary(field, fc.jsonValue())), (json) => {
        expect(typeof readCustomer(json, DOCUMENT).ok).toBe('boolean');
      }),
    );
  });
});
