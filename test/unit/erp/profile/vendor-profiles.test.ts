import { afterAll, describe, expect, it } from 'vitest';
import { createMappingEngine } from '../../../../src-main/erp/mapping/mapping-engine.ts';
import type { HttpRequest } from '../../../../src-main/http/http-client.ts';
import { CUSTOMER, DOCUMENT, everyOperation, INVOICE } from './every-operation.ts';
import { answered, refused } from './fake-erp.ts';
import { openBuiltIn } from './open-built-in.ts';

/** Answers in the shapes that these systems publish; names and numbers are made up. */
const mapping = createMappingEngine({ timeBoundMs: 20_000 });
const ok = (value: unknown) => ({ ok: true, value });
const pdf = Buffer.from('%PDF-1.4 … %%EOF').toString('base64');

afterAll(() => mapping.close());

/** Answers by the path of a request; keeps the requests but logins. */
async function open(name: string, answers: Readonly<Record<string, unknown>>) {
  const { erp, http } = await openBuiltIn(name, mapping);
  const asked: HttpRequest[] = [];
  http.answer = (request) => {
    const { pathname } = new URL(request.url);
    if (pathname === '/oauth/token')
      return answered({ token_type: 'Bearer', access_token: 'at', expires_in: 600 });
    asked.push(request);
    const answer = answers[pathname];
    if (answer === undefined) return refused(404);
    return typeof answer === 'string'
      ? { ok: true, value: { status: 200, contentType: 'text/html', text: answer } }
      : answered(answer);
  };
  return { erp, http, asked };
}

describe('ixc', () => {
  const client = {
    page: '1',
    total: '1',
    registros: [
      {
        id: '501',
        razao: 'Maria da Silva Souza',
        cnpj_cpf: '529.982.247-25',
        ativo: 'S',
        data_nascimento: '1985-03-15',
        data_cadastro: '2019-08-01',
        whatsapp: '(54) 98765-4321',
        telefone_celular: '',
        fone: '(54) 3452-1000',
        email: 'maria@example.com',
        endereco: 'Rua das Hortênsias',
        numero: '120',
        bairro: 'São Francisco',
        cidade: '4321',
        uf: '23',
        cep: '95700-010',
        senha: 'never',
      },
    ],
  };
  const receivable = {
    id: '7301',
    id_cliente: '501',
    id_contrato: '601',
    status: 'A',
    valor: '119.90',
    valor_aberto: '119.90',
    data_emissao: '2026-10-20',
    data_vencimento: '2026-11-10',
    linha_digitavel: '',
    documento: 'D-7301',
    obs: 'Mensalidade',
  };
  const list = (registros: unknown[], total = String(registros.length)) => ({ page: '1', total, registros });
  const nobody = { page: '1', total: '0' };

  it('asks by HTTP Basic, as a listing, with the document in its mask', async () => {
    const { erp, asked } = await open('ixc', { '/cliente': client });
    expect(await erp.getCustomer(DOCUMENT)).toEqual(
      ok({
        erpId: '501',
        name: 'Maria da Silva Souza',
        active: true,
        birthDate: '1985-03-15',
        registeredOn: '2019-08-01',
        phones: ['54987654321', '5434521000'],
        email: 'maria@example.com',
        address: 'Rua das Hortênsias, 120 - São Francisco - CEP 95700-010',
      }),
    );
    expect(asked[0]).toMatchObject({
      method: 'POST',
      headers: {
        ixcsoft: 'listar',
        authorization: `Basic ${Buffer.from('user:pw').toString('base64')}`,
      },
    });
    expect(JSON.parse(asked[0]?.body ?? '')).toMatchObject({
      qtype: 'cliente.cnpj_cpf',
      query: '529.982.247-25',
      oper: '=',
    });
  });

  it('knows nobody, and owes nothing then', async () => {
    const { erp } = await open('ixc', { '/cliente': nobody });
    expect(await erp.getCustomer(DOCUMENT)).toEqual(ok(undefined));
    expect(await erp.listOpenInvoices(DOCUMENT)).toEqual(ok([]));
  });

  it('takes an error with 200, or two customers of one document, for no answer', async () => {
    const failing = await open('ixc', { '/cliente': { type: 'error', message: 'Recurso não existe' } });
    expect(await failing.erp.getCustomer(DOCUMENT)).toMatchObject({ error: { kind: 'malformed' } });
    const double = await open('ixc', { '/cliente': list([...client.registros, ...client.registros]) });
    expect(await double.erp.getCustomer(DOCUMENT)).toMatchObject({ error: { kind: 'malformed' } });
  });

  it('lists open invoices by the customer’s id, also of one contract only', async () => {
    const other = { ...receivable, id: '7302', id_contrato: '602', data_vencimento: '2026-12-10' };
    const { erp, asked } = await open('ixc', {
      '/cliente': client,
      '/fn_areceber': list([receivable, other]),
    });
    expect(await erp.listOpenInvoices(DOCUMENT)).toMatchObject(
      ok([{ id: '7301', dueCents: 11_990, customerErpId: '501', contractIds: ['601'] }, { id: '7302' }]),
    );
    expect(JSON.parse(asked[1]?.body ?? '')).toMatchObject({ qtype: 'fn_areceber.id_cliente', query: '501' });
    expect(await erp.listOpenInvoices(DOCUMENT, '602')).toMatchObject(ok([{ id: '7302' }]));
    expect(await erp.getInvoice({ id: '7301' }, DOCUMENT)).toMatchObject(ok({ id: '7301' }));
  });

  it('takes a list that was cut off for no answer', async () => {
    const { erp } = await open('ixc', { '/cliente': client, '/fn_areceber': list([receivable], '501') });
    expect(await erp.listOpenInvoices(DOCUMENT)).toMatchObject({ error: { kind: 'malformed' } });
  });

  it.each([
    ['bare base64', pdf],
    ['base64 as JSON', JSON.stringify(pdf)],
  ])('reads the boleto as %s', async (_name, text) => {
    const { erp, asked } = await open('ixc', { '/get_boleto': text });
    const file = await erp.getInvoicePdf({ ...INVOICE, id: '7301' }, DOCUMENT);
    expect(file.ok && Buffer.from(file.value).toString()).toContain('%PDF');
    // Nothing that would calculate or register the boleto anew.
    expect(JSON.parse(asked[0]?.body ?? '')).toMatchObject({
      boletos: '7301',
      juro: 'N',
      multa: 'N',
      atualiza_boleto: 'N',
    });
  });

  it.each([
    ['', 'refused'],
    ['<html>', 'malformed'],
  ])('takes the boleto "%s" for none: %s', async (text, kind) => {
    const { erp } = await open('ixc', { '/get_boleto': text });
    expect(await erp.getInvoicePdf(INVOICE, DOCUMENT)).toMatchObject({ error: { kind } });
  });

  it.each([
    [{ tipo: 'sucesso', mensagem: 'Liberado' }, 'accepted'],
    [{ type: 'success', message: 'Liberado' }, 'accepted'],
    [{ type: 'error', message: 'Já usado este mês' }, 'refused'],
    [{ mensagem: 'Liberado' }, 'unknown'],
  ])('unlocks on trust: %j is %s', async (answer, outcome) => {
    const { erp, asked } = await open('ixc', { '/desbloqueio_confianca': answer });
    expect(await everyOperation.trustUnlock(erp)).toMatchObject({ outcome });
    expect(JSON.parse(asked[0]?.body ?? '')).toEqual({ id: '6301' });
  });

  it('brings services with their state in words, and what was paid', async () => {
    const contract = {
      id: '601',
      contrato: 'Fibra 500',
      status_internet: 'FA',
      endereco: 'Rua A',
      numero: '1',
    };
    const paid = { ...receivable, status: 'R', pagamento_data: '2026-11-09', pagamento_valor: '119.90' };
    const { erp } = await open('ixc', {
      '/cliente_contrato': list([contract, { ...contract, id: '602', status_internet: 'A' }]),
      '/fn_areceber': list([paid]),
    });
    expect(await erp.listBlockedServices(CUSTOMER)).toEqual(
      ok([{ id: '601', name: 'Fibra 500', situation: 'Financeiro em atraso', address: 'Rua A, 1' }]),
    );
    expect(await erp.listStatement(DOCUMENT, '501')).toMatchObject(
      ok([{ invoiceId: '7301', writtenOffOn: '2026-11-09', receivedCents: 11_990 }]),
    );
  });

  it('has no write-off', async () => {
    const { erp, asked } = await open('ixc', {});
    expect(await everyOperation.writeOffInvoice(erp)).toMatchObject({ outcome: 'refused' });
    expect(asked).toEqual([]);
  });
});

describe('sgp', () => {
  const contract = {
    contratoId: 801,
    clienteId: 802,
    razaoSocial: 'Maria da Silva Souza',
    cpfCnpj: '529.982.247-25',
    contratoStatus: 4,
    contratoStatusDisplay: ' Suspenso',
    dataNascimento: '1985-03-15',
    dataCadastro: '01/08/2019 16:34:10',
    telefones: ['(54) 98765-4321'],
    emails: ['maria@example.com'],
    servico_plano: 'FIBRA 500',
    endereco_logradouro: 'Rua das Hortênsias',
    endereco_numero: 120,
    endereco_complemento: null,
    endereco_bairro: 'São Francisco',
    endereco_cidade: 'Bento Gonçalves',
    endereco_uf: 'RS',
    endereco_cep: '95700-010',
    contratoCentralSenha: 'never',
  };
  const found = { msg: 'Contrato(s) Localizado(s)', contratos: [contract] };
  const title = {
    id: 803,
    clienteNome: 'Maria da Silva Souza',
    clienteCpfcnpj: '529.982.247-25',
    clienteContrato: 801,
    numeroDocumento: 804,
    status: 'aberto',
    valor: 104.9,
    valorCorrigido: 107.05,
    dataEmissao: '2026-10-14',
    dataVencimento: '2026-10-25',
    link: 'https://sgp.example.com/boleto/803',
    linhaDigitavel: '',
    codigoPix: '',
  };
  const paging = (total: number) => ({ offset: 0, limit: 250, parcial: 1, total });

  it('asks with app and token in a form', async () => {
    const { erp, asked } = await open('sgp', { '/api/ura/consultacliente/': found });
    expect(await erp.getCustomer(DOCUMENT)).toEqual(
      ok({
        erpId: '802',
        name: 'Maria da Silva Souza',
        active: true,
        birthDate: '1985-03-15',
        registeredOn: '2019-08-01',
        phones: ['54987654321'],
        email: 'maria@example.com',
        contractId: '801',
        address: 'Rua das Hortênsias, 120 - São Francisco - Bento Gonçalves/RS - CEP 95700-010',
      }),
    );
    expect(asked[0]?.body).toBe(`app=user&token=tk&cpfcnpj=${DOCUMENT}`);
    expect(asked[0]?.headers).not.toHaveProperty('authorization');
  });

  it('reads telephones that come as objects too', async () => {
    const telefones = [{ contato: '(54) 98765-4321', nome: null }, { contato: '(54) 3452-1000' }];
    const { erp } = await open('sgp', {
      '/api/ura/consultacliente/': { contratos: [{ ...contract, telefones }] },
    });
    expect(await erp.getContacts(CUSTOMER)).toEqual(
      ok([
        { kind: 'phone', value: '54987654321' },
        { kind: 'phone', value: '5434521000' },
        { kind: 'email', value: 'maria@example.com' },
      ]),
    );
  });

  it('knows nobody, and takes a complaint with 200 for no answer', async () => {
    const nobody = await open('sgp', { '/api/ura/consultacliente/': { msg: 'Nenhum', contratos: [] } });
    expect(await nobody.erp.getCustomer(DOCUMENT)).toEqual(ok(undefined));
    const wrong = await open('sgp', { '/api/ura/consultacliente/': { msg: 'CPF/CNPJ não informado' } });
    expect(await wrong.erp.getCustomer(DOCUMENT)).toMatchObject({ error: { kind: 'malformed' } });
  });

  it('lists contracts and services', async () => {
    const { erp } = await open('sgp', { '/api/ura/consultacliente/': found });
    expect(await erp.listContracts(DOCUMENT)).toEqual(
      ok([{ id: '801', label: 'Rua das Hortênsias, 120, São Francisco' }]),
    );
    expect(await erp.listBlockedServices(CUSTOMER)).toMatchObject(
      ok([{ id: '801', name: 'FIBRA 500', situation: 'Suspenso' }]),
    );
  });

  it('lists open invoices at today’s amount, and takes a list that was cut off for no answer', async () => {
    const path = '/api/ura/titulos/';
    const { erp, asked } = await open('sgp', { [path]: { paginacao: paging(1), titulos: [title] } });
    expect(await erp.listOpenInvoices(DOCUMENT)).toMatchObject(
      ok([{ id: '803', originalCents: 10_490, dueCents: 10_705, pdfUrl: title.link, contractIds: ['801'] }]),
    );
    expect(Object.fromEntries(new URLSearchParams(asked[0]?.body))).toMatchObject({ status: 'abertos' });
    expect(await erp.listOpenInvoices(DOCUMENT, '999')).toEqual(ok([]));
    const cut = await open('sgp', { [path]: { paginacao: paging(2), titulos: [title] } });
    expect(await cut.erp.listOpenInvoices(DOCUMENT)).toMatchObject({ error: { kind: 'malformed' } });
  });

  it('sends the write-off as documented, and takes no answer for a proof', async () => {
    const path = '/api/banco/titulo/910001/baixar/';
    const { erp, asked } = await open('sgp', { [path]: { status: 1, msg: 'Título baixado' } });
    expect(await everyOperation.writeOffInvoice(erp)).toEqual({
      outcome: 'unknown',
      detail: 'Título baixado',
    });
    // The evening in Brazil, not the next day in Greenwich.
    expect(Object.fromEntries(new URLSearchParams(asked[0]?.body))).toEqual({
      app: 'user',
      token: 'tk',
      data_pagamento: '2026-11-21',
      valor_pago: '1.00',
      forma_pagamento: 'PIX',
      observacao: 'Totem key-1',
    });
    const forbidden = await open('sgp', {});
    expect(await everyOperation.writeOffInvoice(forbidden.erp)).toMatchObject({ outcome: 'refused' });
  });

  it.each([
    [{ status: 1, liberado: true, msg: 'Liberado' }, 'accepted'],
    [{ status: 1, liberado: false, msg: 'Limite de promessas' }, 'refused'],
    [{ status: 0, msg: 'Contrato não localizado' }, 'refused'],
    [{ status: 1, msg: 'Recebido' }, 'unknown'],
    [{ status: 2, msg: '?' }, 'unknown'],
  ])('unlocks on trust: %j is %s', async (answer, outcome) => {
    const { erp } = await open('sgp', { '/api/ura/liberacaopromessa/': answer });
    expect(await everyOperation.trustUnlock(erp)).toMatchObject({ outcome });
  });

  it('opens a ticket', async () => {
    const { erp } = await open('sgp', {
      '/api/ura/chamado/': { status: 1, protocolo: '2026112200', msg: '' },
    });
    expect(await everyOperation.createTicket(erp)).toEqual(ok({ id: '2026112200' }));
  });
});

describe('hubsoft', () => {
  const service = {
    id_cliente_servico: 901,
    numero_plano: 1,
    nome: 'FIBRA 500',
    valor: 119.9,
    status: 'Serviço Habilitado',
    status_prefixo: 'servico_habilitado',
    senha: 'never',
    endereco_cadastral: { completo: 'RUA DAS HORTÊNSIAS, 120 - BENTO GONÇALVES/RS' },
    endereco_instalacao: { completo: 'RUA DAS HORTÊNSIAS, 120 - BENTO GONÇALVES/RS' },
  };
  const client = {
    id_cliente: 902,
    codigo_cliente: 42,
    nome_razaosocial: 'MARIA DA SILVA SOUZA',
    cpf_cnpj: DOCUMENT,
    telefone_primario: '54987654321',
    telefone_secundario: '54987654321',
    telefone_terciario: '',
    email_principal: 'maria@example.com',
    email_secundario: null,
    data_cadastro: '2019-08-01 00:00:00',
    data_nascmento: '1985-03-15 04:00:00',
    servicos: [service, { ...service, id_cliente_servico: 903, status: 'Suspenso por Débito' }],
  };
  const invoice = {
    id_fatura: 904,
    nosso_numero: '274554',
    linha_digitavel: null,
    link: 'https://hub.example.com/pdf/fatura/abc',
    tipo_cobranca: 'boleto_bancario',
    valor: 119.9,
    data_vencimento: '10/11/2026',
    data_cadastro: '10/10/2026',
    data_pagamento: null,
    detalhamento: [
      { descricao: 'FIBRA 500', valor: 100 },
      { descricao: 'Instalação (1/3)', valor: 19.9 },
    ],
    cliente: {
      codigo_cliente: 42,
      nome_razaosocial: 'MARIA DA SILVA SOUZA',
      cpf_cnpj: DOCUMENT,
      servico: { id_cliente_servico: 901 },
    },
  };
  const api = '/api/v1/integracao';
  const found = { status: 'success', msg: 'Dados consultados com sucesso', clientes: [client] };
  // Misspelt as documented.
  const bills = (faturas: unknown[]) => ({ status: 'suscess', msg: 'Dados consultados', faturas });

  it('logs in with a password grant and shows the token', async () => {
    const { erp, http, asked } = await open('hubsoft', { [`${api}/cliente`]: found });
    expect(await erp.getCustomer(DOCUMENT)).toEqual(
      ok({
        erpId: '902',
        name: 'MARIA DA SILVA SOUZA',
        active: true,
        birthDate: '1985-03-15',
        registeredOn: '2019-08-01',
        phones: ['54987654321'],
        email: 'maria@example.com',
        address: 'RUA DAS HORTÊNSIAS, 120 - BENTO GONÇALVES/RS',
      }),
    );
    expect(JSON.parse(http.requests[0]?.body ?? '')).toEqual({
      grant_type: 'password',
      client_id: 'cid',
      client_secret: 'cs',
      username: 'user',
      password: 'pw',
    });
    expect(asked[0]?.headers).toMatchObject({ Authorization: 'Bearer at' });
    expect(asked[0]?.url).toContain(`?busca=cpf_cnpj&termo_busca=${DOCUMENT}`);
  });

  it('lists contracts, services and contacts of the customer', async () => {
    const { erp } = await open('hubsoft', { [`${api}/cliente`]: found });
    expect(await erp.listContracts(DOCUMENT)).toMatchObject(ok([{ id: '901' }, { id: '903' }]));
    expect(await erp.listBlockedServices(CUSTOMER)).toMatchObject(ok([{ id: '903', priceCents: 11_990 }]));
    expect(await erp.getContacts(CUSTOMER)).toEqual(
      ok([
        { kind: 'phone', value: '54987654321' },
        { kind: 'email', value: 'maria@example.com' },
      ]),
    );
  });

  it('lists open invoices, with its own PIX, and of one contract only', async () => {
    const other = {
      ...invoice,
      id_fatura: 905,
      pix_copia_cola: '000201...',
      cliente: { ...invoice.cliente, servico: { id_cliente_servico: 903 } },
    };
    const { erp } = await open('hubsoft', { [`${api}/cliente/financeiro`]: bills([invoice, other]) });
    expect(await erp.listOpenInvoices(DOCUMENT)).toMatchObject(
      ok([
        {
          id: '904',
          dueDate: '2026-11-10',
          dueCents: 11_990,
          description: 'FIBRA 500; Instalação (1/3)',
          pdfUrl: invoice.link,
          contractIds: ['901'],
        },
        { id: '905', pixCode: '000201...' },
      ]),
    );
    expect(await erp.listOpenInvoices(DOCUMENT, '903')).toMatchObject(ok([{ id: '905' }]));
  });

  it('takes fifty invoices, the most that one answer has, for a list that was cut off', async () => {
    const fifty = Array.from({ length: 50 }, (_, index) => ({ ...invoice, id_fatura: 1000 + index }));
    const { erp } = await open('hubsoft', { [`${api}/cliente/financeiro`]: bills(fifty) });
    expect(await erp.listOpenInvoices(DOCUMENT)).toMatchObject({ error: { kind: 'malformed' } });
  });

  it('proves a settlement by the date of payment', async () => {
    const paid = { ...invoice, data_pagamento: '09/11/2026' };
    const { erp } = await open('hubsoft', { [`${api}/cliente/financeiro`]: bills([paid, invoice]) });
    expect(await erp.listStatement(DOCUMENT, '902')).toMatchObject(
      ok([{ invoiceId: '904', writtenOffOn: '2026-11-09' }, { invoiceId: '904' }]),
    );
  });

  it('leaves what was paid out of the open invoices', async () => {
    const paid = { ...invoice, id_fatura: 906, data_pagamento: '09/11/2026' };
    const { erp } = await open('hubsoft', { [`${api}/cliente/financeiro`]: bills([paid, invoice]) });
    expect(await erp.listOpenInvoices(DOCUMENT)).toMatchObject(ok([{ id: '904' }]));
  });

  it.each([
    [{ status: 'success', msg: 'Desbloqueio realizado' }, 'accepted'],
    [{ status: 'suscess', msg: 'Desbloqueio realizado' }, 'accepted'],
    [{ status: 'error', msg: 'Dias acima do permitido' }, 'refused'],
    [{ msg: 'ok' }, 'unknown'],
  ])('unlocks on trust: %j is %s', async (answer, outcome) => {
    const { erp, asked } = await open('hubsoft', { [`${api}/cliente/desbloqueio_confianca`]: answer });
    expect(await everyOperation.trustUnlock(erp)).toMatchObject({ outcome });
    expect(JSON.parse(asked[0]?.body ?? '')).toEqual({ id_cliente_servico: '6301' });
  });

  it('opens a ticket in the customer’s name', async () => {
    const { erp, asked } = await open('hubsoft', {
      [`${api}/cliente`]: found,
      [`${api}/atendimento`]: {
        status: 'success',
        atendimento: { id_atendimento: 286, protocolo: '20261122' },
      },
    });
    expect(await everyOperation.createTicket(erp)).toEqual(ok({ id: '20261122' }));
    expect(JSON.parse(asked[1]?.body ?? '')).toMatchObject({
      nome: 'MARIA DA SILVA SOUZA',
      telefone: '54987654321',
      descricao: 'Sem sinal: Desde ontem',
    });
  });

  it('has no write-off', async () => {
    const { erp } = await open('hubsoft', {});
    expect(erp.offers('writeOffInvoice')).toBe(false);
  });
});
