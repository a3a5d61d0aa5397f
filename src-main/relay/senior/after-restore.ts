import type { Clock } from '../../domain/clock.ts';
import type { Database } from '../../storage/database.ts';
import { SENIOR_CRM } from './senior-crm.ts';

/**
 * Notes in a database that came from a backup that the CRM may have been asked since about every visit in it. A lookup
 * that waited then, or was refused, would make a second call now.
 */
export function doubtCallsAfterRestore(database: Database, clock: Pick<Clock, 'wallTime'>): void {
  database.run(
    `INSERT INTO crm_calls (visit_id, event_id, state, asked_at)
     SELECT events.visit_id, min(events.event_id), 'asked', $at
     FROM events JOIN deliveries ON deliveries.event = events.id
     WHERE deliveries.target = $target AND events.visit_id IS NOT NULL GROUP BY events.visit_id
     ON CONFLICT (visit_id) DO UPDATE SET state = 'asked' WHERE state = 'refused'`,
    { at: clock.wallTime(), target: SENIOR_CRM },
  );
}
