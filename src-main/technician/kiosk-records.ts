import type {
  ChargePage,
  GatewayStanding,
  KioskState,
  PixAccountItem,
  RowOutcome,
  StorageStanding,
  UnclearRequestItem,
} from '../contract/technician.ts';
import type { Log } from '../logging/log.ts';
import type { PaymentRecords } from '../payment/payment-records.ts';
import type { DeliveryDesk } from '../relay/delivery-desk.ts';

/** What the technician's area sees of a running kiosk's work, and may do to it. */
export interface KioskRecords {
  /** @throws when the database cannot be read */
  readRunning(): NonNullable<KioskState['running']>;
  /** @throws when the database cannot be read */
  findCharges(text: string, page: number): ChargePage;
  reprintReceipt(chargeId: string): RowOutcome;
  retryWriteOff(id: string): RowOutcome;
  /** `reason`: for the database only, it may hold personal data. */
  settleWriteOff(id: string, reason: string): RowOutcome;
  refundPix(id: string): RowOutcome;
  retryDelivery(event: number, target: string): RowOutcome;
  /** Everything that the target refused. */
  retryDeliveries(target: string): RowOutcome;
  /** `reason`: for the database only, it may hold personal data. */
  closeRequest(id: string, reason: string): RowOutcome;
  /** `reason`: for the database only, it may hold personal data. */
  dropDelivery(event: number, target: string, reason: string): RowOutcome;
}

/** `status` is absent until the printer was first looked at. */
export type PrinterStanding = NonNullable<NonNullable<KioskState['running']>['printer']>;

export interface KioskRecordsParts {
  readonly payments: PaymentRecords;
  readonly deliveries: DeliveryDesk;
  /** What customers asked for. */
  readonly requests?: {
    listUnclear(): readonly UnclearRequestItem[];
    /** False when it was not waiting for a person. */
    close(id: string, reason: string): boolean;
  };
  readonly receipts: {
    canReprint(): boolean;
    reprint(chargeId: string): RowOutcome['outcome'];
  };
  /** Absent where no printer is configured. */
  readonly readPrinter?: () => PrinterStanding;
  /** Each of the kiosk's ERPs, and whether it is known to be down. */
  readonly listErps: () => readonly { readonly id: string; readonly down: boolean }[];
  readonly listPixAccounts: () => readonly PixAccountItem[];
  /** IANA name; where a day is meant that somebody searches for. */
  readonly timeZone: string;
  readonly readStorage?: () => StorageStanding;
  /** Absent where the settings want no spoken guidance. */
  readonly canSpeak?: () => boolean;
  /** Absent where the settings want no gateway. */
  readonly readGateway?: () => GatewayStanding;
  readonly log: Log;
}

export function createKioskRecords(parts: KioskRecordsParts): KioskRecords {
  const { payments, deliveries, receipts, log } = parts;
  const attempt = (action: string, work: () => RowOutcome['outcome']): RowOutcome => {
    try {
      return { outcome: work() };
    } catch (error) {
      log.error('RECORDS-FAILED', { action, reason: String(error) });
      return { outcome: 'failed' };
    }
  };
  return {
    readRunning() {
      const { items: writeOffs, ...since } = payments.listWriteOffItems();
      const { items, total } = deliveries.list();
      const printer = parts.readPrinter?.();
      const storage = parts.readStorage?.();
      const gateway = parts.readGateway?.();
      const unclearRequests = parts.requests?.listUnclear() ?? [];
      return {
        erps: parts.listErps(),
        pixAccounts: parts.listPixAccounts(),
        ...(printer && { printer }),
        writeOffs,
        ...since,
        deliveries: items,
        deliveriesTotal: total,
        ...(unclearRequests.length > 0 && { unclearRequests }),
        ...(storage && { storage }),
        ...(parts.canSpeak && { canSpeak: parts.canSpeak() }),
        ...(gateway && { gateway }),
      };
    },
    findCharges(text, page) {
      const { charges, total } = payments.findCharges(text, page, parts.timeZone);
      const printer = receipts.canReprint();
      return {
        charges: charges.map((charge) => ({ ...charge, canReprint: printer && charge.state === 'PAID' })),
        total,
      };
    },
    reprintReceipt: (chargeId) => attempt('reprint-receipt', () => receipts.reprint(chargeId)),
    retryWriteOff: (id) => attempt('retry-write-off', () => payments.retryWriteOff(id)),
    settleWriteOff: (id, reason) => attempt('settle-write-off', () => payments.settleWriteOff(id, reason)),
    refundPix: (id) => attempt('refund-pix', () => payments.refundPix(id)),
    retryDelivery: (event, target) => attempt('retry-delivery', () => deliveries.retry(event, target)),
    retryDeliveries: (target) => attempt('retry-deliveries', () => deliveries.retryAll(target)),
    closeRequest: (id, reason) =>
      attempt('close-request', () => (parts.requests?.close(id, reason) ? 'done' : 'gone')),
    dropDelivery: (event, target, reason) =>
      attempt('drop-delivery', () => deliveries.drop(event, target, reason)),
  };
}
