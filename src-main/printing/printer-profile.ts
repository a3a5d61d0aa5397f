import { z } from 'zod';
import generic58 from '../../resources/printers/generic-58mm.json' with { type: 'json' };
import generic80 from '../../resources/printers/generic-80mm.json' with { type: 'json' };

/** What a printer model can do, as far as the bytes sent to it depend on that. */
export const printerProfileSchema = z
  .strictObject({
    name: z.string().min(1),
    paper: z.enum(['80mm', '58mm']),
    /** Printable dots across the paper, at 203 dpi. */
    dots: z.int().min(200).max(1000),
    /** Characters of font A on a line. */
    columns: z.int().min(20).max(80),
    /** CP850 at `ESC t 2` is the one index that Epson, Bematech, Elgin, Daruma and generic tables share. */
    codePage: z.strictObject({ encoding: z.literal('cp850'), index: z.int().min(0).max(255) }),
    /** `stored`: `GS 8 L`, printed in one motion. `raster`: `GS v 0` in mode 3, printed as it arrives. */
    graphics: z.enum(['stored', 'raster']),
    /** `native`: the printer draws QR symbols itself (`GS ( k`). */
    qr: z.literal('native'),
    /** Without a cutter the paper is fed to the tear bar instead. */
    cutter: z.boolean(),
  })
  .readonly();

export type PrinterProfile = z.output<typeof printerProfileSchema>;

export type Paper = PrinterProfile['paper'];

const builtInProfiles: Readonly<Record<Paper, unknown>> = { '80mm': generic80, '58mm': generic58 };

/** The built-in profile for a paper width. */
export function genericProfile(paper: Paper): PrinterProfile {
  return printerProfileSchema.parse(builtInProfiles[paper]);
}
