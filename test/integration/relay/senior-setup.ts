import { expect, vi } from 'vitest';
import type { VisitEvent } from '../../../src-main/domain/visit-event.ts';
import { createHealthMemory } from '../../../src-main/http/health-memory.ts';
import type { HttpClient } from '../../../src-main/http/http-client.ts';
import type { SeniorAccess } from '../../../src-main/relay/senior/senior-access.ts';
import { createSeniorCrm, type SeniorCrm } from '../../../src-main/relay/senior/senior-crm.ts';
import type { Database } from '../../../src-main/storage/database.ts';
import {
  defaultSeniorAccount,
  type SeniorCrmSimulator,
} from '../../simulators/senior-crm/senior-crm-simulator.ts';
import { ManualClock } from '../../support/manual-clock.ts';
import { RecordingLog } from '../../unit/printing/recording-log.ts';
import { openPostOffice } from '../../unit/relay/post-office.ts';
import { openTemporaryDatabase } from '../../unit/storage/temporary-database.ts';
import { watched } from './watched-http.ts';

export interface SeniorOptions {
  readonly access?: Partial<SeniorAccess>;
  /** Of an earlier run. */
  readonly database?: Database;
}

export function accessTo(senior: SeniorCrmSimulator): SeniorAccess {
  return {
    baseUrl: senior.url,
    ...defaultSeniorAccount,
    agentExtension: '8001',
    phoneMask: '00{ddd}{number}',
    dateFormat: 'YYYY-MM-DD',
    timeFormat: 'HH:mm:ss',
    callType: 'Inbound',
    timeoutMs: 2_000,
  };
}

/** 12:00 UTC is 9 o'clock at the terminal. */
const morning = Date.UTC(2026, 10, 21, 12);

/** The target behind the real outbox, with its health memory as the kiosk has it. */
export function openSenior(senior: SeniorCrmSimulator, client: HttpClient, options: SeniorOptions = {}) {
  const { database = openTemporaryDatabase() } = options;
  const clock = new ManualClock(morning);
  const log = new RecordingLog();
  const http = watched(client);
  const codes = { down: 'SENIOR-DOWN', back: 'SENIOR-BACK' };
  const target: SeniorCrm = createSeniorCrm(
    { ...accessTo(senior), ...options.access },
    {
      database,
      http: createHealthMemory({ http, clock, log, codes, random: () => 0.5 }),
      clock,
      log,
      timeZone: 'America/Sao_Paulo',
    },
  );
  const office = openPostOffice([target], { database, clock });

  const record = (id: string, event: VisitEvent) => office.outbox.record(id, event);
  /** Lets what is on the wire come back after some time passed. */
  async function pass(ms: number): Promise<void> {
    await clock.advance(ms);
    await http.quiet();
    await clock.advance(0);
  }

  return {
    ...office,
    target,
    clock,
    seniorLog: log,
    record,
    pass,
    /** A customer is identified. @param phone null: nobody knows it */
    come(id = 'v1', phone: string | null = '5554987654321'): void {
      if (!office.visits.find(id)) office.visits.begin(id);
      const contact = { document: '52998224725', name: 'Maria da Silva', customerErpId: '7001' };
      office.visits.identify(id, { ...contact, ...(phone !== null && { phone }) });
      record(id, { type: 'customer-identified' });
    },
    go(id = 'v1'): void {
      office.visits.end(id, 'completed');
      record(id, { type: 'visit-ended', reason: 'completed' });
    },
    /** Lets time pass, a second at a time, until `expectation` holds. */
    until: (expectation: () => void, stepMs = 1_000) =>
      vi.waitFor(
        async () => {
          await pass(stepMs);
          expectation();
        },
        { timeout: 20_000, interval: 3 },
      ),
    /** Everything that is on disk of this target's deliveries. */
    rows: () => office.deliveries('senior-crm'),
    allTold: () => expect(office.deliveries('senior-crm').map(({ state }) => state)).not.toContain('waiting'),
  };
}
