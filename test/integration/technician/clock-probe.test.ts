import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Clock } from '../../../src-main/domain/clock.ts';
import { systemClock } from '../../../src-main/shell/system-clock.ts';
import { readClock } from '../../../src-main/technician/clock-probe.ts';
import { type ErpSimulator, startErpSimulator } from '../../simulators/erp/erp-simulator.ts';
import { type PspSimulator, startPspSimulator } from '../../simulators/psp/psp-simulator.ts';
import { probeParts } from './probe-setup.ts';

let erp: ErpSimulator;
let psp: PspSimulator;
let parts: ReturnType<typeof probeParts>;

beforeEach(async () => {
  parts = probeParts();
  [erp, psp] = await Promise.all([startErpSimulator(), startPspSimulator()]);
});

afterEach(async () => {
  await Promise.all([erp.close(), psp.close(), parts.close()]);
});

function addresses() {
  return [erp.url, `${erp.url}/other`, 'http://127.0.0.1:9', psp.url, `${psp.url}/oauth/token`];
}

describe('reading the clock', () => {
  it.each([0, 3 * 86_400_000, -3_600_000])('finds a clock that is %i ms ahead', async (aheadMs) => {
    const clock: Clock = { ...systemClock, wallTime: () => Date.now() + aheadMs };
    const readings = await readClock({ addresses: addresses(), http: parts.http, clock });
    expect(readings.map(({ host }) => host)).toEqual([
      new URL(erp.url).host,
      '127.0.0.1:9',
      new URL(psp.url).host,
    ]);
    const [ofErp, ofNobody, ofPsp] = readings;
    expect(ofNobody?.aheadMs).toBeUndefined();
    for (const reading of [ofErp, ofPsp]) {
      expect(Math.abs((reading?.aheadMs ?? Number.NaN) - aheadMs)).toBeLessThan(1500);
    }
  });

  it('takes half of the way there and back into account', async () => {
    const server = (wall: number) => ({
      status: 200,
      contentType: '',
      text: '',
      date: new Date(wall).toUTCString(),
      header: () => undefined,
    });
    let now = 1_000_000_000_000;
    const clock: Clock = { ...systemClock, wallTime: () => now, monotonic: () => now };
    const [reading] = await readClock({
      addresses: addresses().slice(0, 1),
      clock,
      http: {
        request(request) {
          const answeredAt = now + 2000;
          now += 4000;
          request.onRawAnswer?.(server(answeredAt));
          return Promise.resolve({ ok: true, value: server(answeredAt) });
        },
        close: () => Promise.resolve(),
      },
    });
    // A Date header is half a second old on average.
    expect(reading?.aheadMs).toBe(-500);
  });
});
