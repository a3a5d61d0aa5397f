import { z } from 'zod';
import { createDeliveryDesk } from '../../../src-main/relay/delivery-desk.ts';
import { Dispatcher } from '../../../src-main/relay/dispatcher.ts';
import { createOutbox, type Outbox } from '../../../src-main/relay/outbox.ts';
import type { RelayTarget } from '../../../src-main/relay/target.ts';
import type { Database } from '../../../src-main/storage/database.ts';
import { createVisitRecords } from '../../../src-main/storage/visit-records.ts';
import { ManualClock } from '../../support/manual-clock.ts';
import { RecordingLog } from '../printing/recording-log.ts';
import { openTemporaryDatabase } from '../storage/temporary-database.ts';

const deliveryRow = z.object({
  type: z.string(),
  state: z.string(),
  attempts: z.number(),
  last_failure: z.string().nullable(),
});

export interface PostOfficeOptions {
  readonly database?: Database;
  readonly clock?: ManualClock;
}

/** The real outbox on a real file, with a dispatcher for each target, and visits v1 and v2. */
export function openPostOffice(targets: readonly RelayTarget[], options: PostOfficeOptions = {}) {
  const { database = openTemporaryDatabase(), clock = new ManualClock() } = options;
  const log = new RecordingLog();
  const visits = createVisitRecords(database, clock);
  for (const id of ['v1', 'v2']) {
    if (!visits.find(id)) visits.begin(id);
  }
  const dispatchers: Dispatcher[] = [];
  const wake = () => {
    for (const dispatcher of dispatchers) dispatcher.wake();
  };
  const outbox: Outbox = createOutbox(database, clock, visits, targets, wake);
  for (const target of targets) dispatchers.push(new Dispatcher(target, outbox, clock, log, () => 0.5));
  return {
    database,
    clock,
    log,
    visits,
    outbox,
    desk: createDeliveryDesk(database, clock, dispatchers),
    wake,
    stop: () => Promise.all(dispatchers.map((dispatcher) => dispatcher.stop())),
    /** What is on disk of a target's deliveries. */
    deliveries: (target: string) =>
      database.all(
        `SELECT events.type, deliveries.* FROM deliveries JOIN events ON events.id = deliveries.event
         WHERE target = $target ORDER BY events.id`,
        deliveryRow,
        { target },
      ),
  };
}
