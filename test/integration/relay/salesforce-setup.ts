import { expect, vi } from 'vitest';
import { failure } from '../../../src-main/domain/result.ts';
import type { VisitEvent } from '../../../src-main/domain/visit-event.ts';
import type { HttpClient } from '../../../src-main/http/http-client.ts';
import type { CaseAttachment } from '../../../src-main/relay/crm/case-attachment.ts';
import type { SalesforceAccess } from '../../../src-main/relay/crm/salesforce-access.ts';
import {
  type CaseTerminal,
  createSalesforceCase,
  type SalesforceCaseParts,
} from '../../../src-main/relay/crm/salesforce-case.ts';
import { type CrmSimulator, defaultCrmAccount } from '../../simulators/crm/crm-simulator.ts';
import { ManualClock } from '../../support/manual-clock.ts';
import { RecordingLog } from '../../unit/printing/recording-log.ts';
import { openPostOffice } from '../../unit/relay/post-office.ts';

export interface DeskOptions {
  readonly access?: Partial<SalesforceAccess>;
  readonly terminal?: Partial<CaseTerminal>;
  readonly attachments?: readonly CaseAttachment[];
  readonly readKeyFile?: SalesforceCaseParts['readKeyFile'];
  readonly office?: Parameters<typeof openPostOffice>[1];
}

export interface VisitOptions {
  readonly id?: string;
  readonly phone?: string;
  readonly name?: string;
  readonly email?: string;
  readonly document?: string;
}

export const paid: VisitEvent = {
  type: 'charge-paid',
  chargeId: 'c1',
  txid: 'txid1',
  invoiceIds: ['910003'],
  amountCents: 9_990,
  endToEndId: 'E1',
};

export function accessTo(crm: CrmSimulator): SalesforceAccess {
  return {
    loginUrl: crm.url,
    signIn: 'client-credentials',
    clientId: defaultCrmAccount.clientId,
    clientSecret: defaultCrmAccount.clientSecret,
    apiVersion: '62.0',
    externalIdField: 'BalcaoVisit__c',
    auditFields: false,
    attachFiles: true,
  };
}

/** The Cases' target alone, with the terminal that the tests know. */
export function salesforceTarget(crm: CrmSimulator, http: HttpClient, options: DeskOptions = {}) {
  const log = new RecordingLog();
  const clock = options.office?.clock ?? new ManualClock();
  const target = createSalesforceCase(
    { ...accessTo(crm), ...options.access },
    {
      http,
      clock,
      log,
      readKeyFile: options.readKeyFile ?? (() => Promise.resolve(failure('missing'))),
      terminal: { id: 'T01', timeZone: 'America/Sao_Paulo', ...options.terminal },
      findAttachments: () => Promise.resolve(options.attachments ?? []),
    },
  );
  return { target, clock, log };
}

/** The Cases' target behind the real outbox. */
export function openCrm(crm: CrmSimulator, http: HttpClient, options: DeskOptions = {}) {
  const clock = new ManualClock();
  const { target, log: crmLog } = salesforceTarget(crm, http, { ...options, office: { clock } });
  const office = openPostOffice([target], { ...options.office, clock });
  return {
    ...office,
    crmLog,
    visitRecords: office.visits,
    /** A customer comes, pays, and goes. */
    visit({ id = 'v1', ...contact }: VisitOptions = {}): void {
      const { outbox, visits } = office;
      outbox.record(id, { type: 'visit-started' });
      visits.identify(id, {
        document: '52998224725',
        name: 'Maria da Silva',
        customerErpId: '7001',
        ...contact,
      });
      outbox.record(id, { type: 'customer-identified' });
      outbox.record(id, paid);
      outbox.record(id, { type: 'visit-ended', reason: 'completed' });
    },
    /** Lets time pass until `expectation` holds. */
    until: (expectation: () => void, patienceMs = 20_000) =>
      vi.waitFor(
        async () => {
          await office.clock.advance(1_000);
          expectation();
        },
        { timeout: patienceMs, interval: 3 },
      ),
    /** Lets so long pass that it tries again, and waits until that failed too; so many times. */
    async failAgain(times: number, restMs: number): Promise<void> {
      const troubles = () => office.log.codes.filter((code) => code === 'RELAY-TROUBLE').length;
      for (let time = 0; time < times; time += 1) {
        const before = troubles();
        await office.clock.advance(restMs);
        await vi.waitFor(() => expect(troubles()).toBe(before + 1), { timeout: 20_000, interval: 3 });
      }
    },
    states: () => [...new Set(office.deliveries('salesforce-case').map(({ state }) => state))],
    /** All that is on disk and in the logs. */
    written: () => JSON.stringify([office.log.entries, crmLog.entries, office.deliveries('salesforce-case')]),
  };
}
