import { z } from 'zod';
import type { Clock } from '../domain/clock.ts';
import type { VisitEnd } from '../domain/visit-event.ts';
import type { Database } from './database.ts';

/** Who a visit was about. Personal data lives only in this row, so that erasing it leaves money and events intact. */
export interface VisitRecord {
  readonly id: string;
  /** Wall time, milliseconds. */
  readonly startedAt: number;
  readonly endedAt?: number;
  readonly endReason?: VisitEnd;
  readonly contact?: VisitContact;
}

/** What the kiosk learnt of the customer, as the ERP knows them. */
export interface VisitContact {
  /** CPF or CNPJ without mask. */
  readonly document: string;
  readonly name: string;
  readonly customerErpId: string;
  readonly phone?: string;
  readonly email?: string;
}

export interface VisitRecords {
  begin(visitId: string): void;
  identify(visitId: string, contact: VisitContact): void;
  end(visitId: string, reason: VisitEnd): void;
  find(visitId: string): VisitRecord | undefined;
  /** Ids of visits that an earlier run never ended: it was killed while a customer stood there. */
  listOpen(): readonly string[];
}

const visitRow = z
  .object({
    id: z.string(),
    started_at: z.number().int(),
    ended_at: z.number().int().nullable(),
    end_reason: z.enum(['completed', 'left', 'timed-out', 'crashed']).nullable(),
    document: z.string().nullable(),
    customer_name: z.string().nullable(),
    customer_erp_id: z.string().nullable(),
    phone: z.string().nullable(),
    email: z.string().nullable(),
  })
  .transform(
    (row): VisitRecord => ({
      id: row.id,
      startedAt: row.started_at,
      ...(row.ended_at !== null && { endedAt: row.ended_at }),
      ...(row.end_reason !== null && { endReason: row.end_reason }),
      ...(row.document !== null && {
        contact: {
          document: row.document,
          name: row.customer_name ?? '',
          customerErpId: row.customer_erp_id ?? '',
          ...(row.phone !== null && { phone: row.phone }),
          ...(row.email !== null && { email: row.email }),
        },
      }),
    }),
  );

const idRow = z.object({ id: z.string() });

export function createVisitRecords(database: Database, clock: Clock): VisitRecords {
  return {
    begin(visitId) {
      database.run('INSERT INTO visits (id, started_at) VALUES ($visitId, $at)', {
        visitId,
        at: clock.wallTime(),
      });
    },
    identify(visitId, contact) {
      database.run(
        `UPDATE visits SET document = $document, customer_name = $name, customer_erp_id = $customerErpId,
           phone = $phone, email = $email WHERE id = $visitId`,
        {
          visitId,
          document: contact.document,
          name: contact.name,
          customerErpId: contact.customerErpId,
          phone: contact.phone ?? null,
          email: contact.email ?? null,
        },
      );
    },
    end(visitId, reason) {
      database.run(
        'UPDATE visits SET ended_at = $at, end_reason = $reason WHERE id = $visitId AND ended_at IS NULL',
        { visitId, reason, at: clock.wallTime() },
      );
    },
    find: (visitId) => database.get('SELECT * FROM visits WHERE id = $visitId', visitRow, { visitId }),
    listOpen: () =>
      database
        .all('SELECT id FROM visits WHERE ended_at IS NULL ORDER BY started_at', idRow)
        .map((row) => row.id),
  };
}
