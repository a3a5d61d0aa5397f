import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  defaultSeniorAccount,
  type SeniorCrmSimulator,
  startSeniorCrmSimulator,
} from '../../simulators/senior-crm/senior-crm-simulator.ts';

let senior: SeniorCrmSimulator;

beforeEach(async () => {
  senior = await startSeniorCrmSimulator();
});

afterEach(() => senior.close());

const headers = {
  token_crm: defaultSeniorAccount.token,
  tenant: defaultSeniorAccount.tenant,
  'content-type': 'application/json',
};

const consult = (phone: string) => fetch(`${senior.url}/cti3cx/consult-phone/${phone}`, { headers });

function end(call: number, change: Record<string, unknown> = {}) {
  const body = {
    data: '2026-11-21',
    hora_inicio: '09:00:00',
    hora_fim: '09:02:00',
    telefone: '0054987654321',
    calltype: 'Inbound',
    agent: '8001',
    ...change,
  };
  return fetch(`${senior.url}/cti3cx/end-call/${call}`, {
    method: 'PUT',
    headers,
    body: JSON.stringify(body),
  });
}

it.each(['0054987654321', '54987654321'])('knows a number with the mask and without (%s)', async (phone) => {
  const answer = (await (await consult(phone)).json()) as unknown;
  expect(answer).toMatchObject({ contact: [{ firstname: 'Maria', url: '', customvalue: '1/1/70001' }] });
  expect(senior.ledger.calls).toEqual([{ callId: 70_001, phone, ends: 0 }]);
});

it('every lookup makes a call, whoever repeats it', async () => {
  await consult('0054987654321');
  await consult('0054987654321');
  expect(senior.ledger.calls.map(({ callId }) => callId)).toEqual([70_001, 70_002]);
});

it.each([{ token_crm: 'other' }, { tenant: 'other' }])('lets nobody in with %o', async (wrong) => {
  const answer = await fetch(`${senior.url}/cti3cx/consult-phone/0054987654321`, {
    headers: { ...headers, ...wrong },
  });
  expect(answer.status).toBe(401);
  expect(senior.ledger.calls).toEqual([]);
});

it('keeps the end of a call that it knows, with all that belongs to it', async () => {
  await consult('0054987654321');
  expect((await end(70_002)).status).toBe(404);
  expect((await end(70_001, { agent: undefined })).status).toBe(400);
  expect(await (await end(70_001)).text()).toBe('{"success":"Chamada encerrada"}');
  senior.setManners({ success: 'printed' });
  expect(await (await end(70_001)).text()).toBe('{ {"success":"Chamada encerrada"} }');
  expect(senior.ledger.calls[0]).toMatchObject({ ends: 2, end: { hora_fim: '09:02:00' } });
});
