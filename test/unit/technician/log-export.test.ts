import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it } from 'vitest';
import { createDriveWriter } from '../../../src-main/technician/drive-writer.ts';
import { createLogExport } from '../../../src-main/technician/log-export.ts';
import { ManualClock } from '../../support/manual-clock.ts';
import { RecordingLog } from '../printing/recording-log.ts';
import { temporaryFolder } from './temporary-folder.ts';

let drive: string;
let file: string;
let log: RecordingLog;

beforeEach(() => {
  drive = temporaryFolder();
  file = path.join(temporaryFolder(), 'logs', 'balcao.log');
  mkdirSync(path.dirname(file));
  log = new RecordingLog();
});

function exporter(terminalId: string | undefined = 'T01') {
  const root = (id: string) => Promise.resolve(id === 'usb' ? drive : undefined);
  return createLogExport({
    file,
    clock: new ManualClock(Date.UTC(2026, 10, 21, 2, 5)),
    terminalId: () => terminalId,
    timeZone: () => 'America/Sao_Paulo',
    writeTo: createDriveWriter({ root }, log),
    log,
  });
}

const line = (fields: object) =>
  `${JSON.stringify({ level: 'info', time: '2026-11-21T12:00:00.000Z', ...fields })}\n`;
const NAME = 'balcao-log-T01-20261120-2305.txt.gz';
const exported = () => gunzipSync(readFileSync(path.join(drive, NAME))).toString();

describe('the exported log', () => {
  it('holds every line, the oldest first, in one compressed file', async () => {
    writeFileSync(`${file}.2`, line({ code: 'ONE' }));
    writeFileSync(`${file}.1`, line({ code: 'TWO' }) + line({ code: 'THREE', count: 3 }));
    writeFileSync(file, line({ code: 'FOUR', txid: 'abcdefghijklmnopqrstuvwxyz0123' }));
    writeFileSync(`${file}.old`, line({ code: 'FOREIGN' }));
    expect(await exporter()('usb')).toEqual({ outcome: 'written', name: NAME });
    expect(exported()).toBe(
      line({ code: 'ONE' }) +
        line({ code: 'TWO' }) +
        line({ code: 'THREE', count: 3 }) +
        line({ code: 'FOUR', txid: 'abcdefghijklmnopqrstuvwxyz0123' }),
    );
  });

  it('is cleaned once more, whatever stands in the file', async () => {
    const long = `${'x '.repeat(100_000)}529.982.247-25`;
    writeFileSync(
      file,
      `${line({ code: 'A', phone: '11987654321', reason: 'CPF 529.982.247-25' })}ana@example.com e 529.982.247-25\n${long}\nhalf {"a`,
    );
    await exporter()('usb');
    expect(exported()).not.toMatch(/529|ana@|98765/);
    expect(exported().split('\n')[0]).toBe(
      line({ code: 'A', phone: '[redacted]', reason: 'CPF [cpf]' }).trimEnd(),
    );
    expect(exported().split('\n').at(-2)).toBe('half {"a');
  });

  it('is whole when it is large, and none is left when the drive fails', async () => {
    const many = Array.from({ length: 40_000 }, (_, index) => line({ code: 'LINE', index })).join('');
    writeFileSync(file, many);
    expect(await exporter()('usb')).toMatchObject({ outcome: 'written' });
    expect(exported()).toBe(many);
    expect(await exporter()('gone')).toEqual({ outcome: 'failed', code: 'DRIVE-GONE' });
    expect(readdirSync(drive)).toEqual([NAME]);
  });

  it('comes even from a kiosk without settings or log', async () => {
    expect(await exporter('')('usb')).toMatchObject({ outcome: 'written' });
    const other = createLogExport({
      file: '/nowhere/balcao.log',
      clock: new ManualClock(0),
      terminalId: () => undefined,
      timeZone: () => 'America/Sao_Paulo',
      writeTo: createDriveWriter({ root: () => Promise.resolve(drive) }, log),
      log,
    });
    expect(await other('usb')).toEqual({
      outcome: 'written',
      name: 'balcao-log-sem-id-19691231-2100.txt.gz',
    });
  });
});
