import { beforeEach, describe, expect, it } from 'vitest';
import type { RemoteFailure } from '../../../src-main/domain/remote-failure.ts';
import { failure } from '../../../src-main/domain/result.ts';
import { createHealthMemory, type HealthMemory } from '../../../src-main/http/health-memory.ts';
import { ManualClock } from '../../support/manual-clock.ts';
import { answered, FakeErp, refused } from '../erp/profile/fake-erp.ts';

const request = { method: 'GET', url: 'https://erp.example.com/faturas', timeoutMs: 8000 } as const;
const noAnswer = failure<RemoteFailure>({ kind: 'no-answer', detail: 'time-out' });

let http: FakeErp;
let clock: ManualClock;
let codes: string[];
let health: HealthMemory;
let changes: boolean[];

beforeEach(() => {
  codes = [];
  changes = [];
  clock = new ManualClock();
  http = new FakeErp(() => noAnswer);
  const log = {
    info: (code: string) => void codes.push(code),
    warn: (code: string) => void codes.push(code),
    error: (code: string) => void codes.push(code),
  };
  health = createHealthMemory({
    http,
    clock,
    log,
    codes: { down: 'ERP-DOWN', back: 'ERP-BACK' },
    probeUrl: 'https://erp.example.com/ping',
    random: () => 0.5,
    onChange: () => changes.push(health.isDown()),
  });
});

async function fall(): Promise<void> {
  await health.request(request);
  await health.request(request);
}

describe('an ERP that does not answer', () => {
  it('is believed down after the second failure; then everything fails at once, unsent', async () => {
    expect(await health.request(request)).toEqual(noAnswer);
    expect(health.isDown()).toBe(false);
    expect(await health.request(request)).toEqual(noAnswer);
    expect(health.isDown()).toBe(true);
    expect(await health.request(request)).toEqual(failure({ kind: 'not-sent', detail: 'known to be down' }));
    expect(http.requests).toHaveLength(2);
    expect(codes).toEqual(['ERP-DOWN']);
  });

  it('is probed quietly, ever more rarely, until it answers anything', async () => {
    await fall();
    await clock.advance(1999);
    expect(http.requests).toHaveLength(2);
    await clock.advance(1);
    expect(http.requests[2]).toMatchObject({ method: 'GET', url: 'https://erp.example.com/ping' });
    await clock.advance(3999);
    expect(http.requests).toHaveLength(3);
    http.answer = () => refused(404);
    await clock.advance(1);
    expect(http.requests).toHaveLength(4);
    expect(health.isDown()).toBe(false);
    expect(codes).toEqual(['ERP-DOWN', 'ERP-BACK']);
    expect(clock.pending).toBe(0);
  });

  it('is believed down again after one more failure, and up for good after a success', async () => {
    await fall();
    http.answer = () => answered({});
    await clock.advance(2000);
    http.answer = () => noAnswer;
    await health.request(request);
    expect(health.isDown()).toBe(true);
    http.answer = () => answered({});
    await clock.advance(60_000);
    await health.request(request);
    http.answer = () => noAnswer;
    await health.request(request);
    expect(health.isDown()).toBe(false);
  });

  it('is given the time that it asks for', async () => {
    http.answer = () => failure({ kind: 'server-error', status: 503, detail: 'x', retryAfterMs: 20_000 });
    await fall();
    await clock.advance(19_999);
    expect(http.requests).toHaveLength(2);
    await clock.advance(1);
    expect(http.requests).toHaveLength(3);
  });

  it('is left alone once the kiosk stops', async () => {
    await fall();
    await health.close();
    await clock.advance(600_000);
    expect(http.requests).toHaveLength(2);
  });
});

it.each([
  ['a no', refused(401)],
  ['nonsense', failure<RemoteFailure>({ kind: 'malformed', detail: 'x' })],
])('is not believed down for %s, and a success in between forgives', async (_name, answer) => {
  http.answer = () => answer;
  await fall();
  expect(health.isDown()).toBe(false);
  http.answer = () => noAnswer;
  await health.request(request);
  http.answer = () => answered([]);
  await health.request(request);
  http.answer = () => noAnswer;
  await health.request(request);
  expect(health.isDown()).toBe(false);
});

it('tells when the ERP went down and when it is back, and nothing between or after', async () => {
  await health.request(request);
  expect(changes).toEqual([]);
  await fall();
  await health.request(request);
  expect(changes).toEqual([true]);
  http.answer = () => refused(404);
  await clock.advance(60_000);
  expect(changes).toEqual([true, false]);
});

it('tells nothing once it was closed, whatever a probe finds', async () => {
  await fall();
  http.answer = async () => {
    await health.close();
    return refused(404);
  };
  await clock.advance(60_000);
  expect(changes).toEqual([true]);
});
