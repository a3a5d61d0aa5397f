import { connectPrinter } from '../../src-main/printing/connect-printer.ts';
import { slipDocument } from '../../src-main/printing/documents/slip.ts';
import { encodeDocument } from '../../src-main/printing/escpos/encode.ts';
import { genericProfile } from '../../src-main/printing/printer-profile.ts';
import { systemClock } from '../../src-main/shell/system-clock.ts';
import { startPrinterSimulator } from '../simulators/printer/printer-simulator.ts';
import { slipInput } from '../unit/printing/documents/sample-inputs.ts';
import { type Figures, medianFigure } from './figure.ts';

const profile = genericProfile('80mm');
const baudRate = 9600;
/** A start bit, eight data bits and a stop bit. */
const bitsPerByte = 10;

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

/**
 * The boleto slip (30 lines of text, a PIX QR of 212 characters, the barcode) as bytes, and the seconds from the order
 * to the word of the printer that it is out: the app's own driver, in this process, on a pseudo terminal that takes in
 * 960 bytes a second and prints in no time.
 */
export async function measureSlip(samples: number): Promise<Figures> {
  const bytes = encodeDocument(slipDocument(slipInput), profile);
  const seconds: number[] = [];
  for (let round = 0; round < samples; round += 1) seconds.push(await timePrinting(bytes));
  return {
    'slip.bytes': { value: bytes.length, unit: 'bytes', aim: { max: 4200 }, samples: 1 },
    'slip.seconds9600': medianFigure(seconds, 's', 2),
    'slip.wireSeconds9600': medianFigure([(bytes.length * bitsPerByte) / baudRate], 's', 2),
  };
}

async function timePrinting(bytes: Uint8Array): Promise<number> {
  const simulator = await startPrinterSimulator({ baudRate });
  const printer = connectPrinter({
    place: { serial: { path: simulator.path, baudRate, flowControl: 'none' } },
    profile,
    clock: systemClock,
    log: silent,
  });
  try {
    // The port is open and the printer found well, as it is when a customer orders.
    await printer.status();
    const startedAt = performance.now();
    const { outcome } = await printer.print(bytes);
    const seconds = (performance.now() - startedAt) / 1000;
    if (outcome !== 'printed' || simulator.papers.length !== 1) throw new Error(`the slip was ${outcome}`);
    return seconds;
  } finally {
    await printer.close();
    await simulator.stop();
  }
}
