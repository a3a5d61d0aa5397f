import { onTestFinished } from 'vitest';
import { createContentMark } from '../../../src-main/attendance/content-mark.ts';
import type { ContactGuard } from '../../../src-main/domain/contact-guard.ts';
import type { KnownCustomer } from '../../../src-main/domain/customer-account.ts';
import { success } from '../../../src-main/domain/result.ts';
import type { VisitEvent } from '../../../src-main/domain/visit-event.ts';
import { ErpCare } from '../../../src-main/erp/erp-care.ts';
import type { MappingEngine } from '../../../src-main/erp/mapping/mapping-engine.ts';
import { createHttpClient } from '../../../src-main/http/undici-http-client.ts';
import { RequestDesk } from '../../../src-main/requests/request-desk.ts';
import { RequestJournal } from '../../../src-main/requests/request-journal.ts';
import type { Database } from '../../../src-main/storage/database.ts';
import { createVisitRecords, type VisitRecords } from '../../../src-main/storage/visit-records.ts';
import { defaultErpToken } from '../../simulators/erp/erp-simulator.ts';
import { defaultErpBToken } from '../../simulators/erp-b/erp-b-simulator.ts';
import { ManualClock } from '../../support/manual-clock.ts';
import { RecordingLog } from '../../unit/printing/recording-log.ts';
import { openTemporaryDatabase } from '../../unit/storage/temporary-database.ts';
import { connectTestErp } from '../erp/connect-test-erp.ts';

/** An ERP of the kiosk: its contract, where it is, and its own id of the customer. */
export interface ErpPlace {
  readonly contract: 'a' | 'b';
  readonly url: string;
  readonly erpId: string;
}

/** What stands behind a visit that asks its company for something: ERPs over real sockets, requests on a real disk. */
export interface ServiceCounter {
  readonly care: ErpCare;
  readonly requests: RequestDesk;
  readonly markOf: ReturnType<typeof createContentMark>;
  readonly customer: KnownCustomer;
  readonly visitId: string;
  readonly visits: VisitRecords;
  readonly database: Database;
  readonly log: RecordingLog;
  /** What was told to other systems. */
  readonly events: VisitEvent[];
}

/** Whoever is asked before contact data change says yes. */
export const allowing: ContactGuard = { mayChange: () => Promise.resolve(success({ allowed: true })) };

/** @param erps by their id in the settings, which is also their company's name */
export async function openCounter(
  document: string,
  erps: Readonly<Record<string, ErpPlace>>,
  mapping: MappingEngine,
): Promise<ServiceCounter> {
  const http = createHttpClient();
  onTestFinished(() => http.close());
  const log = new RecordingLog();
  const clock = new ManualClock();
  const members = await Promise.all(
    Object.entries(erps).map(async ([id, { contract, url }]) => ({
      id,
      companyName: id,
      isDown: () => false,
      gateway: await connectTestErp(
        {
          profile: `contract-${contract}`,
          baseUrl: url,
          auth: { token: contract === 'a' ? defaultErpToken : defaultErpBToken },
          timeoutMs: 2000,
        },
        { http, log, mapping },
      ),
    })),
  );
  const database = openTemporaryDatabase();
  const visits = createVisitRecords(database, clock);
  const events: VisitEvent[] = [];
  const visitId = 'visit-1';
  visits.begin(visitId);
  const entries = Object.entries(erps);
  const customer: KnownCustomer = {
    erpId: entries[0]?.[1].erpId ?? '',
    name: 'Maria da Silva Souza',
    active: true,
    phones: [],
    erpIds: new Map(entries.map(([id, { erpId }]) => [id, erpId])),
    unreadable: [],
  };
  visits.identify(visitId, { document, name: customer.name, customerErpId: customer.erpId });
  const journal = new RequestJournal(database, clock, (_visit, event) => void events.push(event));
  return {
    care: new ErpCare(members, log),
    requests: new RequestDesk(journal, log),
    markOf: createContentMark(),
    customer,
    visitId,
    visits,
    database,
    log,
    events,
  };
}
