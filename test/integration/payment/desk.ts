import { expect, onTestFinished, vi } from 'vitest';
import { z } from 'zod';
import contractA from '../../../resources/erp-profiles/contract-a.json' with { type: 'json' };
import type { Charge } from '../../../src-main/domain/charge.ts';
import type { ErpGateway } from '../../../src-main/erp/erp-gateway.ts';
import { ErpGroup } from '../../../src-main/erp/erp-group.ts';
import { createMappingEngine } from '../../../src-main/erp/mapping/mapping-engine.ts';
import type { ErpConnection } from '../../../src-main/erp/profile/connection.ts';
import { createProfileGateway } from '../../../src-main/erp/profile/profile-gateway.ts';
import { profileSchema } from '../../../src-main/erp/profile/profile-schema.ts';
import { createHttpClient } from '../../../src-main/http/undici-http-client.ts';
import { createPaymentDesk } from '../../../src-main/payment/payment-desk.ts';
import { PaymentGate } from '../../../src-main/payment/payment-gate.ts';
import type { WriteOffRules } from '../../../src-main/payment/repeat-rule.ts';
import { createOutbox } from '../../../src-main/relay/outbox.ts';
import { createVisitRecords } from '../../../src-main/storage/visit-records.ts';
import { defaultErpToken, type ErpSimulator } from '../../simulators/erp/erp-simulator.ts';
import { customers } from '../../simulators/erp/fixture-customers.ts';
import { defaultPspClient, type PspSimulator } from '../../simulators/psp/psp-simulator.ts';
import { ManualClock } from '../../support/manual-clock.ts';
import { RecordingLog } from '../../unit/printing/recording-log.ts';
import { openTemporaryDatabase, temporaryDatabaseFile } from '../../unit/storage/temporary-database.ts';
import { noCertificateFile } from './psp-client.ts';

export const { maria } = customers;
export const invoiceId = maria.invoices.plain;
export const minute = 60_000;

const usualRules: WriteOffRules = {
  repeat: 'after-window',
  settleWindowMs: 10 * minute,
  proofIntervalMs: 30_000,
  proofBy: ['statement', 'absence'],
};

const stateRow = z.object({ state: z.string() });
const alarmRow = z.object({ code: z.string() });

export interface DeskOptions {
  readonly rules?: Partial<WriteOffRules>;
  /** Another process of the same kiosk. */
  readonly file?: string;
  /** Short only where the ERP is made to hang: a busy machine must not look like one that does. */
  readonly erpTimeoutMs?: number;
  /** The ERP of another company, beside the usual one. */
  readonly secondErp?: ErpSimulator;
  /** The same, of another make. */
  readonly secondGateway?: ErpGateway;
  readonly refunds?: 'by-hand' | 'automatic';
}

/** The whole of payment on real sockets and a real file; only its clock is moved by hand. */
export async function openDesk(erp: ErpSimulator, psp: PspSimulator, options: DeskOptions = {}) {
  const file = options.file ?? temporaryDatabaseFile();
  const database = openTemporaryDatabase(file);
  const clock = new ManualClock();
  const log = new RecordingLog();
  const http = createHttpClient();
  const mapping = createMappingEngine({ timeBoundMs: 20_000 });
  const means = { http, mapping, clock, log };
  const rules = { ...usualRules, ...options.rules };
  const ledger = gatewayOf(erp, options.erpTimeoutMs ?? 10_000, means);
  const { secondErp } = options;
  const second = options.secondGateway ?? (secondErp && gatewayOf(secondErp, 10_000, means));
  const members = [
    { id: 'principal', companyName: 'Rede Horizonte', gateway: ledger },
    ...(second ? [{ id: 'segunda', companyName: 'Vale Fibra', gateway: second }] : []),
  ].map((member) => ({ ...member, isDown: () => false }));
  const group = new ErpGroup(members, log);
  const visits = createVisitRecords(database, clock);
  if (!visits.find('visit-1')) visits.begin('visit-1');
  const desk = createPaymentDesk({
    database,
    clock,
    log,
    http,
    erps: new Map(members.map(({ id, gateway }) => [id, { ledger: gateway, rules }])),
    terminalId: 'T01',
    timeZone: 'America/Sao_Paulo',
    readCertificateFile: noCertificateFile,
    gate: new PaymentGate(),
    refunds: options.refunds ?? 'by-hand',
    accounts: { accounts: [accountOf(psp)], defaultAccount: 'principal', accountByIdentifier: {} },
    chargeExpirySeconds: 600,
    erpChargeWaitSeconds: 900,
    random: () => 0.5,
    recordEvent: createOutbox(database, clock, visits, [], () => undefined).record,
    alongsidePaid: () => undefined,
    listener: {
      chargeChanged: () => undefined,
      chargeLooked: () => undefined,
      offerChanged: () => undefined,
      writeOffEnded: () => undefined,
    },
  });
  onTestFinished(async () => {
    await desk.stop();
    await mapping.close();
    await http.close();
  });
  const states = (table: 'charges' | 'write_offs') =>
    database.all(`SELECT state FROM ${table} ORDER BY rowid`, stateRow).map(({ state }) => state);
  return {
    ...desk,
    file,
    clock,
    log,
    charges: () => states('charges'),
    writeOffs: () => states('write_offs'),
    alarms: () => database.all('SELECT code FROM alarms ORDER BY id', alarmRow).map(({ code }) => code),
    /** Makes a charge of an invoice as a customer at the screen would. */
    async charge(ids: string | readonly string[] = invoiceId, erpId = 'principal'): Promise<Charge> {
      const customer = await group.findCustomer(maria.document);
      if (!customer.ok || !customer.value) throw new Error('the ERP does not answer');
      const open = await group.listOpenInvoices(maria.document, customer.value);
      const listed = open.ok ? open.value.invoices : [];
      const wanted = typeof ids === 'string' ? [ids] : ids;
      const invoices = listed.filter(({ id, erp }) => wanted.includes(id) && erp === erpId);
      if (invoices.length < wanted.length) throw new Error('the ERP does not list the invoices');
      const order = { visitId: 'visit-1', document: maria.document, customer: customer.value, invoices };
      const opened = await desk.cashier.charge(order);
      if (!opened.ok) throw new Error(opened.error.kind);
      return opened.value.charge;
    },
    /** Lets the kiosk's time pass, some seconds at a time, until `expectation` holds. */
    async until(expectation: () => void): Promise<void> {
      await vi.waitFor(
        async () => {
          await clock.advance(5_000);
          expectation();
        },
        { timeout: 20_000, interval: 3 },
      );
    },
  };
}

export type Desk = Awaited<ReturnType<typeof openDesk>>;

/** Pays at the PSP and waits until the kiosk has it on disk. */
export async function pay(desk: Desk, psp: PspSimulator, charge: Charge): Promise<void> {
  expect(psp.pay(charge.txid)).toMatchObject({ paid: true });
  await desk.until(() => expect(desk.charges()).toContain('PAID'));
}

/** Without the memory of the ERP's health: here every request must reach the simulator and its ledger. */
function gatewayOf(
  erp: ErpSimulator,
  timeoutMs: number,
  means: Pick<ErpConnection, 'http' | 'mapping' | 'clock' | 'log'>,
) {
  const profile = profileSchema.parse(contractA);
  const connection = { ...means, baseUrl: erp.url, credentials: { token: defaultErpToken } };
  return createProfileGateway({ ...profile, timeoutMs }, connection);
}

function accountOf(psp: PspSimulator) {
  return {
    id: 'principal',
    payeeName: 'SERRA FIBRA',
    key: 'pix@serrafibra.example',
    baseUrl: psp.url,
    tokenUrl: `${psp.url}/oauth/token`,
    ...defaultPspClient,
    timeoutMs: 10_000,
  };
}
