import type { Clock } from '../../domain/clock.ts';
import type { Log } from '../../logging/log.ts';
import type { PixAccount } from '../accounts.ts';
import { type CertificateStanding, daysLeft, standingOf } from './certificate-standing.ts';
import { type ReadCertificateFile, readAccountCertificate } from './psp-terms.ts';

export interface CertificateWatchParts {
  readonly accounts: readonly PixAccount[];
  readonly readCertificateFile: ReadCertificateFile;
  readonly clock: Clock;
  readonly log: Log;
}

/** Looks at every account's client certificate, and raises the alarm before one ends. */
export interface CertificateWatch {
  /** Looks at once, then once a day. */
  start(): void;
  stop(): void;
  /** As it was last seen; undefined: the account has none, or nobody looked yet. */
  standingOf(accountId: string): CertificateStanding | undefined;
}

const DAY_MS = 86_400_000;

export function createCertificateWatch(parts: CertificateWatchParts): CertificateWatch {
  const { readCertificateFile, clock, log } = parts;
  const accounts = parts.accounts.filter(({ certificateFile }) => certificateFile !== undefined);
  const seen = new Map<string, CertificateStanding>();
  let timer: unknown;
  let stopped = false;

  async function look(): Promise<void> {
    for (const account of accounts) {
      const certificate = await readAccountCertificate(account, readCertificateFile);
      if (stopped || certificate === undefined) return;
      const standing = standingOf(certificate, clock.wallTime());
      seen.set(account.id, standing);
      tell(account.id, standing);
    }
    timer = clock.setTimeout(() => void look(), DAY_MS);
  }

  function tell(accountId: string, standing: CertificateStanding): void {
    switch (standing.state) {
      case 'good':
        return;
      case 'ends-soon':
        log.warn('PIX-CERTIFICATE-ENDS', { accountId, days: daysLeft(standing.validTo, clock.wallTime()) });
        return;
      case 'ended':
      case 'not-yet':
        log.error('PIX-CERTIFICATE-ENDED', { accountId, standing: standing.state });
        return;
      case 'unusable':
        log.error('PIX-CERTIFICATE-UNUSABLE', { accountId, problem: standing.problem });
        return;
    }
  }

  return {
    start() {
      if (accounts.length > 0) void look();
    },
    stop() {
      stopped = true;
      clock.clearTimeout(timer);
    },
    standingOf: (accountId) => seen.get(accountId),
  };
}
