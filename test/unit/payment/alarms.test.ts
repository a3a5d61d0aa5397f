import { expect, it } from 'vitest';
import { openTill } from './till.ts';

it('raises each alarm once, on disk and in the log', () => {
  const till = openTill();
  const subject = { chargeId: 'c1', invoiceId: 'i1' };
  for (let time = 0; time < 3; time += 1) till.raiseAlarm('WRITE-OFF-REFUSED', subject);
  expect(till.alarms()).toEqual([{ code: 'WRITE-OFF-REFUSED', ...subject }]);
  expect(till.log.entries).toEqual([{ code: 'WRITE-OFF-REFUSED', fields: subject }]);
});

it('keeps apart what is about something else', () => {
  const till = openTill();
  till.raiseAlarm('WRITE-OFF-REFUSED', { chargeId: 'c1', invoiceId: 'i1' });
  till.raiseAlarm('WRITE-OFF-REFUSED', { chargeId: 'c1', invoiceId: 'i2' });
  till.raiseAlarm('WRITE-OFF-REFUSED', { chargeId: 'c1' });
  till.raiseAlarm('WRITE-OFF-UNPROVEN', { chargeId: 'c1' });
  expect(till.alarms()).toHaveLength(4);
});

it('goes with the transaction that it was raised in', () => {
  const till = openTill();
  const failing = () =>
    till.database.transaction(() => {
      till.raiseAlarm('CHARGE-VANISHED', { chargeId: 'c1' });
      throw new Error('no');
    });
  expect(failing).toThrow('no');
  expect(till.alarms()).toEqual([]);
});
