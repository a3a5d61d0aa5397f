import { describe, expect, it } from 'vitest';
import { readRequest, writeRequest } from '../../../../src-main/erp/contract-a/contract-a-requests.ts';
import type { ContractASettings } from '../../../../src-main/erp/contract-a/contract-a-settings.ts';

const settings: ContractASettings = {
  baseUrl: 'https://erp.example.com/api/',
  auth: { header: 'Authorization', scheme: 'Bearer', token: 's3cret' },
  paths: {
    getCustomer: '/clientes',
    listOpenInvoices: 'rest?op=faturas',
    listContracts: '/contratos',
    listStatements: '/extratos',
    writeOffInvoice: '/faturas/baixa',
  },
  getInput: 'query',
  decimalMark: '.',
  thousandsMark: '',
  timeoutMs: 8000,
  successWords: [],
  alreadySettledWords: [],
  refusalWords: [],
};

describe('readRequest', () => {
  it('puts the input into the query', () => {
    expect(readRequest(settings, 'getCustomer', { cnpj_cpf: '12ABC34501DE35' })).toEqual({
      method: 'GET',
      url: 'https://erp.example.com/api/clientes?cnpj_cpf=12ABC34501DE35',
      headers: { accept: 'application/json', Authorization: 'Bearer s3cret' },
      timeoutMs: 8000,
    });
  });

  it('adds to a query that the path has already, escaped', () => {
    expect(readRequest(settings, 'listOpenInvoices', { document: '1', id_contrato: 'a&b=ç' }).url).toBe(
      'https://erp.example.com/api/rest?op=faturas&document=1&id_contrato=a%26b%3D%C3%A7',
    );
  });

  it('puts the input into a JSON body where the settings say so', () => {
    expect(readRequest({ ...settings, getInput: 'body' }, 'getCustomer', { cnpj_cpf: '1' })).toEqual({
      method: 'GET',
      url: 'https://erp.example.com/api/clientes',
      headers: {
        accept: 'application/json',
        Authorization: 'Bearer s3cret',
        'content-type': 'application/json',
      },
      body: '{"cnpj_cpf":"1"}',
      timeoutMs: 8000,
    });
  });

  it.each([
    [{ header: 'X-Api-Key', scheme: '', token: 'k' }, { 'X-Api-Key': 'k' }],
    [{ header: 'token', scheme: 'Token', token: 'k' }, { token: 'Token k' }],
    [{ header: 'Authorization', scheme: 'Bearer', token: '' }, {}],
  ])('sends the token as %j says', (auth, header) => {
    expect(readRequest({ ...settings, auth }, 'getCustomer', {}).headers).toEqual({
      accept: 'application/json',
      ...header,
    });
  });

  it.each(['@evil.example/x', '//evil.example/x', 'https://evil.example/x', '.evil.example/x'])(
    'does not let the path %j lead to another host',
    (path) => {
      const paths = { ...settings.paths, getCustomer: path };
      const { url } = readRequest(
        { ...settings, baseUrl: 'https://erp.example.com', paths },
        'getCustomer',
        {},
      );
      expect(new URL(url).host).toBe('erp.example.com');
      expect(new URL(url).username).toBe('');
    },
  );
});

describe('writeRequest', () => {
  it('posts JSON with the key that makes repeats recognisable', () => {
    expect(
      writeRequest(settings, 'writeOffInvoice', { id_cliente: '7001', id_fatura: '910001' }, 'key-1'),
    ).toEqual({
      method: 'POST',
      url: 'https://erp.example.com/api/faturas/baixa',
      headers: {
        accept: 'application/json',
        Authorization: 'Bearer s3cret',
        'content-type': 'application/json',
        'idempotency-key': 'key-1',
      },
      body: '{"id_cliente":"7001","id_fatura":"910001"}',
      timeoutMs: 8000,
    });
  });
});
