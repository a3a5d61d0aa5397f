import { z } from 'zod';
import { normalizePhone } from '../domain/phone.ts';
import type { VisitEvent } from '../domain/visit-event.ts';
import type { Database } from '../storage/database.ts';

/** A visit of a customer at this kiosk. */
export interface PastVisit {
  /** Wall time, milliseconds. */
  readonly startedAt: number;
  /** What happened in it, in its order; empty also where it was forgotten. */
  readonly events: readonly VisitEvent[];
}

export interface VisitHistory {
  /** Documents (no mask) of customers whose visits named one of these telephone numbers; two at most. */
  documentsOf(phones: readonly string[]): readonly string[];
  /** What happened in one visit, in its order; empty also where it was forgotten. */
  eventsOf(visitId: string): readonly VisitEvent[];
  /** Newest first. */
  lastVisits(document: string, most: number): readonly PastVisit[];
}

const documentRow = z.object({ document: z.string() });
const visitRow = z.object({ id: z.string(), started_at: z.number().int() });
const bodyRow = z.object({ body: z.string() });

/** What this kiosk knows of its visits, until privacy lets it forget them. */
export function createVisitHistory(database: Database): VisitHistory {
  return {
    documentsOf(phones) {
      const spellings = phones.flatMap(spellingsOf);
      if (spellings.length === 0) return [];
      const rows = database.all(
        `SELECT DISTINCT document FROM visits
         WHERE phone IN (SELECT value FROM json_each($spellings)) AND document IS NOT NULL LIMIT 2`,
        documentRow,
        { spellings: JSON.stringify(spellings) },
      );
      return rows.map((row) => row.document);
    },
    eventsOf: (visitId) => eventsOf(database, visitId),
    lastVisits(document, most) {
      const rows = database.all(
        'SELECT id, started_at FROM visits WHERE document = $document ORDER BY started_at DESC LIMIT $most',
        visitRow,
        { document, most },
      );
      return rows.map((row) => ({ startedAt: row.started_at, events: eventsOf(database, row.id) }));
    },
  };
}

/** Written by this kiosk from events, so they are read back as such. */
function eventsOf(database: Database, visitId: string): readonly VisitEvent[] {
  const rows = database.all(
    `SELECT body FROM events WHERE visit_id = $visitId AND body <> '{}' ORDER BY id`,
    bodyRow,
    { visitId },
  );
  return rows.map(({ body }) => JSON.parse(body) as VisitEvent);
}

/** The digits as an ERP may have given them: with and without country code, trunk zero and ninth digit. */
function spellingsOf(text: string): readonly string[] {
  const variants = normalizePhone(text)?.variants ?? [];
  return variants.flatMap((digits) => [digits, digits.slice(2), `0${digits.slice(2)}`]);
}
