import { z } from 'zod';
import bematechMp4200 from '../../resources/printers/bematech-mp-4200.json' with { type: 'json' };
import customVkp80 from '../../resources/printers/custom-vkp80.json' with { type: 'json' };
import darumaDr800 from '../../resources/printers/daruma-dr800.json' with { type: 'json' };
import elginI9 from '../../resources/printers/elgin-i9.json' with { type: 'json' };
import elginVox from '../../resources/printers/elgin-vox.json' with { type: 'json' };
import epsonTmT20 from '../../resources/printers/epson-tm-t20.json' with { type: 'json' };
import epsonTmT88 from '../../resources/printers/epson-tm-t88.json' with { type: 'json' };
import generic58 from '../../resources/printers/generic-58mm.json' with { type: 'json' };
import generic80 from '../../resources/printers/generic-80mm.json' with { type: 'json' };
import generic80Asb from '../../resources/printers/generic-80mm-asb.json' with { type: 'json' };
import tancaTp650 from '../../resources/printers/tanca-tp-650.json' with { type: 'json' };
import { lineOfText, shortId } from '../settings/setting-fields.ts';
import { reportIssue } from '../settings/setting-issue.ts';
import type { PrinterModel } from './printer-models.ts';

/** Font A of every receipt printer is so many dots wide. */
const CHARACTER_DOTS = 12;

/** What a printer model can do, as far as the bytes sent to it and the answers that come back depend on that. */
export const printerProfileSchema = z
  .strictObject({
    $schema: z.exactOptional(z.string()).describe('For editors only: where this schema is.'),
    name: shortId().describe(
      'Name by which the settings choose it (printer.model); the name of the file without .json.',
    ),
    title: lineOfText(80).describe('As technicians know the printer, in pt-BR.'),
    verified: lineOfText(500).describe('How far the profile was tried, in pt-BR: paper, manual or hearsay.'),
    language: z
      .enum(['escpos', 'escbematech', 'escdaruma'])
      .describe('The commands for text: their bytes are in src-main/printing/escpos/languages.ts.'),
    paper: z.enum(['80mm', '58mm']).describe('Width of the roll.'),
    dots: z.int().min(200).max(1000).describe('Printable dots across the paper, at 203 dpi.'),
    columns: z.int().min(20).max(80).describe('Characters of font A on a line.'),
    codePage: z
      .strictObject({ encoding: z.literal('cp850'), index: z.int().min(0).max(255) })
      .describe('CP850, and the number by which `ESC t n` chooses it.'),
    graphics: z
      .enum(['stored', 'raster-doubled', 'raster'])
      .describe(
        'How pictures are sent. stored: `GS 8 L`, printed in one motion. raster-doubled: `GS v 0` in mode 3, whose dots the printer doubles. raster: `GS v 0` in mode 0, dot by dot.',
      ),
    qr: z
      .enum(['native', 'native-daruma', 'drawn'])
      .describe(
        'Who draws QR symbols. native: the printer (`GS ( k`). native-daruma: the printer (`ESC 81h`). drawn: the kiosk, as a picture.',
      ),
    cut: z
      .enum(['gs-v-66', 'esc-i', 'esc-w', 'esc-m', 'none'])
      .describe(
        'How the paper is cut. gs-v-66 feeds to the cutter by itself; the others are fed before. none: fed to the tear bar.',
      ),
    status: z
      .enum(['escpos-dle-eot', 'escpos-asb', 'bematech', 'elgin', 'daruma', 'custom'])
      .describe('How the printer is asked how it is: src-main/printing/status/.'),
    drawer: z.boolean().describe('Whether a cash drawer can be connected; the kiosk opens none.'),
    presenter: z
      .exactOptional(z.strictObject({ steps: z.int().min(1).max(255) }))
      .describe('A presenter hands each cut paper out by so many of its steps (`GS e 3 n`).'),
  })
  .superRefine(checkAbilities)
  .readonly();

interface Abilities {
  readonly language: string;
  readonly dots: number;
  readonly columns: number;
  readonly graphics: string;
  readonly qr: string;
}

/** What no printer can do, whatever a file says: its papers would come out broken. */
function checkAbilities(
  { language, dots, columns, graphics, qr }: Abilities,
  context: z.RefinementCtx,
): void {
  if (columns * CHARACTER_DOTS > dots) {
    reportIssue(context, ['columns'], `são colunas demais: cada uma ocupa ${CHARACTER_DOTS} pontos (dots)`);
  }
  if (graphics === 'stored' && language !== 'escpos') {
    reportIssue(context, ['graphics'], '"stored" só existe em impressoras com language "escpos"');
  }
  if (qr === 'native-daruma' && language !== 'escdaruma') {
    reportIssue(context, ['qr'], '"native-daruma" só existe em impressoras com language "escdaruma"');
  }
}

export type PrinterProfile = z.output<typeof printerProfileSchema>;

export type Paper = PrinterProfile['paper'];

export type StatusDialectName = PrinterProfile['status'];

const builtInProfiles: Readonly<Record<PrinterModel, unknown>> = {
  'generic-80mm': generic80,
  'generic-58mm': generic58,
  'generic-80mm-asb': generic80Asb,
  'epson-tm-t20': epsonTmT20,
  'epson-tm-t88': epsonTmT88,
  'bematech-mp-4200': bematechMp4200,
  'elgin-i9': elginI9,
  'elgin-vox': elginVox,
  'daruma-dr800': darumaDr800,
  'tanca-tp-650': tancaTp650,
  'custom-vkp80': customVkp80,
};

/** A profile as a file has it, before it is checked; undefined when none of that name comes with the program. */
export function builtInProfile(name: string): unknown {
  return new Map<string, unknown>(Object.entries(builtInProfiles)).get(name);
}

/** The built-in profile of a printer model. */
export function profileOf(model: PrinterModel): PrinterProfile {
  return printerProfileSchema.parse(builtInProfiles[model]);
}

/** The built-in profile for any printer of a paper width. */
export function genericProfile(paper: Paper): PrinterProfile {
  return profileOf(paper === '80mm' ? 'generic-80mm' : 'generic-58mm');
}

/** The format of the profiles as JSON Schema 2020-12. */
export function printerProfileJsonSchema(): z.core.JSONSchema.BaseSchema {
  return { ...z.toJSONSchema(printerProfileSchema, { io: 'input' }), title: 'Balcão: printer profile' };
}
