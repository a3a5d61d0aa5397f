import { lineHeight, type Sheet } from './sheet.ts';

/** Millimetres between the page's edges and the form. */
export const FORM_LEFT = 10;
export const FORM_RIGHT = 200;
/** Where the column of amounts begins. */
export const AMOUNTS_LEFT = 150;

/** A labelled field of a form. */
export interface Field {
  /** Millimetres. */
  readonly width: number;
  readonly label: string;
  readonly value?: string;
  readonly align?: 'left' | 'right';
  readonly bold?: boolean;
  /** Points. Default 8.5. */
  readonly size?: number;
  /** How many lines the value may have. Default 1. */
  readonly lines?: number;
}

const LABEL = { size: 6 } as const;
const LABEL_BASELINE = 2.3;
const VALUE_SIZE = 8.5;
const SMALLEST_VALUE = 5.5;
const PADDING = 1;

/**
 * A row of fields from the form's left edge, or from `x`, with lines between and below them. All in millimetres.
 * @returns where the next row begins
 */
export function drawRow(
  sheet: Sheet,
  row: { readonly y: number; readonly height: number; readonly x?: number },
  fields: readonly Field[],
): number {
  const bottom = row.y + row.height;
  const start = row.x ?? FORM_LEFT;
  let x = start;
  for (const [index, field] of fields.entries()) {
    if (index > 0) sheet.line({ x, y: row.y }, { x, y: bottom });
    drawField(sheet, { x, y: row.y, height: row.height }, field);
    x += field.width;
  }
  sheet.line({ x: start, y: bottom }, { x, y: bottom });
  return bottom;
}

/** One field: its label in the upper left corner, its value below. */
export function drawField(
  sheet: Sheet,
  { x, y, height }: { readonly x: number; readonly y: number; readonly height: number },
  { width, label, value = '', align = 'left', bold = false, size = VALUE_SIZE, lines = 1 }: Field,
): void {
  sheet.text(label, { x: x + PADDING, y: y + LABEL_BASELINE }, LABEL);
  const room = { width: width - 2 * PADDING, lines };
  const style = { size, bold, smallest: Math.min(size, SMALLEST_VALUE) };
  const baseline = lines === 1 ? y + height - 1.2 : y + LABEL_BASELINE + lineHeight({ size }) - 0.2;
  const left = align === 'left' ? x + PADDING : x + width - PADDING;
  sheet.paragraph(value, { x: left, y: baseline, align }, room, style);
}
