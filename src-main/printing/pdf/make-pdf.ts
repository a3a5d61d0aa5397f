import { boletoPage } from './boleto-page.ts';
import type { BoletoPdf } from './boleto-pdf.ts';
import type { PdfTask } from './pdf-job.ts';
import { receiptPages } from './receipt-pages.ts';
import { renderPdf } from './render-pdf.ts';
import type { PdfLogo } from './sheet.ts';

/** pdfkit would read the files that pictures inside an SVG name, and asks nobody. */
const PICTURE_IN_SVG = /<\s*(?:[\w.-]+:)?image\b/i;

/** Makes the PDF that a task describes. @throws when a logo cannot be drawn */
export async function makePdf(task: PdfTask): Promise<Uint8Array> {
  switch (task.kind) {
    case 'boleto':
      checkLogo(task.input.logo);
      return renderPdf([boletoPage(task.input)], `Boleto ${task.input.invoiceId}`, task.input.printedAt);
    case 'receipt': {
      checkLogo(task.input.logo);
      const { proof } = task.input;
      const paidAt = proof.by === 'psp' ? proof.paidAt : proof.confirmedAt;
      return renderPdf(receiptPages(task.input), 'Comprovante de pagamento', paidAt);
    }
    case 'warm-up':
      return renderPdf([boletoPage(sample)], 'Boleto', 0);
  }
}

function checkLogo(logo: PdfLogo | undefined): void {
  if (logo === undefined) return;
  const match = /^data:image\/(png|svg\+xml);base64,/.exec(logo);
  if (!match) throw new TypeError('not a logo');
  if (match[1] === 'png') return;
  const svg = Buffer.from(logo.slice(match[0].length), 'base64').toString('utf8');
  if (PICTURE_IN_SVG.test(svg)) throw new TypeError('a picture in the logo');
}

/** A boleto of nobody. */
const sample: BoletoPdf = {
  company: { name: 'Empresa', document: '', address: '' },
  payer: { name: 'Cliente', document: '' },
  invoiceId: '0',
  description: '',
  dueDate: '2026-01-01',
  originalCents: 1,
  boleto: { kind: 'bank', typeableLine: '0'.repeat(47), barcode: '0'.repeat(44) },
  pixCode: '0'.repeat(200),
  terminalId: '0',
  printedAt: 0,
  timeZone: 'UTC',
};
