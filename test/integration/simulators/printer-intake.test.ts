import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Intake } from '../../simulators/printer/intake.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

function intake(options: { baudRate?: number; room?: () => number } = {}) {
  const taken = { bytes: 0, ready: true };
  const line = new Intake({
    room: () => Number.POSITIVE_INFINITY,
    ...options,
    deliver: (bytes) => {
      taken.bytes += bytes.length;
    },
    ready: (isReady) => {
      taken.ready = isReady;
    },
  });
  return { line, taken };
}

it('takes everything at once without a line speed', () => {
  const { line, taken } = intake();
  line.push(Buffer.alloc(5000));
  expect(taken).toEqual({ bytes: 5000, ready: true });
});

it('takes a tenth of the line speed in bytes per second', async () => {
  const { line, taken } = intake({ baudRate: 10_000 });
  line.push(Buffer.alloc(3933));
  await vi.advanceTimersByTimeAsync(1000);
  expect(taken).toEqual({ bytes: 1000, ready: false });
  await vi.advanceTimersByTimeAsync(2900);
  expect(taken.bytes).toBe(3900);
  await vi.advanceTimersByTimeAsync(1000);
  expect(taken).toEqual({ bytes: 3933, ready: true });
});

it('does not make up for time in which it was stalled or had no room', async () => {
  let room = 0;
  const { line, taken } = intake({ baudRate: 10_000, room: () => room });
  line.push(Buffer.alloc(2000));
  await vi.advanceTimersByTimeAsync(5000);
  expect(taken).toEqual({ bytes: 0, ready: false });
  room = 10_000;
  line.setStalled(true);
  await vi.advanceTimersByTimeAsync(5000);
  expect(taken.bytes).toBe(0);
  line.setStalled(false);
  await vi.advanceTimersByTimeAsync(500);
  expect(taken.bytes).toBe(500);
});

it('loses what is under way when the cable is pulled', async () => {
  const { line, taken } = intake({ baudRate: 10_000 });
  line.push(Buffer.alloc(960));
  await vi.advanceTimersByTimeAsync(100);
  line.clear();
  await vi.advanceTimersByTimeAsync(5000);
  expect(taken.bytes).toBe(100);
});
