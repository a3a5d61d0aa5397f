import type { Company } from '../documents/company.ts';
import { headerBlocks } from '../documents/header.ts';
import { FORM_LEFT, FORM_RIGHT } from './form.ts';
import type { PdfLogo, Sheet } from './sheet.ts';

/** The head of a page: who issues it, and what it is. */
export interface Letterhead {
  /** The ERP's own headers; the first that says anything is taken, and the company's name when none does. */
  readonly texts: readonly (string | undefined)[];
  readonly company: Company;
  readonly logo: PdfLogo | undefined;
  readonly title: string;
  readonly note: string;
}

const TOP = 10;
const BOTTOM = 32;
const LOGO = { width: 45, height: 18 };
const TITLE_WIDTH = 62;
const MOST_LINES = 4;

/** Draws the head of a page. @returns where the page goes on, in millimetres */
export function drawLetterhead(sheet: Sheet, { texts, company, logo, title, note }: Letterhead): number {
  if (logo !== undefined) sheet.logo(logo, { x: FORM_LEFT, y: TOP, ...LOGO });
  const x = logo === undefined ? FORM_LEFT : FORM_LEFT + LOGO.width + 4;
  const width = FORM_RIGHT - TITLE_WIDTH - x - 3;
  const [first = '', ...rest] = headerLines([...texts, company.name]);
  const y = sheet.paragraph(
    first,
    { x, y: TOP + 4 },
    { width, lines: 2 },
    { size: 12, bold: true, smallest: 8 },
  );
  const lines = Math.max(1, Math.min(rest.length, MOST_LINES - 1));
  sheet.paragraph(rest.join('\n'), { x, y }, { width, lines }, { size: 9, smallest: 6 });

  const right = { x: FORM_RIGHT, align: 'right' } as const;
  sheet.text(title, { ...right, y: TOP + 4 }, { size: 12, bold: true });
  sheet.paragraph(note, { ...right, y: TOP + 9 }, { width: TITLE_WIDTH, lines: 2 }, { size: 8, smallest: 5 });
  return BOTTOM;
}

function headerLines(texts: readonly (string | undefined)[]): readonly string[] {
  return headerBlocks(texts).flatMap((block) => (block.kind === 'text' ? [block.text] : []));
}
