import { createHttpClient } from '../../../src-main/http/undici-http-client.ts';
import { Dispatcher } from '../../../src-main/relay/dispatcher.ts';
import { createOutbox } from '../../../src-main/relay/outbox.ts';
import { systemClock } from '../../../src-main/shell/system-clock.ts';
import { type Database, openDatabase } from '../../../src-main/storage/database.ts';
import { migrate } from '../../../src-main/storage/migrations.ts';
import { createVisitRecords } from '../../../src-main/storage/visit-records.ts';
import { RecordingLog } from '../../unit/printing/recording-log.ts';
import { buildTargets, playVisit, type TargetUrls } from './relay-targets.ts';

/**
 * A kiosk's relay that tells one target of one visit, and dies by SIGKILL right before the first statement that holds
 * `moment`: what came before it is on the disk and at the target, and it is not.
 * Arguments: database file, target, moment, addresses (JSON).
 */
const [file = '', name = '', moment = '', addresses = '{}'] = process.argv.slice(2);

const real = openDatabase(file);
migrate(real);
const database: Database = {
  transaction: (work) => real.transaction(work),
  isInTransaction: () => real.isInTransaction(),
  run(sql, parameters) {
    if (sql.includes(moment)) process.kill(process.pid, 'SIGKILL');
    return real.run(sql, parameters);
  },
  get: (sql, row, parameters) => real.get(sql, row, parameters),
  all: (sql, row, parameters) => real.all(sql, row, parameters),
  close: () => real.close(),
};
const clock = systemClock;
const log = new RecordingLog();
const visits = createVisitRecords(database, clock);
const tools = { database, visits, http: createHttpClient(), clock, log };
const targets = buildTargets(JSON.parse(addresses) as TargetUrls, tools).filter((each) => each.name === name);
const dispatchers: Dispatcher[] = [];
const outbox = createOutbox(database, clock, visits, targets, () => {
  for (const dispatcher of dispatchers) dispatcher.wake();
});
for (const target of targets) dispatchers.push(new Dispatcher(target, outbox, clock, log, Math.random));
playVisit(0, tools, outbox);
