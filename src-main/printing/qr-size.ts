import { create } from 'qrcode';

/** 0.75 mm at 203 dpi: read at arm's length by any phone, without filling the paper. */
const LARGEST_MODULE_DOTS = 6;
/** The standard wants four blank modules on each side. */
const QUIET_MODULES = 8;

/**
 * Dots per module with which a QR symbol and its quiet zone fit the paper.
 * @param data what the symbol holds, taken byte by byte as printers do; error correction M
 * @param paperDots printable dots across the paper
 */
export function qrModuleDots(data: Uint8Array, paperDots: number): number {
  const symbol = create([{ data, mode: 'byte' }], { errorCorrectionLevel: 'M' });
  return Math.min(LARGEST_MODULE_DOTS, Math.floor(paperDots / (symbol.modules.size + QUIET_MODULES)));
}
