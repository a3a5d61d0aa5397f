import { describe, expect, it } from 'vitest';
import type { ErpProfileChoice } from '../../../../src-main/contract/technician.ts';
import {
  canWriteOff,
  changeOf,
  needsDocument,
  newEntry,
  operationOf,
  tryableOperations,
  withoutChange,
} from '../../../../src-renderer/technician/sections/erp-draft.ts';

function profileWith(...names: readonly string[]): ErpProfileChoice {
  return {
    name: 'contract-b',
    title: 'Contrato B',
    description: '',
    own: false,
    credentials: ['token'],
    operations: names.map((name) => ({ name, path: `/${name}` })),
    problems: [],
  };
}

describe('a new entry', () => {
  it('is the main one when there is no other', () => {
    expect(newEntry([], 'erp')).toEqual({ id: 'principal' });
  });

  it('never takes an id that another one has', () => {
    expect(newEntry([{ id: 'principal' }], 'erp')).toEqual({ id: 'erp-2' });
    expect(newEntry([{ id: 'erp-2' }], 'erp')).toEqual({ id: 'erp-3' });
    expect(newEntry([{ id: 'erp-3' }, { id: 'erp-4' }], 'erp')).toEqual({ id: 'erp-5' });
  });
});

describe('operations to try', () => {
  it('are those of the profile that only read, the customer first', () => {
    const profile = profileWith('writeOffInvoice', 'listOpenInvoices', 'createLead', 'getCustomer');
    expect(tryableOperations(profile)).toEqual(['getCustomer', 'listOpenInvoices']);
  });

  it('are lists that need no document, after those that do', () => {
    const profile = profileWith('listCities', 'getInvoice', 'createOrder');
    expect(tryableOperations(profile)).toEqual(['getInvoice', 'listCities']);
    expect(needsDocument('getInvoice')).toBe(true);
    expect(needsDocument('listCities')).toBe(false);
  });

  it('are none without a profile', () => {
    expect(tryableOperations(undefined)).toEqual([]);
  });
});

describe('an ERP can be told of a payment', () => {
  it('when its profile has the write-off and nobody switched it off', () => {
    const profile = profileWith('getCustomer', 'writeOffInvoice');
    expect(canWriteOff({ operations: { writeOffInvoice: { timeoutMs: 900 } } }, profile)).toBe(true);
    expect(canWriteOff({ operations: { writeOffInvoice: { off: true } } }, profile)).toBe(false);
    expect(canWriteOff({}, profileWith('getCustomer'))).toBe(false);
  });
});

describe('what is changed of an operation', () => {
  const erp = {
    paths: { getCustomer: '/clientes' },
    operations: { listContracts: { off: true }, listStatements: {}, getCustomer: { timeoutMs: 9000 } },
  };

  it('is told for a path, for a switch and for nothing', () => {
    expect(changeOf(erp, 'getCustomer')).toEqual({ changed: true, off: false });
    expect(changeOf(erp, 'listContracts')).toEqual({ changed: true, off: true });
    expect(changeOf(erp, 'listStatements')).toEqual({ changed: false, off: false });
    expect(changeOf(erp, 'listServices')).toEqual({ changed: false, off: false });
    expect(changeOf(undefined, 'getCustomer')).toEqual({ changed: false, off: false });
  });

  it('goes away as a whole, and nothing else does', () => {
    expect(withoutChange({ id: 'a', ...erp }, 'getCustomer')).toEqual({
      id: 'a',
      paths: {},
      operations: { listContracts: { off: true }, listStatements: {} },
    });
    expect(withoutChange({ id: 'a' }, 'getCustomer')).toEqual({ id: 'a' });
  });
});

it('finds the operation that a problem is about', () => {
  expect(operationOf('erps[1].paths.getCustomer', 'erps[1]')).toBe('getCustomer');
  expect(operationOf('erps[1].operations.listContracts.headers.X-Key', 'erps[1]')).toBe('listContracts');
  expect(operationOf('erps[1].auth.header', 'erps[1]')).toBeUndefined();
  expect(operationOf('erps[10].paths.getCustomer', 'erps[1]')).toBeUndefined();
});
