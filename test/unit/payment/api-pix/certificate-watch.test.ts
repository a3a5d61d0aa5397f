import { beforeAll, describe, expect, it } from 'vitest';
import type { PixAccount } from '../../../../src-main/payment/accounts.ts';
import { createCertificateWatch } from '../../../../src-main/payment/api-pix/certificate-watch.ts';
import type { ReadCertificateFile } from '../../../../src-main/payment/api-pix/psp-terms.ts';
import { makeIdentity } from '../../../support/certificates.ts';
import { ManualClock } from '../../../support/manual-clock.ts';
import { RecordingLog } from '../../printing/recording-log.ts';

const DAY_MS = 86_400_000;
const account: PixAccount = {
  id: 'principal',
  payeeName: 'SERRA',
  key: 'k',
  baseUrl: 'https://psp.example',
  tokenUrl: 'https://psp.example/token',
  clientId: 'id',
  clientSecret: 'secret',
  certificateFile: 'a.pem',
  timeoutMs: 1000,
  requestsPerMinute: 60,
};

let clock: ManualClock;
let pem: Buffer;
let end: number;

beforeAll(() => {
  clock = new ManualClock();
  const now = clock.wallTime();
  // Certificates know whole seconds.
  end = Math.floor((now + 32 * DAY_MS) / 1000) * 1000;
  const { cert, key } = makeIdentity('totem', { from: new Date(now - DAY_MS), to: new Date(end) });
  pem = Buffer.from(cert + key);
});

function watch(read: ReadCertificateFile, accounts = [account]) {
  const log = new RecordingLog();
  clock = new ManualClock();
  return { log, watch: createCertificateWatch({ accounts, readCertificateFile: read, clock, log }) };
}

/** The watch has looked and waits for the next day. */
async function atRest(): Promise<void> {
  await expect.poll(() => clock.pending).toBe(1);
}

describe('watching over certificates', () => {
  it('warns from thirty days before the end, every day, and says when it has come', async () => {
    const { log, watch: watched } = watch(() => Promise.resolve({ ok: true, value: pem }));
    watched.start();
    await atRest();
    expect(watched.standingOf('principal')).toEqual({ state: 'good', validTo: end });
    expect(log.entries).toEqual([]);
    for (let day = 0; day < 2; day += 1) {
      await atRest();
      await clock.advance(DAY_MS);
    }
    await atRest();
    expect(log.entries).toEqual([
      { code: 'PIX-CERTIFICATE-ENDS', fields: { accountId: 'principal', days: 30 } },
    ]);
    expect(watched.standingOf('principal')).toEqual({ state: 'ends-soon', validTo: end });
    clock.setWallTime(end);
    await clock.advance(DAY_MS);
    await atRest();
    expect(log.codes).toEqual(['PIX-CERTIFICATE-ENDS', 'PIX-CERTIFICATE-ENDED']);
    watched.stop();
  });

  it('says what is wrong with one that cannot be used', async () => {
    const { log, watch: watched } = watch(() => Promise.resolve({ ok: false, error: 'sealed-elsewhere' }));
    watched.start();
    await atRest();
    expect(log.entries).toEqual([
      { code: 'PIX-CERTIFICATE-UNUSABLE', fields: { accountId: 'principal', problem: 'sealed-elsewhere' } },
    ]);
    watched.stop();
  });

  it('leaves accounts without one alone', () => {
    const { certificateFile: _none, ...bare } = account;
    const { log, watch: watched } = watch(() => Promise.resolve({ ok: false, error: 'missing' }), [bare]);
    watched.start();
    expect([log.entries, clock.pending]).toEqual([[], 0]);
    expect(watched.standingOf('principal')).toBeUndefined();
    watched.stop();
  });
});
