import { encodeDocument } from '../../src-main/printing/escpos/encode.ts';
import { type PrinterModel, printerModels } from '../../src-main/printing/printer-models.ts';
import { profileOf } from '../../src-main/printing/printer-profile.ts';
import { everyDocument } from '../unit/printing/documents/every-document.ts';

/** What a document costs on the wire to one printer. */
export interface PaperCost {
  readonly profile: PrinterModel;
  readonly document: string;
  readonly bytes: number;
  /** That the bytes are under way; the printer prints meanwhile. */
  readonly seconds9600: number;
  readonly seconds115200: number;
}

/** A start bit, eight data bits and a stop bit. */
const BITS_PER_BYTE = 10;

/** Every document as the bytes of every printer; the same each time. */
export function measurePapers(): readonly PaperCost[] {
  return printerModels.flatMap((model) => {
    const profile = profileOf(model);
    return Object.entries(everyDocument(profile.columns)).map(([document, content]) => {
      const bytes = encodeDocument(content, profile).length;
      const secondsAt = (baudRate: number) => Number(((bytes * BITS_PER_BYTE) / baudRate).toFixed(2));
      return {
        profile: model,
        document,
        bytes,
        seconds9600: secondsAt(9600),
        seconds115200: secondsAt(115_200),
      };
    });
  });
}

/** The costs for a person to read, one a line. */
export function paperTable(costs: readonly PaperCost[]): string {
  const line = (names: readonly string[], figures: readonly string[]) =>
    [...names.map((name) => name.padEnd(20)), ...figures.map((figure) => figure.padStart(10))].join('');
  return [
    line(['profile', 'document'], ['bytes', 's at 9600', 's at 115k2']),
    ...costs.map(({ profile, document, bytes, seconds9600, seconds115200 }) =>
      line([profile, document], [String(bytes), seconds9600.toFixed(1), seconds115200.toFixed(2)]),
    ),
  ].join('\n');
}
