import { request } from 'undici';
import { afterEach, describe, expect, test } from 'vitest';
import {
  type ErpSimulator,
  type ErpSimulatorOptions,
  startErpSimulator,
} from '../../simulators/erp/erp-simulator.ts';
import { customers } from '../../simulators/erp/fixture-customers.ts';

type Row = Record<string, string>;

const today = '2026-11-21';
const { maria, twoContracts } = customers;

let erp: ErpSimulator | undefined;

afterEach(async () => {
  await erp?.close();
});

async function start(options: ErpSimulatorOptions = {}): Promise<ErpSimulator> {
  erp = await startErpSimulator({ today, now: () => Date.parse('2026-11-21T15:00:00Z'), ...options });
  return erp;
}

async function get(simulator: ErpSimulator, path: string): Promise<unknown> {
  const answer = await fetch(simulator.url + path, { headers: { authorization: 'Bearer erp-sim-token' } });
  expect(answer.status).toBe(200);
  return answer.json();
}

function openIds(simulator: ErpSimulator, document: string, contract = ''): Promise<string[]> {
  return get(simulator, `/faturas?document=${document}&id_contrato=${contract}`).then((rows) =>
    (rows as Row[]).map((row) => row.id_fatura ?? ''),
  );
}

async function writeOff(
  simulator: ErpSimulator,
  invoiceId: string,
  options: { key?: string; customerId?: string } = {},
): Promise<{ http: number; status: string }> {
  const answer = await fetch(`${simulator.url}/faturas/baixa`, {
    method: 'POST',
    headers: {
      authorization: 'Bearer erp-sim-token',
      'content-type': 'application/json',
      ...(options.key === undefined ? {} : { 'idempotency-key': options.key }),
    },
    body: JSON.stringify({ id_cliente: options.customerId ?? maria.id, id_fatura: invoiceId }),
  });
  const { status } = (await answer.json()) as { status: string };
  return { http: answer.status, status };
}

async function statementOf(simulator: ErpSimulator, invoiceId: string): Promise<Row[]> {
  const rows = (await get(simulator, `/extratos?document=${maria.document}&id_cliente=${maria.id}`)) as Row[];
  return rows.filter((row) => row.id_nota === invoiceId);
}

describe('queries of contract A', () => {
  test.each(['/clientes', '/faturas', '/contratos', '/extratos'])('%s wants the token', async (path) => {
    const simulator = await start();
    const bare = await fetch(simulator.url + path);
    const wrong = await fetch(simulator.url + path, { headers: { authorization: 'Bearer outro' } });
    expect([bare.status, wrong.status]).toEqual([401, 401]);
  });

  test('the token may stand in another header, without a scheme', async () => {
    const simulator = await start({ tokenHeader: 'X-Api-Key', tokenScheme: '', token: 'segredo' });
    const answer = await fetch(`${simulator.url}/clientes?cnpj_cpf=${maria.document}`, {
      headers: { 'x-api-key': 'segredo' },
    });
    expect(answer.status).toBe(200);
  });

  test('getCustomer answers with the wire names, all strings, and the old contact fields', async () => {
    const simulator = await start();
    expect(await get(simulator, `/clientes?cnpj_cpf=${maria.document}`)).toEqual({
      nome_completo: 'Maria da Silva Souza',
      aniversario: '1985-03-15',
      data_registro: '2019-08-01',
      ativo: 'S',
      id_remoto: '7001',
      id_contrato: '3001',
      rua_endereco: 'Rua das Hortênsias',
      numero_endereco: '120',
      cep_endereco: '95700-010',
      cidade_endereco: 'Bento Gonçalves',
      complemento_endereco: 'Apto 302',
      bairro_endereco: 'São Francisco',
      estado_endereco: 'RS',
      fone: '(54) 3452-1000',
      telefone_celular: '(54) 98765-4321',
      whatsapp: '5554987654321',
      email: 'maria@example.com',
    });
  });

  test('an unknown document is answered as the ERP is told to', async () => {
    const simulator = await start();
    const path = '/clientes?cnpj_cpf=98765432100';
    expect(await get(simulator, path)).toEqual({});
    simulator.behave({ unknownCustomer: 'empty-list' });
    expect(await get(simulator, path)).toEqual([]);
    simulator.behave({ unknownCustomer: 'not-found' });
    const answer = await fetch(simulator.url + path, { headers: { authorization: 'Bearer erp-sim-token' } });
    expect(answer.status).toBe(404);
    expect(await get(simulator, '/faturas?document=98765432100')).toEqual([]);
  });

  test('listOpenInvoices answers with the 21 wire names', async () => {
    const simulator = await start();
    const rows = (await get(simulator, `/faturas?document=${maria.document}`)) as Row[];
    expect(rows).toHaveLength(4);
    expect(rows[0]).toEqual({
      id_fatura: '910001',
      code_fatura: '910001-52998224725',
      nome_cliente: 'Maria da Silva Souza',
      document_number: '52998224725',
      remote_id: '7001',
      valor_inicial: '129.90',
      valor_atual: '133.02',
      juros: '0.52',
      multa: '2.60',
      desconto: '0.00',
      emissao: '2026-10-20',
      vencimento: '2026-11-09',
      historico: 'Mensalidade Fibra 500 Mega',
      bank_code: '341',
      linha_digitavel: expect.stringMatching(/^\d{47}$/),
      integration_id: '1',
      identifier: 'carteira-1',
      pix_code: '',
      contract_id: '3001',
      bill_receipt: expect.stringContaining('\r\n'),
      bill_pix_receipt: expect.stringContaining('\n'),
    });
  });

  test('the inputs of a GET may also stand in a JSON body', async () => {
    const simulator = await start();
    const answer = await request(`${simulator.url}/contratos`, {
      method: 'GET',
      headers: { authorization: 'Bearer erp-sim-token', 'content-type': 'application/json' },
      body: JSON.stringify({ document: twoContracts.document }),
    });
    expect(await answer.body.json()).toEqual([
      { remote_id: '3002', contract_name: 'Av. Osvaldo Aranha, 1500 - Centro' },
      { remote_id: '3003', contract_name: 'Linha Palmeiro, km 4 - Interior' },
    ]);
  });

  test('invoices are filtered by contract, and one may belong to two', async () => {
    const simulator = await start();
    const { firstContract, secondContract, bothContracts } = twoContracts.invoices;
    expect(await openIds(simulator, twoContracts.document)).toEqual([
      firstContract,
      secondContract,
      bothContracts,
    ]);
    expect(await openIds(simulator, twoContracts.document, '3002')).toEqual([firstContract, bothContracts]);
    expect(await openIds(simulator, twoContracts.document, '3003')).toEqual([secondContract, bothContracts]);
  });

  test('writes numbers, dates, names and lists as another ERP would', async () => {
    const simulator = await start({
      decimalMark: ',',
      thousandsMark: '.',
      dateFormat: 'br',
      dateNames: 'data',
      listShape: 'object',
    });
    const answer = (await get(simulator, `/faturas?document=${customers.company.document}`)) as Record<
      string,
      unknown
    >;
    const arrays = Object.values(answer).filter((value) => Array.isArray(value));
    expect(arrays).toHaveLength(1);
    expect(arrays[0]).toMatchObject([
      { valor_inicial: '3.499,90', data_vencimento: '01/12/2026', data_emissao: '11/11/2026' },
    ]);
  });

  test('the statement lists what was settled and, without data_baixa, what is open', async () => {
    const simulator = await start();
    const rows = (await get(
      simulator,
      `/extratos?document=${maria.document}&id_cliente=${maria.id}`,
    )) as Row[];
    expect(rows).toHaveLength(5);
    expect(rows[0]).toEqual({
      id_nota: '909001',
      data_lancamento: '2026-10-02',
      data_vencimento: '2026-10-22',
      data_baixa: '2026-10-21',
      historico: 'Mensalidade Fibra 500 Mega',
      valor: '129.90',
      saldo: '129.90',
      cobranca: 'Boleto',
    });
    expect(rows.slice(1).map((row) => row.data_baixa)).toEqual(['', '', '', '']);
    expect(await get(simulator, `/extratos?document=${maria.document}&id_cliente=7002`)).toEqual([]);
  });
});

describe('write-off', () => {
  test('settles the invoice: gone from the open list, in the statement, counted', async () => {
    const simulator = await start();
    expect(await writeOff(simulator, '910001', { key: 'key-1' })).toEqual({
      http: 200,
      status: 'Baixa efetuada',
    });
    expect(await openIds(simulator, maria.document)).toEqual(['910002', '910003', '910004']);
    expect(await statementOf(simulator, '910001')).toEqual([
      expect.objectContaining({ data_baixa: '2026-11-21', valor: '133.02', saldo: '129.90' }),
    ]);
    expect(simulator.ledger.writeOffs).toEqual([
      {
        invoiceId: '910001',
        customerId: '7001',
        at: '2026-11-21T15:00:00.000Z',
        idempotencyKey: 'key-1',
        times: 1,
        effective: 1,
      },
    ]);
    expect(simulator.ledger.settlements).toMatchObject([{ invoiceId: '910001', by: 'write-off' }]);
  });

  test('does not help: a repeat with the same key is booked a second time', async () => {
    const simulator = await start();
    await writeOff(simulator, '910001', { key: 'key-1' });
    await writeOff(simulator, '910001', { key: 'key-1' });
    expect(simulator.ledger.writeOffs).toMatchObject([{ times: 2, effective: 2 }]);
    expect(simulator.ledger.writeOffPosts.map((post) => post.idempotencyKey)).toEqual(['key-1', 'key-1']);
    expect(await statementOf(simulator, '910001')).toHaveLength(2);
  });

  test('honours the key when told to, and only the same key', async () => {
    const simulator = await start({ honourIdempotencyKey: true });
    const first = await writeOff(simulator, '910001', { key: 'key-1' });
    expect(await writeOff(simulator, '910001', { key: 'key-1' })).toEqual(first);
    expect(simulator.ledger.writeOffs).toMatchObject([{ times: 2, effective: 1 }]);
    await writeOff(simulator, '910001', { key: 'key-2' });
    await writeOff(simulator, '910001');
    await writeOff(simulator, '910001');
    expect(simulator.ledger.writeOffs).toMatchObject([{ times: 5, effective: 4 }]);
  });

  test('a settled invoice may also be told or refused', async () => {
    const simulator = await start({ writeOffOfSettled: 'say-already-settled' });
    simulator.settleElsewhere('910001');
    expect(await writeOff(simulator, '910001')).toEqual({ http: 200, status: 'Fatura já baixada' });
    simulator.behave({ writeOffOfSettled: 'refuse' });
    expect((await writeOff(simulator, '910001')).http).toBe(409);
    expect(simulator.ledger.writeOffs).toMatchObject([{ times: 2, effective: 0 }]);
  });

  test('its status is free text, and the statement row may be missing', async () => {
    const simulator = await start({
      writeOffStatus: 'Solicitação em processamento',
      statementOnWriteOff: false,
    });
    expect((await writeOff(simulator, '910003')).status).toBe('Solicitação em processamento');
    expect(await statementOf(simulator, '910003')).toEqual([]);
  });

  test('refuses what it cannot book, and counts it', async () => {
    const simulator = await start();
    expect((await writeOff(simulator, '919999')).http).toBe(404);
    expect((await writeOff(simulator, '')).http).toBe(400);
    expect(simulator.ledger.writeOffs.map(({ times, effective }) => [times, effective])).toEqual([
      [1, 0],
      [1, 0],
    ]);
  });

  test("another customer's id does not stop it, but stands in the ledger", async () => {
    const simulator = await start();
    await writeOff(simulator, '910001', { customerId: '7002' });
    expect(simulator.ledger.writeOffs).toMatchObject([
      { invoiceId: '910001', customerId: '7002', effective: 1 },
    ]);
  });
});

describe('control', () => {
  test('an invoice is paid elsewhere, with or without a trace, and reopened', async () => {
    const simulator = await start();
    simulator.settleElsewhere('910001');
    simulator.settleElsewhere('910003', { statement: false });
    expect(await openIds(simulator, maria.document)).toEqual(['910002', '910004']);
    expect(await statementOf(simulator, '910001')).toHaveLength(1);
    expect(await statementOf(simulator, '910003')).toHaveLength(0);
    simulator.reopen('910003');
    expect(simulator.isOpen('910003')).toBe(true);
    expect(simulator.ledger.settlements.map(({ by }) => by)).toEqual(['elsewhere', 'elsewhere']);
    expect(simulator.ledger.writeOffs).toEqual([]);
  });

  test('the customer pays the PIX of the ERP itself, where there is one', async () => {
    const simulator = await start();
    simulator.settleByOwnPix('910002');
    expect(await statementOf(simulator, '910002')).toMatchObject([{ cobranca: 'PIX', valor: '129.90' }]);
    expect(() => simulator.settleByOwnPix('910003')).toThrow('no PIX');
  });

  test('an invoice is cancelled, amounts change', async () => {
    const simulator = await start();
    simulator.cancel('910004');
    simulator.changeAmounts('910001', { interestCents: 100, fineCents: 0 });
    const rows = (await get(simulator, `/faturas?document=${maria.document}`)) as Row[];
    expect(rows.map((row) => row.valor_atual)).toEqual(['130.90', '129.90', '99.90']);
    expect(await statementOf(simulator, '910004')).toEqual([]);
  });

  test('people do the same over HTTP', async () => {
    const simulator = await start();
    const post = async (name: string, body: unknown) =>
      (await fetch(`${simulator.url}/__control/${name}`, { method: 'POST', body: JSON.stringify(body) }))
        .status;
    expect(await post('settle-elsewhere', { invoiceId: '910001', statement: false })).toBe(200);
    expect(await post('settle-by-own-pix', { invoiceId: '910002' })).toBe(200);
    expect(await post('settle-by-own-pix', { invoiceId: '910003' })).toBe(409);
    expect(await post('cancel', { invoiceId: '910004' })).toBe(200);
    expect(await post('cancel', { invoiceId: '1' })).toBe(409);
    expect(await post('cancel', { invoice: '910004' })).toBe(400);
    expect(await post('change-amounts', { invoiceId: '910003', discountCents: 90 })).toBe(200);
    expect(await post('behave', { honourIdempotencyKey: true })).toBe(200);
    expect(await post('behave', { honourIdempotencyKey: 'yes' })).toBe(400);
    expect(await post('reopen', { invoiceId: '910001' })).toBe(200);
    expect(await openIds(simulator, maria.document)).toEqual(['910001', '910003']);
    expect(simulator.invoice('910003').discountCents).toBe(90);
    expect(simulator.ledger.requests).toEqual({ listOpenInvoices: 1 });
  });

  test('a test brings invoices of its own', async () => {
    const simulator = await start({ invoices: [] });
    expect(await openIds(simulator, maria.document)).toEqual([]);
    const other = await startErpSimulator({ today });
    simulator.addInvoice({ ...other.invoice('910003'), id: '919001' });
    await other.close();
    expect(await openIds(simulator, maria.document)).toEqual(['919001']);
  });
});
