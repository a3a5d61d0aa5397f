import { z } from 'zod';
import { isLogoBlock, LOGO_HIGHEST_DOTS, LOGO_WIDEST_DOTS, type LogoBlock } from './logo.ts';

/** Letter sizes: `tall` is double height, `wide` double width, `large` both. */
export type TextSize = 'normal' | 'tall' | 'wide' | 'large';

export type Align = 'left' | 'center' | 'right';

/** One piece of a document, from top to bottom. Plain data: it survives JSON. */
export type Block =
  /** Words wrapped to the paper; line breaks are kept. */
  | {
      readonly kind: 'text';
      readonly text: string;
      /** For a code whose spaces count: lines are filled to the edge, and nothing is dropped where they break. */
      readonly verbatim?: boolean;
      readonly align?: Align;
      readonly bold?: boolean;
      readonly size?: TextSize;
    }
  /** A label at the left and its value at the right edge of the same line; wrapped when both do not fit. */
  | {
      readonly kind: 'columns';
      readonly label: string;
      readonly value: string;
      readonly bold?: boolean;
      readonly size?: TextSize;
    }
  /** A line across the paper. */
  | { readonly kind: 'rule' }
  /** The 44 digits of a boleto as Interleaved 2 of 5, printed along the paper. */
  | { readonly kind: 'barcode'; readonly digits: string }
  /** A QR symbol, as large as the paper and good manners allow. */
  | { readonly kind: 'qr'; readonly text: string }
  | LogoBlock
  | { readonly kind: 'feed'; readonly lines: number }
  | { readonly kind: 'cut' };

/** What goes on one piece of paper, for any printer. */
export interface PrintDocument {
  /** Set on a second copy, which then says so at its head. */
  readonly reprint?: boolean;
  readonly blocks: readonly Block[];
}

const textStyle = {
  bold: z.boolean().exactOptional(),
  size: z.enum(['normal', 'tall', 'wide', 'large']).exactOptional(),
};

const blockSchema: z.ZodType<Block> = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('text'),
    text: z.string(),
    verbatim: z.boolean().exactOptional(),
    align: z.enum(['left', 'center', 'right']).exactOptional(),
    ...textStyle,
  }),
  z.strictObject({ kind: z.literal('columns'), label: z.string(), value: z.string(), ...textStyle }),
  z.strictObject({ kind: z.literal('rule') }),
  z.strictObject({ kind: z.literal('barcode'), digits: z.string().regex(/^\d{44}$/) }),
  z.strictObject({ kind: z.literal('qr'), text: z.string().min(1).max(2000) }),
  z
    .strictObject({
      kind: z.literal('logo'),
      width: z.int().min(8).max(LOGO_WIDEST_DOTS).multipleOf(8),
      height: z.int().min(1).max(LOGO_HIGHEST_DOTS),
      dots: z.base64(),
    })
    .refine(isLogoBlock, { error: 'the dots do not fill the logo' }),
  z.strictObject({ kind: z.literal('feed'), lines: z.int().min(0).max(20) }),
  z.strictObject({ kind: z.literal('cut') }),
]);

/** Reads a document back from storage, where another version of the kiosk may have left it. */
export const printDocumentSchema: z.ZodType<PrintDocument> = z.strictObject({
  reprint: z.boolean().exactOptional(),
  blocks: z.array(blockSchema).readonly(),
});

/** The same document, marked as a second copy. */
export function asReprint(document: PrintDocument): PrintDocument {
  return { ...document, reprint: true };
}
