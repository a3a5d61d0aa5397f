import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { HttpClient } from '../../src-main/http/http-client.ts';
import { createHttpClient } from '../../src-main/http/undici-http-client.ts';
import { Dispatcher } from '../../src-main/relay/dispatcher.ts';
import { createOutbox } from '../../src-main/relay/outbox.ts';
import { createWebhook } from '../../src-main/relay/webhook/webhook.ts';
import { systemClock } from '../../src-main/shell/system-clock.ts';
import { type Database, openDatabase } from '../../src-main/storage/database.ts';
import { migrate } from '../../src-main/storage/migrations.ts';
import { createVisitRecords } from '../../src-main/storage/visit-records.ts';
import type { Figures } from './figure.ts';
import { silent } from './silent.ts';

/** Requests at once, as many as the dispatcher has. */
const AT_ONCE = 4;
const EVENTS_PER_VISIT = 8;
const MOST_SECONDS = 300;

/**
 * What waits after an outage, told to a receiver that answers at once: how fast that is beside the
 * bare requests through the same client, the whole time, and how much more memory the process has then.
 */
export async function measureRelay(events: number): Promise<Figures> {
  const folder = await mkdtemp(path.join(tmpdir(), 'balcao-bench-relay-'));
  const server = await startReceiver();
  const http = createHttpClient();
  try {
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/events`;
    await postAll(http, url, 200);
    const bareBefore = await postAll(http, url, events);
    const database = openDatabase(path.join(folder, 'balcao.db'));
    migrate(database);
    const { ms, growthMib } = await drain(database, http, url, events);
    database.close();
    const bareMs = (bareBefore + (await postAll(http, url, events))) / 2;
    return {
      'relay.ratio': { value: Number((bareMs / ms).toFixed(2)), unit: 'x', aim: { min: 0.7 }, samples: 1 },
      'relay.drainS': { value: Number((ms / 1000).toFixed(2)), unit: 's', samples: 1 },
      'relay.memoryMiB': { value: Math.max(1, Math.round(growthMib)), unit: 'MiB', samples: 1 },
    };
  } finally {
    await http.close();
    server.closeAllConnections();
    server.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function startReceiver(): Promise<Server> {
  const server = createServer((request, response) => {
    request.resume().on('end', () => response.writeHead(204).end());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

/** @returns milliseconds */
async function postAll(http: HttpClient, url: string, count: number): Promise<number> {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ padding: 'x'.repeat(350) });
  const startedAt = performance.now();
  let left = count;
  const work = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      const answer = await http.request({ method: 'POST', url, headers, body, timeoutMs: 10_000 });
      if (!answer.ok) throw new Error(answer.error.detail);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return performance.now() - startedAt;
}

async function drain(
  database: Database,
  http: HttpClient,
  url: string,
  events: number,
): Promise<{ ms: number; growthMib: number }> {
  const visits = createVisitRecords(database, systemClock);
  const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
  const access = { id: 'bench', url, secret, customerData: false };
  let left = events;
  let finish: () => void = () => undefined;
  const finished = new Promise<void>((resolve) => (finish = resolve));
  const target = createWebhook(access, { terminalId: 'T01', http, clock: systemClock });
  const outbox = createOutbox(database, systemClock, visits, [target], () => undefined);
  const counted = {
    ...outbox,
    markDelivered(...done: Parameters<typeof outbox.markDelivered>): void {
      outbox.markDelivered(...done);
      left -= done[1].length;
      if (left === 0) finish();
    },
  };
  database.transaction(() => {
    for (let count = 0; count < events; count += 1) {
      const visitId = `visit-${Math.floor(count / EVENTS_PER_VISIT)}`;
      if (count % EVENTS_PER_VISIT === 0) visits.begin(visitId);
      outbox.record(visitId, { type: 'invoice-opened', invoiceId: String(count) });
    }
  });
  const dispatcher = new Dispatcher(target, counted, systemClock, silent, Math.random);
  let peak = process.memoryUsage().rss;
  const before = peak;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, 200);
  const overdue = setTimeout(finish, MOST_SECONDS * 1000);
  const startedAt = performance.now();
  dispatcher.wake();
  await finished;
  const ms = performance.now() - startedAt;
  clearInterval(watch);
  clearTimeout(overdue);
  await dispatcher.stop();
  if (left > 0) throw new Error(`${left} events were not told within ${MOST_SECONDS} seconds`);
  return { ms, growthMib: (peak - before) / 2 ** 20 };
}
