import { realpath } from 'node:fs/promises';
import { isDeepStrictEqual } from 'node:util';
import type { LivePrinterStatus, SerialPortChoice, TestReport } from '../contract/technician.ts';
import type { Result } from '../domain/result.ts';
import { testPageDocument } from '../printing/documents/test-page.ts';
import type { EscPosPrinter } from '../printing/escpos-printer.ts';
import type { PrinterStatus, PrintOutcome } from '../printing/printer.ts';
import { describePlace } from '../printing/printer-place.ts';
import { profileOf } from '../printing/printer-profile.ts';
import { type ListPorts, listSystemPorts } from '../printing/serial-ports.ts';
import type { Settings } from '../settings/settings-schema.ts';
import { type BenchParts, createBenchPrinter, type PrinterSettings } from './bench-printer.ts';
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
    work: (printer: EscPosPrinter) => Promise<T>,
  ): Promise<Result<T, 'busy'>> {
    return inTurn(async () => {
      const tryIt = () => openFor(settings, parts, work);
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
      const status = await withPrinter(settings, async (printer) =>
        liveStatus(settings, await printer.status(), printer.hearsNoise),
      );
      // Whatever takes so long is printing.
      return status.ok ? status.value : 'ok';
    },
    async testPage(settings, terminal) {
      const { clock, log } = parts;
      const begun = clock.monotonic();
      const report = (said: Omit<TestReport, 'tookMs' | 'exchanges'>): TestReport => ({
        ...said,
        tookMs: Math.round(clock.monotonic() - begun),
        exchanges: [],
      });
      if (!settings) return report({ worked: false, summary: 'Escolha primeiro a porta da impressora.' });
      const bytes = await encodeTestPage(settings, terminal, clock.wallTime());
      const tried = await withPrinter(settings, async (printer) => ({
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

async function openFor<T>(
  settings: PrinterSettings,
  parts: BenchParts,
  work: (printer: EscPosPrinter) => Promise<T>,
): Promise<T> {
  const { clock, log, timeouts } = parts;
  const printer = createBenchPrinter(settings, { clock, log, ...(timeouts && { timeouts }) });
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
  { id, timeZone }: Settings['terminal'],
  printedAt: number,
): Promise<Uint8Array> {
  const profile = profileOf(settings.model);
  const { encodeDocument } = await import('../printing/escpos/encode.ts');
  const { columns, cut } = profile;
  const port = describePlace(settings);
  const cutter = cut !== 'none';
  const page = testPageDocument({ terminalId: id, port, columns, cutter, printedAt, timeZone });
  return encodeDocument(page, profile);
}

/** What was noticed about the line besides what the printer said. */
interface LineSigns {
  readonly openProblem: string | undefined;
  readonly hearsNoise: boolean;
}

/** Noise on the network has other causes than a speed. */
function liveStatus(
  { serial }: PrinterSettings,
  status: PrinterStatus,
  hearsNoise: boolean,
): LivePrinterStatus {
  return serial && status === 'offline' && hearsNoise ? 'wrong-speed' : status;
}

type Said = Omit<TestReport, 'tookMs' | 'exchanges'>;

const statusWords: Readonly<Record<PrinterStatus, string>> = {
  ok: 'A impressora parou de confirmar no meio do teste: confira o cabo e o controle de fluxo.',
  'near-end': 'O papel está quase no fim, e a impressora não confirmou o fim do teste.',
  'no-paper': 'Sem papel: ponha uma bobina e tente de novo.',
  'cover-open': 'A tampa está aberta: feche e tente de novo.',
  error: 'A impressora diz que está com erro: desligue, veja se há papel preso e ligue de novo.',
  offline: 'A impressora não respondeu: confira se está ligada, o cabo, a porta e a velocidade.',
};

function reportOf(outcome: PrintOutcome, signs: LineSigns): Said {
  if (outcome.outcome === 'printed') {
    return {
      worked: true,
      summary: 'A página saiu: confira acentos, a régua numa linha só, os dois códigos e o corte.',
    };
  }
  if (signs.openProblem !== undefined) {
    return { worked: false, code: 'PRINTER-NOT-OPENED', summary: openWords(signs.openProblem) };
  }
  const code = outcome.outcome === 'uncertain' ? 'PRINTER-JOB-UNCERTAIN' : 'PRINTER-STATUS';
  if (outcome.status === 'offline' && signs.hearsNoise) {
    const summary =
      'A impressora responde em outra velocidade: ponha a mesma na impressora e aqui (baud rate, em geral 9600 ou 115200).';
    return { worked: false, code, summary };
  }
  return { worked: false, code, summary: statusWords[outcome.status] };
}

const openProblems: readonly (readonly [RegExp, string])[] = [
  [
    /no such file|file not found|ENOENT/i,
    'Esta porta não existe nesta máquina: confira o cabo e escolha outra.',
  ],
  [
    /permission denied|EACCES/i,
    'Sem permissão para abrir a porta: ponha o usuário do totem no grupo dialout e reinicie a sessão.',
  ],
  [
    /lock|busy|temporarily unavailable|access denied/i,
    'Outro programa está usando a porta: feche-o e tente de novo.',
  ],
  [/ENOTFOUND|EAI_AGAIN/i, 'Este nome não existe na rede: confira, ou use o endereço IP da impressora.'],
  [
    /ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|did not connect/i,
    'A impressora não atende neste endereço: confira se está ligada, o cabo de rede, o IP e a porta (em geral 9100).',
  ],
  [/baud rate/i, 'Esta velocidade não vale: escolha uma da lista.'],
  [/in time/i, 'A porta não abriu a tempo: tire e ponha o cabo USB.'],
];

function openWords(problem: string): string {
  const known = openProblems.find(([pattern]) => pattern.test(problem));
  return known?.[1] ?? `A porta não abriu: ${problem}`;
}
