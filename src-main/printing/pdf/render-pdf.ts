import pdfmake from 'pdfmake';
import type { Sheet } from './sheet.ts';

const REGULAR = 'Helvetica';
const BOLD = 'Helvetica-Bold';

pdfmake.setFonts({ Helvetica: { normal: REGULAR, bold: BOLD } });
// A logo can neither fetch anything nor read a file: all that is read are the two fonts, which pdfmake asks for by name.
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => path === REGULAR || path === BOLD);

/** The pages as a PDF. @param madeAt milliseconds since the Unix epoch @throws when a logo cannot be drawn */
export async function renderPdf(
  sheets: readonly Sheet[],
  title: string,
  madeAt: number,
): Promise<Uint8Array> {
  const content = sheets.flatMap((sheet, index) => [
    ...(index === 0 ? [] : [{ text: '', pageBreak: 'before' } as const]),
    ...sheet.contents(),
  ]);
  return pdfmake
    .createPdf({
      pageSize: 'A4',
      pageMargins: 0,
      language: 'pt-BR',
      displayTitle: true,
      version: '1.7',
      info: { title, creationDate: new Date(madeAt) },
      defaultStyle: { font: 'Helvetica' },
      content,
    })
    .getBuffer();
}
