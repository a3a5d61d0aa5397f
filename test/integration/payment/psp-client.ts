import type { HttpClient } from '../../../src-main/http/http-client.ts';
import type { PixAccount } from '../../../src-main/payment/accounts.ts';
import type { ApiPixClient } from '../../../src-main/payment/api-pix/api-pix-client.ts';
import { createApiPixClient } from '../../../src-main/payment/api-pix/create-api-pix-client.ts';
import type { ReadCertificateFile } from '../../../src-main/payment/api-pix/psp-terms.ts';
import { defaultPspClient } from '../../simulators/psp/psp-simulator.ts';
import { ManualClock } from '../../support/manual-clock.ts';
import { RecordingLog } from '../../unit/printing/recording-log.ts';

/** A data folder without certificates. */
export const noCertificateFile: ReadCertificateFile = () => Promise.resolve({ ok: false, error: 'missing' });

/** An account at the simulated PSP of this address. */
export function accountAt(url: string, change: Partial<PixAccount> = {}): PixAccount {
  return {
    id: 'principal',
    payeeName: 'SERRA FIBRA',
    key: 'pix@serrafibra.example',
    baseUrl: url,
    tokenUrl: `${url}/oauth/token`,
    ...defaultPspClient,
    timeoutMs: 5_000,
    requestsPerMinute: 60,
    ...change,
  };
}

/** A client on its own clock, with what it logs. */
export function clientFor(
  account: PixAccount,
  http: HttpClient,
  readCertificateFile = noCertificateFile,
): { client: ApiPixClient; clock: ManualClock; log: RecordingLog } {
  const clock = new ManualClock();
  const log = new RecordingLog();
  return { client: createApiPixClient(account, { http, clock, log, readCertificateFile }), clock, log };
}
