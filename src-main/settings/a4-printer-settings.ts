import * as z from 'zod';

/** Host, port if another than 631, and the path that the print system or the printer gives its queue. */
const IPP_ADDRESS =
  /^ipps?:\/\/[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::\d{1,5})?\/[A-Za-z0-9._~%/?=&-]*$/;

/** The printer for whole pages, beside the one for receipts. */
export const a4PrinterSettings = z
  .strictObject({
    address: z
      .string()
      .trim()
      .max(300)
      .regex(IPP_ADDRESS, 'use o endereço IPP da fila, por exemplo ipp://localhost:631/printers/A4')
      .refine((address) => URL.canParse(address), 'não é um endereço válido')
      .describe(
        "IPP address of the printer: a queue of this machine's CUPS (ipp://localhost:631/printers/NAME) or the printer itself on the network (ipp:// or ipps://, often with the path /ipp/print). It must take PDF.",
      ),
  })
  .describe('A4 printer for the whole boleto. Left out: it is only shown on the screen.');
