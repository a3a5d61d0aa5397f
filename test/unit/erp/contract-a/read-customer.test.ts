import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCustomer } from '../../../../src-main/erp/contract-a/read-customer.ts';

const DOCUMENT = '52998224725';

const answer = {
  nome_completo: 'Maria da Silva Souza',
  aniversario: '15/03/1985',
  data_registro: '2019-08-01',
  ativo: 'S',
  id_remoto: '7001',
  id_contrato: '3001',
  rua_endereco: 'Rua das Hortênsias',
  numero_endereco: 120,
  cep_endereco: '95700-010',
  cidade_endereco: 'Bento Gonçalves',
  complemento_endereco: '',
  bairro_endereco: 'São Francisco',
  estado_endereco: 'RS',
};

const maria = {
  erpId: '7001',
  name: 'Maria da Silva Souza',
  active: true,
  birthDate: '1985-03-15',
  phones: [],
  address: 'Rua das Hortênsias, 120 - São Francisco - Bento Gonçalves/RS - CEP 95700-010',
};

const ok = (value: unknown) => ({ ok: true, value });
const wrong = (error: string) => ({ ok: false, error });

describe('readCustomer', () => {
  it.each([[answer], [[answer]], [{ clientes: [answer] }], [{ ...answer, telefones: [] }]])(
    'reads the customer of %j',
    (json) => {
      expect(readCustomer(json, DOCUMENT)).toEqual(ok(maria));
    },
  );

  it('reads the superseded names', () => {
    const old = {
      id_cliente: 7001,
      nome: 'Maria da Silva Souza',
      cnpj_cpf: '529.982.247-25',
      data_nascimento: '1985-03-15',
      ativo: false,
      endereco: 'Rua das Hortênsias',
      numero: '120',
      complemento: 'Apto 302',
      bairro: 'São Francisco',
      cidade: 'Bento Gonçalves',
      uf: 'RS',
      cep: '95700-010',
      fone: '(54) 3452-1000',
      telefone_comercial: 'não tem',
      telefone_celular: '54 98765-4321',
      whatsapp: '(54)98765-4321',
      email: ' maria@example.com ',
    };
    expect(readCustomer(old, DOCUMENT)).toEqual(
      ok({
        ...maria,
        active: false,
        phones: ['54987654321', '5434521000'],
        email: 'maria@example.com',
        address: 'Rua das Hortênsias, 120, Apto 302 - São Francisco - Bento Gonçalves/RS - CEP 95700-010',
      }),
    );
  });

  it.each([null, [], {}, [null], [{}], { clientes: [] }, { id_remoto: '', nome_completo: '' }])(
    'takes %j for "nobody"',
    (json) => {
      expect(readCustomer(json, DOCUMENT)).toEqual(ok(undefined));
    },
  );

  it('leaves out what the ERP does not tell', () => {
    expect(readCustomer({ id_remoto: '7001', nome_completo: 'Maria' }, DOCUMENT)).toEqual(
      ok({ erpId: '7001', name: 'Maria', active: true, phones: [] }),
    );
  });

  it('makes the name printable', () => {
    const hostile = { ...answer, nome_completo: 'Zé \u001b@\u0000<b>Ninguém</b>\r\n& Filhos\u0007' };
    expect(readCustomer(hostile, DOCUMENT)).toMatchObject(ok({ name: 'Zé @<b>Ninguém</b> & Filhos' }));
  });

  it.each<[unknown, string]>([
    [{ ...answer, id_remoto: '' }, 'id_remoto: missing'],
    [{ ...answer, nome_completo: null }, 'nome_completo: missing'],
    [{ ...answer, ativo: 'talvez' }, 'ativo: not a yes or no'],
    [{ ...answer, aniversario: '15 de março' }, 'aniversario: not a date'],
    [{ ...answer, cnpj_cpf: '11144477735' }, 'cnpj_cpf: another document than the one asked for'],
    [[answer, answer], 'several customers'],
    [{ mensagem: 'token inválido' }, 'id_remoto: missing'],
    ['7001', 'not a list'],
    [0, 'not a list'],
  ])('refuses %j', (json, error) => {
    expect(readCustomer(json, DOCUMENT)).toEqual(wrong(error));
  });

  it('answers a value or a reason for whatever JSON holds', () => {
    const field = fc.constantFrom(...Object.keys(answer), 'cnpj_cpf', 'whatsapp');
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.dictionary(field, fc.jsonValue())), (json) => {
        expect(typeof readCustomer(json, DOCUMENT).ok).toBe('boolean');
      }),
    );
  });
});
