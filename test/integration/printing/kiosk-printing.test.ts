import { PNG } from 'pngjs';
import { expect, it, onTestFinished, vi } from 'vitest';
import { createPrinting } from '../../../src-main/compose-printing.ts';
import type { KioskEvent } from '../../../src-main/domain/kiosk-event.ts';
import { genericProfile } from '../../../src-main/printing/printer-profile.ts';
import { ManualClock } from '../../support/manual-clock.ts';
import { RecordingLog } from '../../unit/printing/recording-log.ts';
import { openTemporaryDatabase } from '../../unit/storage/temporary-database.ts';
import { settingsWith } from '../technician/probe-setup.ts';

const SVG = `data:image/svg+xml;base64,${Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>').toString('base64')}`;

function blackPng(): string {
  const png = new PNG({ width: 400, height: 100 });
  png.data.fill(0);
  for (let index = 3; index < png.data.length; index += 4) png.data[index] = 255;
  return `data:image/png;base64,${PNG.sync.write(png).toString('base64')}`;
}

/** The kiosk's printing, with a printer that nobody answers for. */
function start(printer: object, logo?: string) {
  const clock = new ManualClock();
  const log = new RecordingLog();
  const events: KioskEvent[] = [];
  const printing = createPrinting({
    settings: settingsWith({ printer: { tcp: { host: '127.0.0.1', port: 1 }, ...printer } }),
    profile: genericProfile('80mm'),
    logo,
    database: openTemporaryDatabase(),
    recordEvent: (event) => void events.push(event),
    clock,
    log,
  });
  if (!printing) throw new Error('no printer is configured');
  printing.start();
  onTestFinished(() => printing.stop());
  return { printing, clock, log, events };
}

it('has the logo for papers a while after the start, half as wide as the paper', async () => {
  const { printing, clock } = start({ logo: true }, blackPng());
  expect(printing.logo()).toBeUndefined();
  await clock.advance(3000);
  await vi.waitFor(
    () => expect(printing.logo()).toMatchObject({ kind: 'logo', width: 144, height: 36 }),
    10_000,
  );
});

it('says once in the log that a logo has no place on paper', async () => {
  const { printing, clock, log } = start({ logo: true }, SVG);
  await clock.advance(60_000);
  await vi.waitFor(() => {
    expect(log.entries).toContainEqual({ code: 'PRINT-LOGO-LEFT-OUT', fields: { reason: 'not-png' } });
  });
  expect(printing.logo()).toBeUndefined();
});

it('prints no logo unless the settings say so', async () => {
  const { printing, clock, log } = start({}, SVG);
  await clock.advance(60_000);
  expect(printing.logo()).toBeUndefined();
  expect(log.codes).not.toContain('PRINT-LOGO-LEFT-OUT');
});

it('tells technicians and the outbox of a printer that is away for a minute', async () => {
  const { printing, clock, events } = start({});
  expect(printing.standing()).toEqual({});
  await clock.advance(0);
  await vi.waitFor(() => expect(printing.standing()).toEqual({ status: 'offline' }));
  await clock.advance(60_000);
  await vi.waitFor(() => expect(events).toEqual([{ type: 'printer-trouble', trouble: 'offline' }]));
  expect(printing.standing()).toMatchObject({ status: 'offline', alarm: { trouble: 'offline' } });
});
