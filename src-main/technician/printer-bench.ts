import { realpath } from 'node:fs/promises';
import { isDeepStrictEqual } from 'node:util';
import type {
  FieldProblem,
  LivePrinterStatus,
  SerialPortChoice,
  TestReport,
} from '../contract/technician.ts';
import type { Result } from '../domain/result.ts';
import { testPageDocument } from '../printing/documents/test-page.ts';
import type { EscPosPrinter } from '../printing/escpos-printer.ts';
import { preparePrinter } from '../printing/prepare-printer.ts';
import type { PrinterStatus } from '../printing/printer.ts';
import { describePlace } from '../printing/printer-place.ts';
import type { PrinterProfile } from '../printing/printer-profile.ts';
import { type ListPorts, listSystemPorts } from '../printing/serial-ports.ts';
import type { Settings } from '../settings/settings-schema.ts';
import { type BenchParts, createBenchPrinter, type PrinterSettings } from './bench-printer.ts';
import { reportOf, type Said } from './print-report.ts';
import { listSerialPorts } from './serial-port-list.ts';

/** The running kiosk's printer, which may hold the very port that is tried here. */
export interface PrinterLoan {
  /** `PrintQueue.lend`. */
  lend<T>(work: () => Promise<T>): Promise<Result<T, 'busy'>>;
  runningSettings(): PrinterSettings;
  /** `PrintQueue.status`. */
  runningStatus(): PrinterStatus | undefined;
  /** `EscPosPrinter.hearsNoise`. */
  runningHearsNoise(): boolean;
}

export interface PrinterBenchParts extends BenchParts {
  /** Where the technician's own profiles are. */
  readonly dataFolder: string;
  /** Asked each time, since the kiosk starts afresh after a save; undefined while none with a printer runs. */
  readonly borrow: () => PrinterLoan | undefined;
  readonly listPorts?: ListPorts;
}

/** Tries printers as the draft of the settings has them. */
export interface PrinterBench {
  ports(): Promise<readonly SerialPortChoice[]>;
  /** Cheap when the settings are those of the running kiosk: its own last look is told, and no port touched. */
  status(settings: PrinterSettings | undefined): Promise<LivePrinterStatus>;
  testPage(settings: PrinterSettings | undefined, terminal: Settings['terminal']): Promise<TestReport>;
}

export function createPrinterBench(parts: PrinterBenchParts): PrinterBench {
  let turn: Promise<unknown> = Promise.resolve();

  /** One at a time: two at one port would take each other's answers. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = turn.then(work);
    turn = result.catch(() => undefined);
    return result;
  }

  /** Opens the printer for the work, and has the running kiosk let go of the port if it is the same one. */
  function withPrinter<T>(
    settings: PrinterSettings,
    profile: PrinterProfile,
    work: (printer: EscPosPrinter) => Promise<T>,
  ): Promise<Result<T, 'busy'>> {
    return inTurn(async () => {
      const tryIt = () => openFor(settings, profile, parts, work);
      const loan = parts.borrow();
      if (loan && (await isSamePlace(loan.runningSettings(), settings))) return loan.lend(tryIt);
      return { ok: true, value: await tryIt() };
    });
  }

  return {
    ports: () => listSerialPorts(parts.listPorts ?? listSystemPorts, parts.log),
    async status(settings) {
      if (!settings) return 'not-configured';
      const loan = parts.borrow();
      if (loan && isSame(loan.runningSettings(), settings)) {
        return liveStatus(settings, loan.runningStatus() ?? 'offline', loan.runningHearsNoise());
      }
      const profile = preparePrinter(parts.dataFolder, settings);
      if (!profile.ok) return 'not-configured';
      const status = await withPrinter(settings, profile.value, async (printer) =>
        liveStatus(settings, await printer.status(), printer.hearsNoise),
      );
      // Whatever takes so long is printing.
      return status.ok ? status.value : 'ok';
    },
    async testPage(settings, terminal) {
      const { clock, log } = parts;
      const begun = clock.monotonic();
      const report = (said: Said): TestReport => ({
        ...said,
        tookMs: Math.round(clock.monotonic() - begun),
        exchanges: [],
      });
      if (!settings) return report({ worked: false, summary: 'Escolha primeiro a porta da impressora.' });
      const profile = preparePrinter(parts.dataFolder, settings);
      if (!profile.ok) return report(unfit(profile.error));
      const bytes = await encodeTestPage(settings, profile.value, terminal, clock.wallTime());
      const tried = await withPrinter(settings, profile.value, async (printer) => ({
        outcome: await printer.print(bytes),
        openProblem: printer.openProblem,
        hearsNoise: settings.serial !== undefined && printer.hearsNoise,
      }));
      if (!tried.ok) {
        return report({
          worked: false,
          summary: 'A impressora está ocupada: espere um pouco e tente de novo.',
        });
      }
      const { outcome, ...signs } = tried.value;
      if (outcome.outcome === 'not-printed') log.info('PRINTER-STATUS', { status: outcome.status });
      return report(reportOf(outcome, signs));
    },
  };
}

function unfit([first]: readonly FieldProblem[]): Said {
  const summary = `Acerte primeiro: ${first?.field}: ${first?.message}`;
  return { worked: false, summary, code: 'SETTINGS-UNUSABLE' };
}

async function openFor<T>(
  settings: PrinterSettings,
  profile: PrinterProfile,
  parts: BenchParts,
  work: (printer: EscPosPrinter) => Promise<T>,
): Promise<T> {
  const { clock, log, timeouts } = parts;
  const printer = createBenchPrinter(settings, profile, { clock, log, ...(timeouts && { timeouts }) });
  try {
    return await work(printer);
  } finally {
    await printer.close();
  }
}

/** One port has several names: /dev/serial/by-id/… leads to /dev/ttyUSB0, and `\\.\COM3` is COM3. */
async function isSamePlace(a: PrinterSettings, b: PrinterSettings): Promise<boolean> {
  const [first, second] = await Promise.all([deviceOf(a), deviceOf(b)]);
  return first === second;
}

async function deviceOf({ serial, tcp }: PrinterSettings): Promise<string> {
  if (serial) return realpath(serial.path).catch(() => serial.path.replace(/^\\\\\.\\/, ''));
  return tcp ? `${tcp.host.toLowerCase()}:${tcp.port}` : '';
}

function isSame(a: PrinterSettings, b: PrinterSettings): boolean {
  return isDeepStrictEqual(a, b);
}

async function encodeTestPage(
  settings: PrinterSettings,
  profile: PrinterProfile,
  { id, timeZone }: Settings['terminal'],
  printedAt: number,
): Promise<Uint8Array> {
  const { encodeDocument } = await import('../printing/escpos/encode.ts');
  const { columns, cut } = profile;
  const port = describePlace(settings);
  const cutter = cut !== 'none';
  const page = testPageDocument({ terminalId: id, port, columns, cutter, printedAt, timeZone });
  return encodeDocument(page, profile);
}

/** Noise on the network has other causes than a speed. */
function liveStatus(
  { serial }: PrinterSettings,
  status: PrinterStatus,
  hearsNoise: boolean,
): LivePrinterStatus {
  return serial && status === 'offline' && hearsNoise ? 'wrong-speed' : status;
}
