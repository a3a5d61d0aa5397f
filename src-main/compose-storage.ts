import { z } from 'zod';
import type { StorageStanding } from './contract/technician.ts';
import type { Clock } from './domain/clock.ts';
import type { Log } from './logging/log.ts';
import { createAlarms } from './payment/alarms.ts';
import { moneyAuditHead } from './payment/money-audit.ts';
import { PaymentGate } from './payment/payment-gate.ts';
import { listBackups } from './storage/backups.ts';
import type { Database } from './storage/database.ts';
import { headText } from './storage/hash-chain.ts';
import type { StoragePlaces } from './storage/recovery.ts';
import { releaseReserve } from './storage/reserve-file.ts';
import { reservedDatabase } from './storage/reserved-database.ts';
import { Upkeep } from './storage/upkeep.ts';

/** A month: then everybody knows. */
const TOLD_FOR_MS = 30 * 86_400_000;

const lastRow = z.object({ at: z.number().int().nullable() });

export interface StorageParts {
  readonly places: StoragePlaces;
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  /** IANA name. */
  readonly timeZone: string;
  readonly personalDataDays: number;
  readonly isQuiet: () => boolean;
  /** Payments went off or on. */
  readonly onGate: () => void;
}

/** What keeps the storage in order while the kiosk runs. */
export interface KeptStorage {
  /** For whose writes money hangs on: they find room also on a full disk. */
  readonly money: Database;
  /** For a charge that nobody has seen yet: a full disk shuts payments, and the reserve stays for what was paid. */
  readonly unreserved: Database;
  readonly gate: PaymentGate;
  /** For a person. */
  standing(): StorageStanding;
  start(): void;
  stop(): Promise<void>;
}

export function keepStorage(parts: StorageParts): KeptStorage {
  const { places, database, clock, log, onGate } = parts;
  const gate = new PaymentGate();
  const raiseAlarm = createAlarms(database, clock, log);

  function shutForWantOfRoom(): void {
    if (!gate.shut('disk-full')) return;
    log.error('STORAGE-DISK-FULL');
    onGate();
    try {
      raiseAlarm('STORAGE-DISK-FULL', {});
    } catch (error) {
      // The alarm is a row, too; the log has it.
      log.warn('ALARM-NOT-WRITTEN', { reason: String(error) });
    }
  }

  function shutForDamage(): void {
    if (!gate.shut('damaged')) return;
    log.error('STORAGE-CORRUPT');
    onGate();
  }

  const upkeep = new Upkeep({
    ...parts,
    onReserve(isThere) {
      if (!isThere) return shutForWantOfRoom();
      if (gate.open('disk-full')) onGate();
    },
    onDay: () => {
      log.info('MONEY-AUDIT-HEAD', { head: headText(moneyAuditHead(database)) });
    },
    onDamaged: shutForDamage,
  });
  return {
    gate,
    standing() {
      const [latest, ...older] = listBackups(places.backups);
      const restoredAt =
        database.get('SELECT max(restored_at) AS at FROM restores WHERE restored_at > $since', lastRow, {
          since: clock.wallTime() - TOLD_FOR_MS,
        })?.at ?? undefined;
      return {
        backups: latest === undefined ? 0 : older.length + 1,
        ...(latest && { lastBackupAt: latest.at }),
        ...(restoredAt !== undefined && { restoredAt }),
        paymentsOff: gate.reasons(),
      };
    },
    money: reservedDatabase(database, {
      release: () => releaseReserve(places.reserve),
      onFull: shutForWantOfRoom,
      onDamaged: shutForDamage,
    }),
    unreserved: reservedDatabase(database, {
      release: () => false,
      onFull: shutForWantOfRoom,
      onDamaged: shutForDamage,
    }),
    start: () => upkeep.start(),
    stop: () => upkeep.stop(),
  };
}
