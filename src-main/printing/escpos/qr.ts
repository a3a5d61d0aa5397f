import { create } from 'qrcode';
import type { PrinterProfile } from '../printer-profile.ts';
import { qrModuleDots } from '../qr-size.ts';
import { type Bytes, darumaQrSymbol, qrSymbol } from './commands.ts';
import { doubledPicture, type Picture, plainPicture } from './picture.ts';

/** 0.5 mm: half the bytes of a symbol as large as printers draw it themselves, and still read by any phone. */
const DRAWN_MODULE_DOTS = 4;
const DARUMA_MODULES = { least: 3, most: 7 };

/** A QR symbol of error correction M without its quiet zone, by whoever draws it. */
export function qrBytes(text: string, { qr, dots, graphics }: PrinterProfile): Bytes {
  const data = new TextEncoder().encode(text);
  const moduleDots = qrModuleDots(data, dots);
  switch (qr) {
    case 'native':
      return qrSymbol(data, moduleDots);
    case 'native-daruma':
      return darumaQrSymbol(data, Math.min(DARUMA_MODULES.most, Math.max(DARUMA_MODULES.least, moduleDots)));
    case 'drawn':
      // Modules of single dots would make any byte, also those that printers take for a request inside a picture.
      return moduleDots < DRAWN_MODULE_DOTS
        ? plainPicture(drawnQr(data, moduleDots))
        : doubledPicture(drawnQr(data, DRAWN_MODULE_DOTS / 2), graphics);
  }
}

function drawnQr(data: Uint8Array, moduleDots: number): Picture {
  const { modules } = create([{ data, mode: 'byte' }], { errorCorrectionLevel: 'M' });
  const width = modules.size * moduleDots;
  const across = Math.ceil(width / 8);
  const rows = new Uint8Array(across * width);
  for (let y = 0; y < width; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const isBlack = modules.get(Math.floor(y / moduleDots), Math.floor(x / moduleDots)) === 1;
      if (isBlack) rows[y * across + (x >> 3)] = (rows[y * across + (x >> 3)] ?? 0) | (0x80 >> (x & 7));
    }
  }
  return { width, rows };
}
