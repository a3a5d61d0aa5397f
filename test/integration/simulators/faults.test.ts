import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type ErpSimulator, startErpSimulator } from '../../simulators/erp/erp-simulator.ts';
import { customers } from '../../simulators/erp/fixture-customers.ts';
import type { Fault } from '../../simulators/server/fault.ts';

const { maria } = customers;
const invoiceId = maria.invoices.plain;
const token = { authorization: 'Bearer erp-sim-token' };

let erp: ErpSimulator;

beforeEach(async () => {
  erp = await startErpSimulator();
});

afterEach(async () => {
  await erp.close();
});

function writeOff(signal?: AbortSignal): Promise<Response> {
  return fetch(`${erp.url}/faturas/baixa`, {
    method: 'POST',
    headers: { ...token, 'content-type': 'application/json' },
    body: JSON.stringify({ id_cliente: maria.id, id_fatura: invoiceId }),
    ...(signal === undefined ? {} : { signal }),
  });
}

function listInvoices(): Promise<Response> {
  return fetch(`${erp.url}/faturas?document=${maria.document}`, { headers: token });
}

/** POSTs counted and write-offs that took effect. */
function booked(): { times: number; effective: number } {
  const row = erp.ledger.writeOffs.find((each) => each.invoiceId === invoiceId);
  return { times: row?.times ?? 0, effective: row?.effective ?? 0 };
}

async function control(name: string, body: unknown): Promise<Response> {
  return fetch(`${erp.url}/__control/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

describe('faults', () => {
  test('a status comes with its body and Retry-After, and nothing took effect', async () => {
    erp.setFaults([
      { effect: { kind: 'status', status: 503, body: { status: 'fora do ar' }, retryAfter: 120 } },
    ]);
    const answer = await writeOff();
    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).toBe('120');
    expect(await answer.json()).toEqual({ status: 'fora do ar' });
    expect(booked()).toEqual({ times: 1, effective: 0 });
  });

  test('a status may lie: the write-off took effect all the same', async () => {
    erp.setFaults([{ effect: { kind: 'status', status: 500, body: 'timeout', acts: true } }]);
    const answer = await writeOff();
    expect(answer.status).toBe(500);
    expect(await answer.text()).toBe('timeout');
    expect(booked()).toEqual({ times: 1, effective: 1 });
  });

  test('drop-after takes effect and loses the answer', async () => {
    erp.setFaults([{ effect: { kind: 'drop-after' } }]);
    await expect(writeOff()).rejects.toThrow();
    expect(booked()).toEqual({ times: 1, effective: 1 });
  });

  test('drop-before loses the request, which is counted', async () => {
    erp.setFaults([{ effect: { kind: 'drop-before' } }]);
    await expect(writeOff()).rejects.toThrow();
    expect(booked()).toEqual({ times: 1, effective: 0 });
  });

  test('act-later fails now and takes effect when it is time', async () => {
    erp.setFaults([{ effect: { kind: 'act-later', delayMs: 3_600_000, reply: 'unavailable' } }]);
    expect((await writeOff()).status).toBe(503);
    expect(booked()).toEqual({ times: 1, effective: 0 });
    expect(erp.actPostponed()).toBe(1);
    expect(booked()).toEqual({ times: 1, effective: 1 });
    expect(erp.actPostponed()).toBe(0);
  });

  test('act-later may drop the connection, and acts by its own timer', async () => {
    erp.setFaults([{ effect: { kind: 'act-later', delayMs: 1, reply: 'drop' } }]);
    await expect(writeOff()).rejects.toThrow();
    await vi.waitFor(() => expect(booked()).toEqual({ times: 1, effective: 1 }));
  });

  test('act-later hangs by default', async () => {
    erp.setFaults([{ effect: { kind: 'act-later', delayMs: 3_600_000 } }]);
    const gaveUp = new AbortController();
    const pending = writeOff(gaveUp.signal);
    await vi.waitFor(() => expect(booked().times).toBe(1));
    gaveUp.abort();
    await expect(pending).rejects.toThrow();
    erp.actPostponed();
    expect(booked()).toEqual({ times: 1, effective: 1 });
  });

  test('a hang never answers, and closing ends it', async () => {
    erp.setFaults([{ effect: { kind: 'hang' } }]);
    const pending = expect(writeOff()).rejects.toThrow();
    await vi.waitFor(() => expect(booked().times).toBe(1));
    await erp.close();
    await pending;
    expect(booked().effective).toBe(0);
    erp = await startErpSimulator();
  });

  test.each([
    ['html', 'text/html', /^<!doctype html>/],
    ['broken-json', 'application/json', /^\[\{"id_fatura":"9$/],
    ['double-brace', 'application/json', /^\{ \[\{.*"id_fatura":"910001".*\}\] \}$/s],
  ] as const)('garbage %s answers 200 with something that is no JSON', async (garbage, type, pattern) => {
    erp.setFaults([{ effect: { kind: 'garbage', garbage, acts: garbage === 'double-brace' } }]);
    const answer = await listInvoices();
    const body = await answer.text();
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toContain(type);
    expect(body).toMatch(pattern);
    expect(() => JSON.parse(body)).toThrow(SyntaxError);
  });

  test('garbage after a write-off that took effect', async () => {
    erp.setFaults([
      { operation: 'writeOffInvoice', effect: { kind: 'garbage', garbage: 'html', acts: true } },
      { operation: 'listOpenInvoices', effect: { kind: 'garbage', garbage: 'html' } },
    ]);
    expect(await (await writeOff()).text()).toContain('<html>');
    expect(booked()).toEqual({ times: 1, effective: 1 });
  });

  test('latency holds back the effect, not only the answer', async () => {
    let effectiveAtOnce: number | undefined;
    erp.onRequest(() => {
      setImmediate(() => {
        effectiveAtOnce = booked().effective;
      });
    });
    erp.setFaults([{ operation: 'writeOffInvoice', latencyMs: 20 }]);
    expect((await writeOff()).status).toBe(200);
    expect(effectiveAtOnce).toBe(0);
    expect(booked().effective).toBe(1);
  });

  test('a client that gives up during the latency does not stop the effect', async () => {
    const gaveUp = new AbortController();
    erp.onRequest(() => gaveUp.abort());
    erp.setFaults([{ latencyMs: 20 }]);
    await expect(writeOff(gaveUp.signal)).rejects.toThrow();
    await vi.waitFor(() => expect(booked()).toEqual({ times: 1, effective: 1 }));
  });

  test('faults strike their operation only, skip and run out', async () => {
    const down: Fault = {
      operation: 'listOpenInvoices',
      skip: 1,
      times: 2,
      effect: { kind: 'status', status: 500 },
    };
    erp.setFaults([down]);
    expect((await writeOff()).status).toBe(200);
    const statuses: number[] = [];
    for (let call = 0; call < 4; call += 1) statuses.push((await listInvoices()).status);
    expect(statuses).toEqual([200, 500, 500, 200]);
  });
});

describe('hooks', () => {
  test('onRequest comes before the effect and holds it back', async () => {
    const seen: unknown[] = [];
    let release: () => void = () => undefined;
    const remove = erp.onRequest((request) => {
      seen.push({
        operation: request.operation,
        method: request.method,
        path: request.path,
        body: request.body,
      });
      return new Promise<void>((resolve) => {
        release = resolve;
      });
    });
    const pending = writeOff();
    await vi.waitFor(() => expect(seen).toHaveLength(1));
    expect(seen[0]).toEqual({
      operation: 'writeOffInvoice',
      method: 'POST',
      path: '/faturas/baixa',
      body: { id_cliente: '7001', id_fatura: invoiceId },
    });
    expect(booked()).toEqual({ times: 1, effective: 0 });
    release();
    expect((await pending).status).toBe(200);
    remove();
    await writeOff();
    expect(seen).toHaveLength(1);
  });

  test('onAnswered tells the answer, but not one that was dropped', async () => {
    const answered: [string, number][] = [];
    erp.onAnswered((request, answer) => answered.push([request.operation, answer.status]));
    erp.setFaults([{ times: 1, effect: { kind: 'drop-after' } }]);
    await expect(writeOff()).rejects.toThrow();
    await writeOff();
    expect(answered).toEqual([['writeOffInvoice', 200]]);
  });

  test('when onAnswered runs, the answer has left the process', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'simulator-'));
    const marker = join(folder, 'answer-received');
    const client = `
      fetch(${JSON.stringify(`${erp.url}/clientes`)}).then((answer) => answer.text())
        .then(() => require('node:fs').writeFileSync(${JSON.stringify(marker)}, ''));`;
    let receivedWhileBlocked = false;
    erp.onAnswered(() => {
      // The event loop stands still in here: only what the kernel already has can reach the client.
      const idle = new Int32Array(new SharedArrayBuffer(4));
      for (let poll = 0; poll < 1000 && !receivedWhileBlocked; poll += 1) {
        Atomics.wait(idle, 0, 0, 10);
        receivedWhileBlocked = existsSync(marker);
      }
    });
    const child = spawn(process.execPath, ['-e', client], { stdio: 'inherit' });
    await new Promise((resolve) => child.once('exit', resolve));
    expect(receivedWhileBlocked).toBe(true);
    rmSync(folder, { recursive: true });
  });
});

describe('control endpoint', () => {
  test('sets and lists faults, and is not subject to them', async () => {
    const fault = { operation: 'listOpenInvoices', times: 1, effect: { kind: 'status', status: 418 } };
    expect((await control('faults', fault)).status).toBe(200);
    const listed = await fetch(`${erp.url}/__control/faults`);
    expect(await listed.json()).toEqual([fault]);
    expect((await listInvoices()).status).toBe(418);
    expect(await (await fetch(`${erp.url}/__control/faults`)).json()).toEqual([]);
    await control('faults', [{ effect: { kind: 'drop-before' } }]);
    expect((await control('faults', [])).status).toBe(200);
    expect((await listInvoices()).status).toBe(200);
  });

  test('refuses a fault that it does not know, naming the field', async () => {
    const answer = await control('faults', [{ effect: { kind: 'status', status: 200 } }]);
    expect(answer.status).toBe(400);
    expect(JSON.stringify(await answer.json())).toContain('status');
  });

  test('runs what was postponed', async () => {
    erp.setFaults([{ effect: { kind: 'act-later', delayMs: 3_600_000, reply: 'drop' } }]);
    await expect(writeOff()).rejects.toThrow();
    await control('act-postponed', {});
    expect(booked().effective).toBe(1);
  });

  test('shows the ledger and lists its controls when asked for an unknown one', async () => {
    await writeOff();
    const ledger = (await (await fetch(`${erp.url}/__control/ledger`)).json()) as typeof erp.ledger;
    expect(ledger).toEqual(erp.ledger);
    const unknown = await control('no-such-thing', {});
    expect(unknown.status).toBe(404);
    expect(JSON.stringify(await unknown.json())).toContain('settle-elsewhere');
  });
});

test('unknown paths are 404 and counted', async () => {
  expect((await fetch(`${erp.url}/nada`, { headers: token })).status).toBe(404);
  expect((await fetch(`${erp.url}/faturas/baixa`, { headers: token })).status).toBe(404);
  expect(erp.ledger.requests).toEqual({ unknown: 2 });
});
