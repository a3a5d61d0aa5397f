import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { sqliteVersion } from '../../../src-main/storage/sqlite-version.ts';
import { listVersions, readKioskState } from '../../../src-main/technician/kiosk-state.ts';
import { RecordingLog } from '../printing/recording-log.ts';

const audit = { read: (last: number) => ({ intact: true, last: [{ at: last, event: 'unlock' }] }) };
const running = { erps: [], writeOffs: [], deliveries: [], deliveriesTotal: 0 };

function parts(change: object = {}) {
  return { versions: [], dataFolder: tmpdir(), audit, log: new RecordingLog(), ...change };
}

describe('how the kiosk stands', () => {
  it('tells of disk, audit log and the work of the kiosk that runs', async () => {
    const state = await readKioskState(parts({ running: { readRunning: () => running } }));
    expect(state.disk.totalBytes).toBeGreaterThan(0);
    expect(state.disk.freeBytes).toBeLessThanOrEqual(state.disk.totalBytes);
    expect(state.audit).toEqual({ intact: true, last: [{ at: 50, event: 'unlock' }] });
    expect(state.running).toBe(running);
  });

  it('tells the rest while no kiosk runs', async () => {
    expect(Object.keys(await readKioskState(parts())).toSorted()).toEqual(['audit', 'disk', 'versions']);
  });

  it('tells the rest when the database or the disk cannot be read, and the log why', async () => {
    const sick = parts({
      dataFolder: '/nowhere/at/all',
      running: {
        readRunning: () => {
          throw new Error('disk I/O error');
        },
      },
    });
    const state = await readKioskState(sick);
    expect(state.running).toBeUndefined();
    expect(state.disk).toEqual({ freeBytes: 0, totalBytes: 0 });
    expect(sick.log.codes).toEqual(['RECORDS-FAILED', 'RECORDS-FAILED']);
  });
});

it('names the versions of what there is', () => {
  expect(sqliteVersion()).toMatch(/^3\.\d+\.\d+/);
  expect(listVersions('0.1.0', '3.51.0')).toEqual([
    { name: 'Balcão', version: '0.1.0' },
    { name: 'Node.js', version: process.versions.node },
    { name: 'SQLite', version: '3.51.0' },
  ]);
});
