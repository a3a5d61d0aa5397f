import { afterAll, afterEach, vi } from 'vitest';
import type { ListPapers } from '../../../src-main/compose-case-papers.ts';
import { createLocalGateway } from '../../../src-main/compose-gateway.ts';
import { failure, success } from '../../../src-main/domain/result.ts';
import { connectErps, prepareErps } from '../../../src-main/erp/connect-erp.ts';
import { ErpGroup } from '../../../src-main/erp/erp-group.ts';
import { createMappingEngine } from '../../../src-main/erp/mapping/mapping-engine.ts';
import type { Gateway } from '../../../src-main/gateway/gateway.ts';
import { createHttpClient } from '../../../src-main/http/undici-http-client.ts';
import { createOutbox } from '../../../src-main/relay/outbox.ts';
import { gatewaySettings } from '../../../src-main/settings/gateway-settings.ts';
import { type Settings, settingsSchema } from '../../../src-main/settings/settings-schema.ts';
import type { Database } from '../../../src-main/storage/database.ts';
import { createVisitRecords } from '../../../src-main/storage/visit-records.ts';
import { ManualClock } from '../../support/manual-clock.ts';
import { RecordingLog } from '../../unit/printing/recording-log.ts';
import { exampleSettings } from '../../unit/settings/settings-example.ts';
import { openTemporaryDatabase } from '../../unit/storage/temporary-database.ts';

export const TOKEN = 'a-token-of-the-gateway-0123456789';

export interface OfficeOptions {
  /** Settings of the ERPs. */
  readonly erps: readonly Record<string, unknown>[];
  /** Settings of the gateway besides its token. */
  readonly gateway?: Record<string, unknown>;
  /** 0: any that is free. */
  readonly port?: number;
  /** In spite of what the settings' own check says of it. */
  readonly address?: string;
  /** The papers of visits; default: none has any. */
  readonly listPapers?: ListPapers;
  /** What lies in the data folder's certificates. */
  readonly files?: Readonly<Record<string, string>>;
}

/** A gateway as the kiosk composes it, on a port of its own, before the ERPs that are given. */
export interface Office {
  readonly gateway: Gateway;
  /** Address without path. */
  readonly url: string;
  readonly port: number;
  readonly log: RecordingLog;
  readonly clock: ManualClock;
  readonly database: Database;
  /** Everything that was logged, as text. */
  logged(): string;
  /** The same with the token in the path. */
  address(path: string): string;
}

const mapping = createMappingEngine({ timeBoundMs: 20_000 });
const http = createHttpClient();
const gateways: Gateway[] = [];

afterEach(async () => {
  await Promise.all(gateways.splice(0).map((gateway) => gateway.stop()));
});

afterAll(async () => {
  await mapping.close();
  await http.close();
});

/** Opens a gateway that ends with the test; does not wait until it listens. */
export async function composeOffice(options: OfficeOptions): Promise<Office> {
  const clock = new ManualClock(Date.now());
  const log = new RecordingLog();
  const database = openTemporaryDatabase();
  const settings = settingsOf(options);
  const prepared = await prepareErps('/nowhere', settings.erps, mapping);
  if (!prepared.ok) throw new Error(JSON.stringify(prepared.error));
  const parts = { http, mapping, clock, log, random: () => 0.5, onHealthChange: () => undefined };
  const erps = connectErps(prepared.value, settings.terminal.companyName, parts);
  const gateway = createLocalGateway({
    settings,
    database,
    directory: new ErpGroup(erps, log),
    erps,
    readCertificateFile: async (name) => {
      const text = options.files?.[name];
      return text === undefined ? failure('missing') : success(Buffer.from(text));
    },
    visits: createVisitRecords(database, clock),
    listPapers: options.listPapers ?? (() => []),
    clock,
    log,
  });
  if (!gateway) throw new Error('no gateway');
  gateways.push(gateway);
  gateway.start();
  const portOf = (): number => Number(/\d+$/.exec(gateway.standing().address)?.[0]);
  const secure = settings.gateway?.certificateFile === undefined ? 'http' : 'https';
  return {
    gateway,
    log,
    clock,
    database,
    get port() {
      return portOf();
    },
    get url() {
      return `${secure}://127.0.0.1:${portOf()}`;
    },
    logged: () => JSON.stringify(log.entries),
    address: (path) => `${secure}://127.0.0.1:${portOf()}/t/${TOKEN}${path}`,
  };
}

/** The same, once it listens. */
export async function openOffice(options: OfficeOptions): Promise<Office> {
  const office = await composeOffice(options);
  await vi.waitFor(() => {
    if (office.gateway.standing().state !== 'listening') throw new Error(office.logged());
  });
  return office;
}

function settingsOf({ erps, gateway = {}, port = 0, address }: OfficeOptions): Settings {
  const settings = settingsSchema.parse({ ...exampleSettings(), erps });
  const parsed = gatewaySettings.parse({ token: TOKEN, ...gateway });
  return { ...settings, gateway: { ...parsed, port, ...(address !== undefined && { address }) } };
}

/** A visit of this kiosk's past, with the telephone that the ERP told then. */
export function rememberVisit(
  { database, clock }: Office,
  visitId: string,
  { document, phone }: { readonly document: string; readonly phone?: string },
): void {
  const visits = createVisitRecords(database, clock);
  const outbox = createOutbox(database, clock, visits, [], () => undefined);
  visits.begin(visitId);
  const contact = { document, name: 'Quem Passou Aqui', customerErpId: '1' };
  visits.identify(visitId, { ...contact, ...(phone !== undefined && { phone }) });
  outbox.record(visitId, { type: 'slip-printed', invoiceId: '910001' });
  visits.end(visitId, 'completed');
}
