import type { Charge } from '../../../src-main/domain/charge.ts';
import type { OpenInvoice } from '../../../src-main/domain/customer-account.ts';
import type { AccountBook, PixAccount, StaticAccount } from '../../../src-main/payment/accounts.ts';
import { Cashier } from '../../../src-main/payment/cashier.ts';
import type { ChargeOrder } from '../../../src-main/payment/charge-order.ts';
import { ChargeWatcher } from '../../../src-main/payment/charge-watcher.ts';
import { createErpPix } from '../../../src-main/payment/erp-pix.ts';
import { PaymentGate } from '../../../src-main/payment/payment-gate.ts';
import { createSettlementProof } from '../../../src-main/payment/settlement-proof.ts';
import { createStaticPix } from '../../../src-main/payment/static-pix.ts';
import type { Database } from '../../../src-main/storage/database.ts';
import { dynamicBrCode } from '../../simulators/codes/br-code.ts';
import { ManualClock } from '../../support/manual-clock.ts';
import { FakeErp } from './fake-erp.ts';
import { FakePsp } from './fake-psp.ts';
import { customer, document, erp as erpId, invoice, openTill, proofRules, visitId } from './till.ts';

export const expirySeconds = 600;

export const erpCode = dynamicBrCode('pix.example.com/qr/1', 'SERRA FIBRA', 'BENTO');

export function account(id: string): PixAccount {
  return {
    id,
    payeeName: `PAYEE ${id}`,
    key: 'chave',
    baseUrl: 'https://psp.example',
    tokenUrl: 'https://psp.example/token',
    clientId: 'id',
    clientSecret: 'secret',
    timeoutMs: 1_000,
  };
}

export const twoAccounts: AccountBook = {
  accounts: [account('principal'), account('filial')],
  defaultAccount: 'principal',
  accountByIdentifier: { 'carteira-1': 'filial' },
};

export const staticAccount: StaticAccount = {
  id: 'estatica',
  payeeName: 'Serra Fibra',
  key: 'pix@serrafibra.example',
  city: 'Bento Gonçalves',
};

interface Options {
  readonly database?: Database;
  readonly clock?: ManualClock;
  readonly psp?: FakePsp;
  readonly erp?: FakeErp;
  readonly accounts?: AccountBook;
  /** Accounts that are known not to answer. */
  readonly down?: readonly string[];
  readonly gate?: PaymentGate;
}

export function openCashier(options: Options = {}) {
  const { erp = new FakeErp(), psp = new FakePsp(), clock = new ManualClock() } = options;
  const till = openTill({ clock, ...(options.database && { database: options.database }) });
  const proof = createSettlementProof(erp, clock, proofRules);
  const erpPix = createErpPix(proof, clock);
  const rules = { repeat: 'after-window', settleWindowMs: 600_000, ...proofRules } as const;
  const staticPix = createStaticPix(staticAccount, erpPix);
  const findProvider = ({ source }: Pick<Charge, 'source'>) =>
    source === 'erp-pix' ? erpPix : source === 'static-pix' ? staticPix : psp;
  const changes: Charge[] = [];
  const watcher = new ChargeWatcher({
    journal: till.journal,
    findProvider,
    clock,
    log: till.log,
    random: () => 0.5,
    raiseAlarm: till.raiseAlarm,
    findLine: () => undefined,
    onMoreMoney: () => undefined,
    onChange: (charge) => changes.push(charge),
    onLook: () => undefined,
  });
  const cashier = new Cashier({
    journal: till.journal,
    writeOffs: till.writeOffs,
    watcher,
    findErp: (id) => (id === erpId ? { ledger: erp, proof, rules } : undefined),
    terminalId: 'T01',
    clock,
    timeZone: 'America/Sao_Paulo',
    gate: options.gate ?? new PaymentGate(),
    isDown: (id) => options.down?.includes(id) === true,
    findProvider,
    accounts: options.accounts ?? twoAccounts,
    raiseAlarm: till.raiseAlarm,
    log: till.log,
    chargeExpirySeconds: expirySeconds,
    erpChargeWaitSeconds: 900,
  });
  return {
    ...till,
    erp,
    psp,
    watcher,
    cashier,
    changes,
    charge: (order: Partial<ChargeOrder> = {}) => cashier.charge({ ...usualOrder, ...order }),
    /** Charges and expects a QR. */
    async open(order: Partial<ChargeOrder> = {}): Promise<Charge> {
      const opened = await cashier.charge({ ...usualOrder, ...order });
      if (!opened.ok) throw new Error(opened.error.kind);
      return opened.value.charge;
    },
    state: (charge: Charge) => till.journal.find(charge.id)?.state,
  };
}

export const usualOrder: ChargeOrder = { visitId, document, customer, invoices: [invoice()] };

/** The same invoice, as the customer saw it and as the ERP has it now. */
export function both(
  erp: FakeErp,
  change: Partial<OpenInvoice>,
): { readonly invoices: readonly [OpenInvoice] } {
  const changed = invoice(change);
  erp.open.set(changed.id, changed);
  return { invoices: [changed] };
}
