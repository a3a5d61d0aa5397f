import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HttpClient } from '../../../src-main/http/http-client.ts';
import { createHttpClient } from '../../../src-main/http/undici-http-client.ts';
import type { PixAccount } from '../../../src-main/payment/accounts.ts';
import { createApiPixProvider } from '../../../src-main/payment/api-pix/api-pix-provider.ts';
import type { PixProvider } from '../../../src-main/payment/pix-provider.ts';
import {
  type PspSimulator,
  type PspSimulatorOptions,
  startPspSimulator,
} from '../../simulators/psp/psp-simulator.ts';
import type { ManualClock } from '../../support/manual-clock.ts';
import { aCharge } from './a-charge.ts';
import { accountAt, clientFor } from './psp-client.ts';

const txid = 'b4lc40000000000000000000000001';

const charge = aCharge({ txid });

let psp: PspSimulator;
let http: HttpClient;
let clock: ManualClock;

beforeEach(async () => {
  psp = await startPspSimulator();
  http = createHttpClient();
});

afterEach(async () => {
  await psp.close();
  await http.close();
});

async function restart(options: PspSimulatorOptions): Promise<void> {
  await psp.close();
  psp = await startPspSimulator(options);
}

function provider(change: Partial<PixAccount> = {}, client = http): PixProvider {
  const opened = clientFor(accountAt(psp.url, change), client);
  clock = opened.clock;
  return createApiPixProvider(opened.client);
}

describe('asking for a charge', () => {
  it('makes it under our txid, for our amount, key and expiry, and gives its QR text', async () => {
    const answer = await provider().request(charge);
    expect(answer).toEqual({
      ok: true,
      value: { brCode: expect.stringMatching(/^000201.*6304[0-9A-F]{4}$/) },
    });
    expect(psp.ledger.charges).toMatchObject([
      { txid, amount: '99.90', expirySeconds: 600, status: 'ATIVA' },
    ]);
  });

  it('names the terminal and the invoices, and nobody', async () => {
    const bodies: string[] = [];
    psp.onRequest(({ operation, rawBody }) => {
      if (operation === 'createCob') bodies.push(rawBody);
    });
    const [invoice] = charge.invoices;
    const invoices = invoice ? [invoice, { ...invoice, invoiceId: '910004' }] : [];
    await provider().request({ ...charge, invoices });
    expect(bodies.map((body) => JSON.parse(body) as unknown)).toEqual([
      {
        calendario: { expiracao: 600 },
        valor: { original: '99.90' },
        chave: 'pix@serrafibra.example',
        solicitacaoPagador: 'Fatura 910003, 910004',
        infoAdicionais: [
          { nome: 'Terminal', valor: 'T01' },
          { nome: 'Faturas', valor: '910003, 910004' },
        ],
      },
    ]);
  });

  it('cuts what would be longer than the standard allows', async () => {
    const [invoice] = charge.invoices;
    const many = invoice
      ? Array.from({ length: 60 }, (_, at) => ({ ...invoice, invoiceId: `91000${at}` }))
      : [];
    expect(await provider().request({ ...charge, invoices: many })).toMatchObject({ ok: true });
  });

  it.each([400, 409] as const)(
    'twice is refused with %i, and the first one is found',
    async (duplicateStatus) => {
      await restart({ duplicateStatus });
      const pix = provider();
      const first = await pix.request(charge);
      expect(await pix.request(charge)).toMatchObject({
        ok: false,
        error: { kind: 'refused', status: duplicateStatus },
      });
      expect(await pix.look(charge)).toEqual({
        ok: true,
        value: { status: 'awaiting', brCode: first.ok && first.value.brCode },
      });
      expect(psp.ledger.charges).toHaveLength(1);
    },
  );

  it('is no answer when it is lost, and the charge is found by its txid', async () => {
    psp.setFaults([{ operation: 'createCob', effect: { kind: 'drop-after' } }]);
    const pix = provider();
    expect(await pix.request(charge)).toMatchObject({ ok: false, error: { kind: 'no-answer' } });
    expect(await pix.look(charge)).toMatchObject({ ok: true, value: { status: 'awaiting' } });
    expect(psp.ledger.requests).toMatchObject({ createCob: 1 });
  });

  it.each(['html', 'broken-json', 'double-brace'] as const)(
    'that is answered with %s is malformed',
    async (garbage) => {
      psp.setFaults([{ operation: 'createCob', effect: { kind: 'garbage', garbage } }]);
      expect(await provider().request(charge)).toMatchObject({ error: { kind: 'malformed' } });
    },
  );

  it('says how long an overloaded PSP wants to be left alone', async () => {
    psp.setFaults([{ operation: 'createCob', effect: { kind: 'status', status: 503, retryAfter: 7 } }]);
    expect(await provider().request(charge)).toMatchObject({
      error: { kind: 'server-error', status: 503, retryAfterMs: 7_000 },
    });
  });

  it('was not sent when nobody listens', async () => {
    const pix = provider();
    await psp.close();
    expect(await pix.request(charge)).toMatchObject({ error: { kind: 'not-sent' } });
    await restart({});
  });
});

describe('another charge than ours', () => {
  /** A PSP that gives tokens and answers for this txid with something else. */
  function answering(change: Record<string, unknown>): PixProvider {
    const body = { txid, status: 'ATIVA', valor: { original: '99.90' }, pixCopiaECola: '000201', ...change };
    const answer = { status: 200, contentType: 'application/json', text: JSON.stringify(body) };
    const real = http;
    const client: HttpClient = {
      request: (request) =>
        request.url.includes('/cob/') ? Promise.resolve({ ok: true, value: answer }) : real.request(request),
      close: () => Promise.resolve(),
    };
    return provider({}, client);
  }

  it.each([
    ['another txid', { txid: 'b4lc40000000000000000000000002' }],
    ['another amount', { valor: { original: '999.00' } }],
    ['no QR text', { pixCopiaECola: undefined }],
    ['a status that the standard does not have', { status: 'PAGA' }],
    ['an amount that is no amount', { valor: { original: '99,90' } }],
  ])('%s is never handed out, neither when it is made nor when it is looked at', async (_name, change) => {
    const pix = answering(change);
    expect(await pix.request(charge)).toMatchObject({ ok: false, error: { kind: 'malformed' } });
    expect(await pix.look(charge)).toMatchObject({ ok: false, error: { kind: 'malformed' } });
  });

  it.each([
    ['no payment', { pix: [] }],
    [
      'a payment without an amount',
      { pix: [{ endToEndId: 'E'.repeat(32), horario: '2026-11-21T12:00:00Z' }] },
    ],
    ['a payment of no time', { pix: [{ endToEndId: 'E'.repeat(32), valor: '99.90', horario: 'ontem' }] }],
  ])('CONCLUIDA with %s proves nothing', async (_name, change) => {
    const pix = answering({ status: 'CONCLUIDA', ...change });
    expect(await pix.look(charge)).toMatchObject({ ok: false, error: { kind: 'malformed' } });
  });

  it('adds up nothing itself: every payment is told', async () => {
    const one = { endToEndId: 'E'.repeat(32), valor: '99.90', horario: '2026-11-21T09:00:00-03:00' };
    const pix = answering({ status: 'CONCLUIDA', pix: [one, { ...one, endToEndId: 'F'.repeat(32) }] });
    expect(await pix.look(charge)).toMatchObject({
      value: { status: 'paid', payments: [{ amountCents: 9_990 }, { amountCents: 9_990 }] },
    });
  });
});

describe('looking at a charge', () => {
  it('tells the payment with its id and the PSP’s time', async () => {
    const pix = provider();
    await pix.request(charge);
    const at = Date.parse('2026-11-21T12:34:56.000Z');
    psp.setClock(() => at - 1_000);
    const outcome = psp.pay(txid, { at, force: true });
    expect(await pix.look(charge)).toEqual({
      ok: true,
      value: {
        status: 'paid',
        payments: [
          {
            amountCents: 9_990,
            paidAt: '2026-11-21T12:34:56.000Z',
            endToEndId: outcome.paid && outcome.endToEndId,
          },
        ],
      },
    });
  });

  it('tells the amount that was really paid', async () => {
    const pix = provider();
    await pix.request(charge);
    psp.pay(txid, { amountCents: 1 });
    expect(await pix.look(charge)).toMatchObject({ value: { payments: [{ amountCents: 1 }] } });
  });

  it('sees an expired one as awaiting: the standard leaves it ATIVA', async () => {
    const pix = provider();
    await pix.request(charge);
    psp.setClock(() => Date.now() + 3_600_000);
    psp.revokeTokens();
    expect(psp.pay(txid)).toEqual({ paid: false, reason: 'expired' });
    expect(await pix.look(charge)).toMatchObject({ ok: true, value: { status: 'awaiting' } });
  });

  it('sees one that the PSP took away', async () => {
    const pix = provider();
    await pix.request(charge);
    psp.removeByPsp(txid);
    expect(await pix.look(charge)).toEqual({ ok: true, value: { status: 'cancelled' } });
  });

  it('sees the money although the charge was removed in the same second', async () => {
    const pix = provider();
    await pix.request(charge);
    expect(await pix.cancel(charge)).toEqual({ ok: true, value: 'cancelled' });
    psp.pay(txid, { force: true });
    expect(psp.ledger.charges).toMatchObject([{ status: 'REMOVIDA_PELO_USUARIO_RECEBEDOR' }]);
    expect(await pix.look(charge)).toMatchObject({
      ok: true,
      value: { status: 'paid', payments: [{ amountCents: 9_990 }] },
    });
  });

  it('finds none that was never made', async () => {
    expect(await provider().look(charge)).toEqual({ ok: true, value: { status: 'absent' } });
  });

  it.each([
    ['is down', { kind: 'status', status: 500 }],
    ['answers HTML', { kind: 'garbage', garbage: 'html', acts: true }],
    ['breaks off', { kind: 'drop-before' }],
    ['refuses us', { kind: 'status', status: 403 }],
  ] as const)('fails, and says nothing of the charge, when the PSP %s', async (_name, effect) => {
    const pix = provider();
    await pix.request(charge);
    psp.setFaults([{ operation: 'getCob', effect }]);
    expect(await pix.look(charge)).toMatchObject({ ok: false });
  });

  it('takes no gateway’s 404 for the word of the PSP', async () => {
    const pix = provider();
    await pix.request(charge);
    psp.setFaults([
      { operation: 'getCob', effect: { kind: 'status', status: 404, body: '<html>no such page</html>' } },
    ]);
    expect(await pix.look(charge)).toMatchObject({ ok: false });
  });
});

describe('taking a charge back', () => {
  it('is refused once it was paid', async () => {
    const pix = provider();
    await pix.request(charge);
    psp.pay(txid);
    expect(await pix.cancel(charge)).toEqual({ ok: true, value: 'not-cancellable' });
    expect(await pix.look(charge)).toMatchObject({ value: { status: 'paid' } });
  });

  it('of one that does not exist is nothing to be cancelled', async () => {
    expect(await provider().cancel(charge)).toEqual({ ok: true, value: 'not-cancellable' });
  });

  it('fails when nobody knows whether it was heard', async () => {
    const pix = provider();
    await pix.request(charge);
    psp.setFaults([{ operation: 'reviseCob', effect: { kind: 'drop-after' } }]);
    expect(await pix.cancel(charge)).toMatchObject({ ok: false, error: { kind: 'no-answer' } });
    expect(await pix.look(charge)).toEqual({ ok: true, value: { status: 'cancelled' } });
  });
});

describe('the token', () => {
  it('is asked for once, also by requests at the same time, and used again', async () => {
    const pix = provider();
    await Promise.all([pix.look(charge), pix.look(charge), pix.request(charge)]);
    await clock.advance(3_500_000);
    await pix.look(charge);
    expect(psp.ledger.requests).toMatchObject({ token: 1, getCob: 3 });
  });

  it('is renewed before it ends, whatever the wall clock says', async () => {
    await restart({ tokenSeconds: 300 });
    const pix = provider();
    await pix.look(charge);
    clock.setWallTime(clock.wallTime() - 31_536_000_000);
    await clock.advance(269_000);
    await pix.look(charge);
    expect(psp.ledger.requests).toMatchObject({ token: 1 });
    await clock.advance(1_000);
    await pix.look(charge);
    expect(psp.ledger.requests).toMatchObject({ token: 2 });
  });

  it('that is refused is renewed once, and the request made again', async () => {
    const pix = provider();
    await pix.request(charge);
    psp.revokeTokens();
    expect(await pix.look(charge)).toMatchObject({ ok: true, value: { status: 'awaiting' } });
    expect(psp.ledger.requests).toMatchObject({ token: 2, getCob: 2 });
  });

  it('that is refused twice is given up until the next request', async () => {
    const pix = provider();
    await pix.request(charge);
    psp.setFaults([{ operation: 'getCob', times: 2, effect: { kind: 'status', status: 401 } }]);
    expect(await pix.look(charge)).toMatchObject({ ok: false, error: { kind: 'refused', status: 401 } });
    expect(psp.ledger.requests).toMatchObject({ token: 2, getCob: 2 });
    expect(await pix.look(charge)).toMatchObject({ ok: true });
  });

  it.each([
    ['with 404, as a moved address does', { kind: 'status', status: 404 }],
    ['with 401', { kind: 'status', status: 401 }],
    ['with 400', { kind: 'status', status: 400 }],
    ['with a 500', { kind: 'status', status: 500 }],
    ['with HTML', { kind: 'garbage', garbage: 'html' }],
  ] as const)('that is not given, %s, says nothing of the charge', async (_name, effect) => {
    const pix = provider();
    await pix.request(charge);
    psp.revokeTokens();
    psp.setFaults([{ operation: 'token', effect }]);
    for (const answer of [await pix.look(charge), await pix.cancel(charge), await pix.request(charge)]) {
      expect(answer).toMatchObject({ ok: false, error: { kind: 'not-sent' } });
    }
  });

  it('is asked for once per request when the secret is wrong', async () => {
    const pix = provider({ clientSecret: 'wrong' });
    expect(await pix.look(charge)).toMatchObject({ ok: false, error: { kind: 'not-sent' } });
    expect(psp.ledger.requests).toEqual({ token: 1 });
  });

  it('leaves no secret in a failure', async () => {
    const pix = provider({ clientSecret: 'wrong-secret' });
    expect(JSON.stringify(await pix.look(charge))).not.toMatch(/wrong-secret|psp-sim|Basic|52998224725/);
  });
});
