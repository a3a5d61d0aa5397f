import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HttpClient } from '../../../src-main/http/http-client.ts';
import { createHttpClient } from '../../../src-main/http/undici-http-client.ts';
import { createContactGuard } from '../../../src-main/relay/chat/contact-guard.ts';
import { createVisitRecords } from '../../../src-main/storage/visit-records.ts';
import { type ChatSimulator, startChatSimulator } from '../../simulators/chat/chat-simulator.ts';
import { ManualClock } from '../../support/manual-clock.ts';
import { RecordingLog } from '../../unit/printing/recording-log.ts';
import { openTemporaryDatabase } from '../../unit/storage/temporary-database.ts';

let chat: ChatSimulator;
let http: HttpClient;
let log: RecordingLog;

beforeEach(async () => {
  chat = await startChatSimulator();
  http = createHttpClient();
  log = new RecordingLog();
});

afterEach(async () => {
  await chat.close();
  await http.close();
});

function open(
  url: string | undefined = `${chat.url}/callbacks/OnBeforeSaveContact?mail=$Email$&fone=$Phone$`,
) {
  const visits = createVisitRecords(openTemporaryDatabase(), new ManualClock());
  visits.begin('v1');
  visits.identify('v1', {
    document: '52998224725',
    name: 'Maria',
    customerErpId: '7001',
    phone: '5434567890',
    email: 'old@example.com',
  });
  const terminal = { id: 'T01', timeZone: 'America/Sao_Paulo' };
  return createContactGuard({ method: 'GET', onBeforeSaveContact: url }, { visits, terminal, http, log });
}

const change = { email: 'new@example.com', whatsapp: '54987654321' };

describe('a change of contact data', () => {
  it('is asked about as it will be', async () => {
    expect(await open().mayChange('v1', change)).toEqual({ ok: true, value: { allowed: true } });
    expect(chat.ledger.callbacks).toMatchObject([
      { event: 'OnBeforeSaveContact', query: { mail: 'new@example.com', fone: '54987654321' } },
    ]);
  });

  it.each([true, 'true', ' TRUE\n', { result: true }, '{"result":"true"} // ok', { success: true }, 'OK'])(
    'may be made after %o',
    async (body) => {
      chat.setAnswer('OnBeforeSaveContact', { body });
      expect(await open().mayChange('v1', change)).toEqual({ ok: true, value: { allowed: true } });
    },
  );

  it.each([
    [false, ''],
    ['false', ''],
    [{ result: false, message: 'Este e-mail já é de outro cliente.' }, 'Este e-mail já é de outro cliente.'],
    [{ error: ' Telefone\u202E inválido\n\n' }, 'Telefone inválido'],
    [{ result: 'false', motivo: 'x'.repeat(900) }, 'x'.repeat(200)],
  ])('may not be made after %o', async (body, reason) => {
    chat.setAnswer('OnBeforeSaveContact', { body });
    expect(await open().mayChange('v1', change)).toEqual({ ok: true, value: { allowed: false, reason } });
    expect(log.codes).toEqual([]);
  });

  it('may not be made after a status that says so, with its reason', async () => {
    chat.setAnswer('OnBeforeSaveContact', { status: 422, body: { mensagem: 'Fora da área' } });
    const permission = await open().mayChange('v1', change);
    expect(permission).toEqual({ ok: true, value: { allowed: false, reason: 'Fora da área' } });
  });

  it.each([
    { status: 500, body: 'down' },
    { status: 401, body: { message: 'bad key' } },
    { body: '<html>login</html>' },
    { body: 'Fatal error: x' },
    { body: { Name: 'Maria' } },
    { body: { status: 'ok', message: 'Contato conferido' } },
    { body: '' },
    { body: null },
  ])('is not decided by %o', async (answer) => {
    chat.setAnswer('OnBeforeSaveContact', answer);
    expect(await open().mayChange('v1', change)).toMatchObject({ ok: false });
    expect(log.codes).toEqual(['CHAT-GUARD-TROUBLE']);
    expect(JSON.stringify(log.entries)).not.toMatch(/example\.com|54987654321|Maria/);
  });
});

it('is not decided by a chat that cannot be reached', async () => {
  const url = `${chat.url}/callbacks/OnBeforeSaveContact`;
  await chat.close();
  expect(await open(url).mayChange('v1', change)).toMatchObject({ ok: false, error: { kind: 'not-sent' } });
  chat = await startChatSimulator();
});

it('nothing may be changed of somebody of whom the one to be asked could be told nothing', async () => {
  expect(await open().mayChange('v2', change)).toMatchObject({ ok: false });
  expect(chat.ledger.callbacks).toEqual([]);
});

it('everything may be changed where nobody is to be asked', async () => {
  const visits = createVisitRecords(openTemporaryDatabase(), new ManualClock());
  const parts = { visits, terminal: { id: 'T01', timeZone: 'UTC' }, http, log };
  for (const access of [undefined, { method: 'GET' } as const]) {
    expect(await createContactGuard(access, parts).mayChange('v1', change)).toEqual({
      ok: true,
      value: { allowed: true },
    });
  }
  expect(chat.ledger.callbacks).toEqual([]);
});
