import { describe, expect, it, vi } from 'vitest';
import { isSameToken, readAddress } from '../../../src-main/gateway/access/access-token.ts';
import { callerOf } from '../../../src-main/gateway/access/caller.ts';
import { createPasses } from '../../../src-main/gateway/access/passes.ts';
import { QuietLog } from '../../../src-main/gateway/access/quiet-log.ts';
import { RateLimit } from '../../../src-main/gateway/access/rate-limit.ts';
import { Turns } from '../../../src-main/gateway/access/turns.ts';
import { ManualClock } from '../../support/manual-clock.ts';
import { RecordingLog } from '../printing/recording-log.ts';

describe('the token of a request', () => {
  it.each([
    ['in the path', '/t/abc/panel?x=1', {}, '/panel'],
    ['in the query', '/panel?token=abc&x=1', {}, '/panel'],
    ['as bearer', '/panel?x=1', { authorization: 'Bearer abc' }, '/panel'],
    ['in a header', '/panel?x=1', { 'x-balcao-token': 'abc' }, '/panel'],
  ])('is found %s and taken out of what is read', (_where, url, headers, path) => {
    const address = readAddress(url, headers);
    expect(address).toMatchObject({ token: 'abc', path });
    expect([...(address?.query ?? [])]).toEqual([['x', '1']]);
  });

  it('is missing where there is none', () => {
    expect(readAddress('/panel', {})?.token).toBeUndefined();
    expect(readAddress('/t//panel', {})?.token).toBe('');
  });

  it.each(['http://elsewhere/', '//elsewhere/panel', '*', ''])('is not looked for in %j', (url) => {
    expect(readAddress(url, {})?.path).not.toBe('/panel');
  });

  it('is compared whole, whatever its length', () => {
    expect(isSameToken('secret', 'secret')).toBe(true);
    for (const other of ['', 'secre', 'secrets', 'Secret']) expect(isSameToken(other, 'secret')).toBe(false);
  });
});

describe('who asks', () => {
  it('is the other end of the connection, of IPv6 its network', () => {
    expect(callerOf('203.0.113.7', undefined, false)).toBe('203.0.113.7');
    expect(callerOf('::ffff:203.0.113.7', undefined, false)).toBe('203.0.113.7');
    expect(callerOf('2001:db8:1:2:3:4:5:6', undefined, false)).toBe(
      callerOf('2001:db8:1:2::ffff', undefined, false),
    );
    expect(callerOf('2001:db8:1:3::1', undefined, false)).not.toBe(
      callerOf('2001:db8:1:2::1', undefined, false),
    );
  });

  it('is told by a proxy only where there is one, and by nobody before it', () => {
    expect(callerOf('127.0.0.1', '198.51.100.1', false)).toBe('127.0.0.1');
    expect(callerOf('127.0.0.1', '10.9.9.9, 198.51.100.1', true)).toBe('198.51.100.1');
    expect(callerOf('127.0.0.1', 'nonsense', true)).toBe('127.0.0.1');
  });
});

describe('a rate limit', () => {
  it('lets a minute’s worth through at once, then one by one, each caller for itself', async () => {
    const clock = new ManualClock();
    const limit = new RateLimit(6, clock);
    expect(Array.from({ length: 6 }, () => limit.take('a'))).toEqual([0, 0, 0, 0, 0, 0]);
    expect(limit.take('a')).toBe(10);
    expect(limit.take('b')).toBe(0);
    await clock.advance(9_999);
    expect(limit.take('a')).toBe(1);
    await clock.advance(1);
    expect(limit.take('a')).toBe(0);
    expect(limit.take('a')).toBe(10);
  });

  it('is not refilled by a clock that somebody sets', () => {
    const clock = new ManualClock();
    const limit = new RateLimit(1, clock);
    limit.take('a');
    clock.setWallTime(clock.wallTime() + 3_600_000);
    expect(limit.take('a')).toBe(60);
  });

  it('remembers a bounded number of callers, the newest', () => {
    const limit = new RateLimit(1, new ManualClock());
    limit.take('first');
    for (let caller = 0; caller < 2_000; caller += 1) limit.take(`caller ${caller}`);
    expect(limit.take('caller 1999')).toBeGreaterThan(0);
    expect(limit.take('first')).toBe(0);
  });
});

describe('a pass', () => {
  const subject = { kind: 'panel', document: '52998224725', by: 'document' } as const;

  it('opens what it was made for, for as long as it was made for', async () => {
    const clock = new ManualClock();
    const passes = createPasses('token', clock);
    const pass = passes.issue(subject, 60_000);
    expect(passes.open(pass)).toEqual(subject);
    await clock.advance(59_999);
    expect(passes.open(pass)).toEqual(subject);
    await clock.advance(1);
    expect(passes.open(pass)).toBeUndefined();
  });

  it('tells nobody whose it is, and is another one each time', () => {
    const passes = createPasses('token', new ManualClock());
    const pass = passes.issue(subject, 60_000);
    expect(Buffer.from(pass, 'base64url').toString('latin1')).not.toContain('529');
    expect(passes.issue(subject, 60_000)).not.toBe(pass);
  });

  it('cannot be changed, cut, made up or brought from a gateway with another token', () => {
    const clock = new ManualClock();
    const passes = createPasses('token', clock);
    const pass = passes.issue(subject, 60_000);
    const bytes = Buffer.from(pass, 'base64url');
    for (const index of bytes.keys()) {
      const changed = Buffer.from(bytes);
      changed[index] = (changed[index] ?? 0) ^ 1;
      expect(passes.open(changed.toString('base64url'))).toBeUndefined();
    }
    expect(createPasses('other', clock).open(pass)).toBeUndefined();
    for (const text of ['', 'x', pass.slice(0, -4), 'A'.repeat(5_000)]) {
      expect(passes.open(text)).toBeUndefined();
    }
  });
});

describe('turns', () => {
  it('come to so many at once, in their order, and pass on whatever became of a task', async () => {
    const turns = new Turns(2);
    const begun: { end(): void; fail(error: Error): void }[] = [];
    const task = () => new Promise<void>((end, fail) => begun.push({ end, fail }));
    const runs = Array.from({ length: 4 }, () => turns.run(task));
    await vi.waitFor(() => expect(begun).toHaveLength(2));
    begun[1]?.fail(new Error('broken'));
    await expect(runs[1]).rejects.toThrow('broken');
    await vi.waitFor(() => expect(begun).toHaveLength(3));
    begun[0]?.end();
    await vi.waitFor(() => expect(begun).toHaveLength(4));
    begun[2]?.end();
    begun[3]?.end();
    await Promise.all([runs[0], runs[2], runs[3]]);
    expect(await turns.run(() => 5)).toBe(5);
  });
});

it('strangers cause one line a minute, with how many they were', async () => {
  const clock = new ManualClock();
  const log = new RecordingLog();
  const quiet = new QuietLog(log, clock);
  for (let turn = 0; turn < 500; turn += 1) quiet.note('GATEWAY-REFUSED', 'access');
  quiet.note('GATEWAY-REFUSED', 'rate');
  await clock.advance(60_000);
  quiet.note('GATEWAY-REFUSED', 'access');
  expect(log.entries.map(({ fields }) => fields)).toEqual([
    { kind: 'access', count: 1 },
    { kind: 'rate', count: 1 },
    { kind: 'access', count: 500 },
  ]);
});
