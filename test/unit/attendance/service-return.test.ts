import { expect, it } from 'vitest';
import { ServiceReturn } from '../../../src-main/attendance/service-return.ts';
import type { ServiceStanding } from '../../../src-main/contract/screen.ts';
import { failure, success } from '../../../src-main/domain/result.ts';
import { openTill, paid, unreachable } from '../payment/till.ts';
import { RecordingLog } from '../printing/recording-log.ts';

interface Options {
  /** How many services are blocked at each reading; the last one repeats. `undefined`: the ERP cannot be asked. */
  readonly blocked?: readonly (number | undefined)[];
  readonly services?: 'none';
  readonly present?: boolean;
  readonly withinHours?: number;
}

function open({ blocked = [0], services, present = true, withinHours = 24 }: Options) {
  const told: ServiceStanding[] = [];
  const log = new RecordingLog();
  let readings = 0;
  const returning = new ServiceReturn({
    findServices: () => (services === 'none' ? undefined : { listBlockedServices }),
    isPresent: () => present,
    withinHours,
    log,
    onKnown: (_chargeId, service) => told.push(service),
  });
  return { returning, told, log, charge: paid(openTill().journal), readings: () => readings };

  function listBlockedServices() {
    const count = blocked[Math.min(readings, blocked.length - 1)];
    readings += 1;
    if (count === undefined) return Promise.resolve(failure(unreachable));
    return Promise.resolve(
      success(Array.from({ length: count }, (_, id) => ({ id: String(id), name: 'Fibra' }))),
    );
  }
}

const returningIn24: ServiceStanding = { state: 'returning', withinHours: 24 };

it.each<[string, Options, readonly ServiceStanding[]]>([
  ['says nothing where nothing is suspended', { blocked: [0] }, []],
  ['says when a suspended service will be back', { blocked: [1, 1] }, [returningIn24]],
  ['says so when the ERP has put it back already', { blocked: [2, 0] }, [returningIn24, { state: 'back' }]],
  ['does not call back what cannot be read', { blocked: [1, undefined] }, [returningIn24]],
  ['says nothing when the ERP cannot be asked', { blocked: [undefined] }, []],
  ['says nothing where the profile has no services', { services: 'none' }, []],
  ['asks nobody when the customer is gone', { blocked: [1], present: false }, []],
  ['asks nobody where the settings say so', { blocked: [1], withinHours: 0 }, []],
])('%s', async (_name, options, expected) => {
  const { returning, told, charge } = open(options);
  await returning.paid(charge);
  await returning.writtenOff(charge);
  expect(told).toEqual(expected);
});

it('asks once more only for whom a service was suspended', async () => {
  const desk = open({ blocked: [0] });
  await desk.returning.paid(desk.charge);
  await desk.returning.writtenOff(desk.charge);
  expect(desk.readings()).toBe(1);
});
