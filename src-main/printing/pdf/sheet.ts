import type { Content, Vector } from 'pdfmake';
import { fitText, type Room } from './fit-text.ts';
import { CAP_HEIGHT, type TextStyle, textWidth } from './helvetica.ts';
import { pdfText } from './pdf-text.ts';
import type { Box } from './symbols.ts';

/** A company's logo: a `data:` URL in base64, PNG or SVG. */
export type PdfLogo = string;

/** Where a line of text stands: `x` is its left edge, its middle or its right edge, `y` its baseline. Millimetres. */
export interface TextPlace {
  readonly x: number;
  readonly y: number;
  readonly align?: 'left' | 'center' | 'right';
}

export const PAGE_WIDTH = 210;
export const PAGE_HEIGHT = 297;

/** Millimetres by which a column is wider than its line, since a few pairs of letters are kerned apart. */
const SLACK = 2;

const POINTS_PER_MM = 72 / 25.4;
const HAIRLINE = 0.2;
/** From baseline to baseline, as a part of the size. */
const LINE_SPACING = 1.15;
const SVG_LOGO = 'data:image/svg+xml;base64,';

/** Millimetres between the baselines of two lines. */
export function lineHeight({ size }: TextStyle): number {
  return (size * LINE_SPACING) / POINTS_PER_MM;
}

/**
 * An A4 page on which everything has its place, in millimetres from the top left corner. Whoever draws sees to it that
 * things fit: nothing flows.
 */
export class Sheet {
  readonly #vectors: Vector[] = [];
  readonly #contents: Content[] = [];

  /** One line, as it is. */
  text(line: string, place: TextPlace, style: TextStyle): void {
    const text = pdfText(line).replaceAll('\n', ' ');
    if (text.trim() === '') return;
    const y = points(place.y) - style.size * CAP_HEIGHT;
    const letters = { text, fontSize: style.size, bold: style.bold === true, noWrap: true } as const;
    const align = place.align ?? 'left';
    if (align === 'left') {
      this.#contents.push({ ...letters, absolutePosition: { x: points(place.x), y } });
      return;
    }
    // Kerning makes a line narrower than the sum of its letters: pdfmake, which knows by how much, aligns it in a column.
    const width = textWidth(text, style) + SLACK;
    const left = place.x - width * (align === 'right' ? 1 : 0.5);
    this.#contents.push({
      columns: [{ ...letters, width: points(width), alignment: align }],
      absolutePosition: { x: points(left), y },
    });
  }

  /**
   * Text in as many lines as the room has, smaller if it must be. @returns the baseline of the line after the last
   */
  paragraph(
    text: string,
    place: TextPlace,
    room: Room,
    style: TextStyle & { readonly smallest?: number },
  ): number {
    const fitted = fitText(pdfText(text), room, style, style.smallest ?? style.size);
    let { y } = place;
    for (const line of fitted.lines) {
      this.text(line, { ...place, y }, fitted.style);
      y += lineHeight(fitted.style);
    }
    return y;
  }

  line(from: { x: number; y: number }, to: { x: number; y: number }, width = HAIRLINE): void {
    this.#vectors.push({ ...ends(from, to), type: 'line', lineWidth: points(width) });
  }

  /** Where the paper is cut. */
  cutLine(y: number, from: number, to: number): void {
    const dash = { length: points(1.2), space: points(1.2) };
    this.#vectors.push({
      ...ends({ x: from, y }, { x: to, y }),
      type: 'line',
      lineWidth: points(HAIRLINE),
      dash,
    });
  }

  /** Black areas, drawn as one shape so that no seams show between them. */
  fill(boxes: readonly Box[]): void {
    const d = boxes.map(({ x, y, width, height }) => {
      const [left, top, right, bottom] = [x, y, x + width, y + height].map(points);
      return `M${left} ${top}L${right} ${top}L${right} ${bottom}L${left} ${bottom}Z`;
    });
    this.#vectors.push({ type: 'path', d: d.join(''), color: 'black' });
  }

  /** A logo in its own proportions, as large as the box allows, from the box's top left corner. */
  logo(logo: PdfLogo, box: Box): void {
    const place = {
      fit: [points(box.width), points(box.height)] as [number, number],
      absolutePosition: { x: points(box.x), y: points(box.y) },
    };
    this.#contents.push(
      logo.startsWith(SVG_LOGO)
        ? { svg: Buffer.from(logo.slice(SVG_LOGO.length), 'base64').toString('utf8'), ...place }
        : { image: logo, ...place },
    );
  }

  /** What was drawn, for pdfmake, which changes what it is given: made afresh by each page. */
  contents(): Content[] {
    return [{ canvas: this.#vectors, absolutePosition: { x: 0, y: 0 } }, ...this.#contents];
  }
}

function points(mm: number): number {
  return mm * POINTS_PER_MM;
}

function ends(from: { x: number; y: number }, to: { x: number; y: number }) {
  return { x1: points(from.x), y1: points(from.y), x2: points(to.x), y2: points(to.y) };
}
