import { expect, it } from 'vitest';
import { createTickets } from '../../../../src-main/compose-tickets.ts';
import { ErpCare } from '../../../../src-main/erp/erp-care.ts';
import { settingsSchema } from '../../../../src-main/settings/settings-schema.ts';
import { createVisitRecords } from '../../../../src-main/storage/visit-records.ts';
import { ManualClock } from '../../../support/manual-clock.ts';
import { RecordingLog } from '../../printing/recording-log.ts';
import { exampleSettings } from '../../settings/settings-example.ts';
import { openTemporaryDatabase } from '../../storage/temporary-database.ts';

function offered(visit: object) {
  const log = new RecordingLog();
  const { tickets, myData } = createTickets({
    settings: settingsSchema.parse({ ...exampleSettings(), visit }),
    care: new ErpCare([], log),
    requests: { perform: () => Promise.reject(new Error('nothing is asked for')) },
    contactGuard: { mayChange: () => Promise.reject(new Error('nobody is asked')) },
    visits: createVisitRecords(openTemporaryDatabase(), new ManualClock()),
    log,
  });
  return { tickets: tickets?.rules, myData: myData !== undefined };
}

it('neither tickets nor contact data unless the technician offers them', () => {
  expect(offered({ secondFactor: 'birth-date' })).toEqual({ tickets: undefined, myData: false });
});

it('tickets as the settings have them', () => {
  const services = { tickets: true };
  expect(offered({ services }).tickets).toEqual({ subjects: [], longestMessage: 500 });
  const tickets = { subjects: ['Lenta'], longestMessage: 100 };
  expect(offered({ services, tickets }).tickets).toEqual(tickets);
});

it.each([
  ['none', false, false],
  ['none', true, true],
  ['birth-date', false, true],
  ['phone-last-digits', false, true],
])(
  'contact data after the question %s, without it allowed %s: %s',
  (secondFactor, withoutSecondFactor, shown) => {
    const visit = { secondFactor, services: { myData: true }, myData: { withoutSecondFactor } };
    expect(offered(visit).myData).toBe(shown);
  },
);
