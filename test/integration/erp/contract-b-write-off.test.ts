import { describe, expect, it } from 'vitest';
import type { WriteOffRequest } from '../../../src-main/domain/write-off.ts';
import { defaultBehaviour, type ErpBBehaviour } from '../../simulators/erp-b/behaviour.ts';
import { customersB } from '../../simulators/erp-b/fixture-customers.ts';
import { setUpContractB } from './contract-b.ts';

const b = setUpContractB();
const { maria } = customersB;
const { plain } = maria.invoices;

function request(change: Partial<WriteOffRequest> = {}): WriteOffRequest {
  return {
    customerErpId: maria.id,
    invoiceId: plain,
    writeOffId: b.simulator.invoice(plain).boletoId,
    document: maria.document,
    idempotencyKey: '6f1c9f0e-1d0b-4a55-9f0f-0a4f3c1b2d3e',
    payment: {
      method: 'pix',
      amountCents: 8990,
      txid: 'tx0123456789',
      endToEndId: 'E1234567820261122',
      paidAt: '2026-11-22T12:00:00.000Z',
      terminalId: 'T01',
    },
    ...change,
  };
}

const writeOff = (change: Partial<WriteOffRequest> = {}) => b.erp.writeOffInvoice(request(change));

it('sends the transaction, the boleto’s id and the document, and the key as header', async () => {
  expect(await writeOff()).toMatchObject({ outcome: 'accepted' });
  expect(b.simulator.ledger.writeOffPosts).toEqual([
    {
      at: expect.any(String),
      boletoId: b.simulator.invoice(plain).boletoId,
      invoiceId: plain,
      document: maria.document,
      idempotencyKey: '6f1c9f0e-1d0b-4a55-9f0f-0a4f3c1b2d3e',
      transaction: {
        id: '6f1c9f0e-1d0b-4a55-9f0f-0a4f3c1b2d3e',
        method: 'pix',
        amountCents: 8990,
        currency: 'BRL',
        txid: 'tx0123456789',
        endToEndId: 'E1234567820261122',
        paidAt: '2026-11-22T12:00:00.000Z',
        terminalId: 'T01',
      },
    },
  ]);
  expect(b.simulator.isOpen(plain)).toBe(false);
});

it('hands on further facts of a payment that TRANSACTION has a field for, and no others', async () => {
  const { payment } = request();
  const known = { ...payment, pspId: 'principal', createdAt: '2026-11-22T11:58:00.000Z', secret: 'x' };
  expect(await writeOff({ payment: known as unknown as NonNullable<typeof payment> })).toMatchObject({
    outcome: 'accepted',
  });
  const [post] = b.simulator.ledger.writeOffPosts;
  expect(post?.transaction).toMatchObject({ pspId: 'principal', createdAt: '2026-11-22T11:58:00.000Z' });
  expect(post?.transaction).not.toHaveProperty('secret');
});

const spellings: ErpBBehaviour['flags'][] = [
  'boolean',
  'text',
  'python',
  'letter',
  'upper-letter',
  'word',
  'number',
  'digit',
];

describe.each(spellings)('with yes and no written as %s', (flags) => {
  it.each(['json', 'text'] as const)('and the answer packed as %s', async (packing) => {
    await b.restart({ flags, packing });
    expect(await writeOff()).toMatchObject({ outcome: 'accepted' });
    b.simulator.behave({ writeOff: 'refused' });
    expect(await writeOff()).toEqual({
      outcome: 'refused',
      detail: 'Baixa não permitida para esta carteira',
    });
    b.simulator.behave({ writeOff: 'time-out-lost' });
    expect(await writeOff()).toMatchObject({ outcome: 'unknown' });
  });
});

describe('success: false', () => {
  it.each([
    'Read timed out.',
    'timeout',
    'time-out',
    'Gateway Timeout',
    'Tempo limite excedido',
    'Tempo esgotado na consulta',
    'sem resposta do banco',
    'O servidor não respondeu',
    'Connection reset by peer',
    'Erro de conexão',
    'HTTP 502',
    'serviço indisponível',
  ])('with "%s" leaves it unknown', async (apiResponse) => {
    b.simulator.behave({ writeOff: 'refused', apiResponse });
    expect(await writeOff()).toMatchObject({ outcome: 'unknown', detail: apiResponse });
  });

  it.each(['', 'Boleto cancelado', 'Valor divergente: 500,00', 'Não autorizado'])(
    'with "%s" is a no',
    async (apiResponse) => {
      b.simulator.behave({ writeOff: 'refused', apiResponse });
      expect(await writeOff()).toMatchObject({ outcome: 'refused' });
    },
  );

  it('with words for it means that it was settled before', async () => {
    b.simulator.behave({ writeOffOfSettled: 'say-already-settled' });
    b.simulator.settleElsewhere(plain);
    expect(await writeOff()).toMatchObject({ outcome: 'already-settled', detail: 'Boleto já baixado' });
    b.simulator.behave({ apiResponse: 'Título liquidado em banco' });
    expect(await writeOff()).toMatchObject({ outcome: 'refused' });
    await b.restart(
      { writeOff: 'refused' },
      { alreadySettledWords: ['Baixa não permitida para esta carteira'] },
    );
    expect(await writeOff()).toMatchObject({ outcome: 'already-settled' });
  });

  it('for a boleto that there is not', async () => {
    expect(await writeOff({ writeOffId: '870000' })).toMatchObject({ outcome: 'refused' });
    expect(b.simulator.ledger.settlements).toEqual([]);
  });
});

describe('an answer that proves nothing', () => {
  it.each([
    ['a lost reply', { kind: 'drop-after' }],
    ['HTML with 200', { kind: 'garbage', garbage: 'html', acts: true }],
    ['{ {…} }', { kind: 'garbage', garbage: 'double-brace', acts: true }],
  ] as const)('%s leaves it unknown, and it is sent but once', async (_name, effect) => {
    b.simulator.setFaults([{ effect }]);
    expect(await writeOff()).toMatchObject({ outcome: 'unknown' });
    expect(b.simulator.ledger.writeOffs).toMatchObject([{ times: 1, effective: 1 }]);
  });
});

it('a 4xx is a no', async () => {
  b.simulator.setFaults([{ effect: { kind: 'status', status: 403, body: { error: 'sem permissão' } } }]);
  expect(await writeOff()).toMatchObject({ outcome: 'refused' });
  b.simulator.setFaults([
    { effect: { kind: 'status', status: 422, body: { success: false, api_response: 'timeout' } } },
  ]);
  expect(await writeOff()).toMatchObject({ outcome: 'unknown' });
});

it('a late success shows up in the open list later', async () => {
  b.simulator.behave({ writeOff: 'time-out-late' });
  expect(await writeOff()).toMatchObject({ outcome: 'unknown' });
  const listed = async () => {
    const invoices = await b.erp.listOpenInvoices(maria.document);
    return invoices.ok && invoices.value.some(({ id }) => id === plain);
  };
  expect(await listed()).toBe(true);
  expect(b.simulator.settleLate()).toBe(1);
  expect(await listed()).toBe(false);
  expect(b.simulator.ledger.writeOffs).toMatchObject([{ times: 1, effective: 1 }]);
});

it('books a second time unless the ERP honours the transaction’s id', async () => {
  await writeOff();
  await writeOff();
  expect(b.simulator.ledger.writeOffs).toMatchObject([{ times: 2, effective: 2 }]);
  await b.restart({ ...defaultBehaviour, honourTransactionId: true });
  await writeOff();
  await writeOff();
  expect(b.simulator.ledger.writeOffs).toMatchObject([{ times: 2, effective: 1 }]);
});
