import type { Charge } from '../domain/charge.ts';
import { createHealthMemory } from '../http/health-memory.ts';
import type { Log } from '../logging/log.ts';
import type { PixAccount } from './accounts.ts';
import type { ApiPixClient } from './api-pix/api-pix-client.ts';
import { createApiPixProvider } from './api-pix/api-pix-provider.ts';
import { createApiPixClient } from './api-pix/create-api-pix-client.ts';
import type { FindErp } from './erp-ledger.ts';
import { createErpPix } from './erp-pix.ts';
import { LookLine } from './look-line.ts';
import type { PaymentDeskParts } from './payment-desk.ts';
import type { FindProvider, PixProvider } from './pix-provider.ts';
import { createStaticPix } from './static-pix.ts';

/** How an account at a PSP answers. */
export interface AccountStanding {
  readonly id: string;
  /** Known not to answer: requests fail at once, and a quiet probe finds out when it is back. */
  readonly down: boolean;
  /** Wall time (milliseconds) of the last request that it answered, and of the last that it did not, since the start. */
  readonly lastSuccessAt?: number;
  readonly lastFailureAt?: number;
}

/** The ways to be paid by PIX that the settings name. */
export interface OpenAccounts {
  readonly findProvider: FindProvider;
  readonly findLine: (charge: Pick<Charge, 'accountId'>) => LookLine | undefined;
  readonly isDown: (accountId: string) => boolean;
  /** By id of an account at a PSP. */
  readonly clients: ReadonlyMap<string, ApiPixClient>;
  list(): readonly AccountStanding[];
  close(): Promise<void>;
}

type Parts = Pick<
  PaymentDeskParts,
  'accounts' | 'http' | 'clock' | 'log' | 'random' | 'listener' | 'readCertificateFile'
>;

/** The least that the PSPs known to the presets allow. */
const usualRequestsPerMinute = 120;

/** Sends nothing yet. */
export function openAccounts(parts: Parts, findErp: FindErp): OpenAccounts {
  const { accounts: book, clock } = parts;
  const atPsps = new Map(book.accounts.map((account) => [account.id, openAccount(account, parts)]));
  const statics = new Map((book.staticAccounts ?? []).map((account) => [account.id, account]));

  function findProvider({ source, accountId = '', erp: id }: Parameters<FindProvider>[0]) {
    if (source === 'api-pix') return atPsps.get(accountId)?.provider;
    const erp = findErp(id);
    const ofErp = erp && createErpPix(erp.proof, clock);
    if (source === 'erp-pix' || !ofErp) return ofErp;
    const account = statics.get(accountId);
    return account && createStaticPix(account, ofErp);
  }

  return {
    findProvider,
    findLine: ({ accountId }) => (accountId === undefined ? undefined : atPsps.get(accountId)?.line),
    clients: new Map([...atPsps].map(([id, { client }]) => [id, client])),
    isDown: (accountId) => atPsps.get(accountId)?.standing().down === true,
    list: () => [...atPsps.values()].map(({ standing }) => standing()),
    async close() {
      await Promise.all([...atPsps.values()].map((account) => account.close()));
    },
  };
}

interface OpenAccount {
  readonly client: ApiPixClient;
  readonly provider: PixProvider;
  readonly line: LookLine;
  readonly standing: () => AccountStanding;
  close(): Promise<void>;
}

function openAccount(account: PixAccount, parts: Parts): OpenAccount {
  const { http, clock, random, listener, log, readCertificateFile } = parts;
  const ofAccount: Log = {
    info: (code, fields) => log.info(code, { accountId: account.id, ...fields }),
    warn: (code, fields) => log.warn(code, { accountId: account.id, ...fields }),
    error: (code, fields) => log.error(code, { accountId: account.id, ...fields }),
  };
  const health = createHealthMemory({
    http,
    clock,
    log: ofAccount,
    codes: { down: 'PIX-DOWN', back: 'PIX-BACK' },
    random,
    onChange: () => listener.offerChanged(),
  });
  // All that asks this PSP shares one token.
  const client = createApiPixClient(account, { http: health, clock, log: ofAccount, readCertificateFile });
  const line = new LookLine(clock, account.requestsPerMinute ?? usualRequestsPerMinute);
  return {
    client,
    provider: createApiPixProvider(client),
    line,
    standing: () => ({ id: account.id, down: health.isDown(), ...health.lastHeard() }),
    async close() {
      line.stop();
      await health.close();
    },
  };
}
