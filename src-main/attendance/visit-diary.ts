import { randomUUID } from 'node:crypto';
import type { RecordEvent } from '../domain/visit-event.ts';
import type { Log } from '../logging/log.ts';
import type { Database } from '../storage/database.ts';
import type { VisitRecords } from '../storage/visit-records.ts';
import type { VisitDiary } from './visit-parts.ts';

/**
 * The diary over the database. A visit begins only if it can be written down; afterwards a full disk must not stand
 * between a customer and their receipt, so what cannot be written is told to the log instead.
 */
export function createVisitDiary(
  database: Database,
  records: VisitRecords,
  record: RecordEvent,
  log: Log,
): VisitDiary {
  const attempt = (visitId: string, write: () => void): boolean => {
    try {
      database.transaction(write);
      return true;
    } catch (error) {
      log.error('VISIT-DIARY-LOST', { visitId, reason: String(error) });
      return false;
    }
  };
  return {
    begin() {
      const visitId = randomUUID();
      database.transaction(() => {
        records.begin(visitId);
        record(visitId, { type: 'visit-started' });
      });
      return visitId;
    },
    identified(visitId, document, customer) {
      attempt(visitId, () => {
        const [phone] = customer.phones;
        records.identify(visitId, {
          document,
          name: customer.name,
          customerErpId: customer.erpId,
          ...(phone !== undefined && { phone }),
          ...(customer.email !== undefined && { email: customer.email }),
        });
        record(visitId, { type: 'customer-identified' });
      });
    },
    record: (visitId, event) => attempt(visitId, () => record(visitId, event)),
    end(visitId, reason) {
      attempt(visitId, () => {
        records.end(visitId, reason);
        record(visitId, { type: 'visit-ended', reason });
      });
    },
  };
}

/** Ends the visits that an earlier run left open because it was killed. */
export function endCrashedVisits(diary: VisitDiary, records: VisitRecords): void {
  for (const visitId of records.listOpen()) diary.end(visitId, 'crashed');
}
