/** The little of pdfmake 0.3 that is used here: it ships no types. */
declare module 'pdfmake' {
  /** Points from the page's top left corner. */
  interface Position {
    readonly x: number;
    readonly y: number;
  }

  type Vector =
    | {
        readonly type: 'line';
        readonly x1: number;
        readonly y1: number;
        readonly x2: number;
        readonly y2: number;
        readonly lineWidth: number;
        readonly lineColor?: string;
        readonly dash?: { readonly length: number; readonly space: number };
      }
    /** `d` as in SVG, in points of the page: pdfmake moves every other vector along with the content, but not these. */
    | { readonly type: 'path'; readonly d: string; readonly color: string };

  interface Letters {
    readonly text: string;
    readonly fontSize: number;
    readonly bold: boolean;
    readonly noWrap: true;
  }

  type Content =
    | (Letters & { readonly absolutePosition: Position })
    | {
        readonly columns: (Letters & { readonly width: number; readonly alignment: 'center' | 'right' })[];
        readonly absolutePosition: Position;
      }
    | { readonly text: string; readonly pageBreak: 'before' }
    | { readonly canvas: Vector[]; readonly absolutePosition: Position }
    | { readonly image: string; readonly fit: [number, number]; readonly absolutePosition: Position }
    | { readonly svg: string; readonly fit: [number, number]; readonly absolutePosition: Position };

  interface DocumentDefinition {
    readonly pageSize: 'A4';
    readonly pageMargins: 0;
    readonly language: string;
    readonly displayTitle: boolean;
    readonly version: '1.7';
    readonly info: Readonly<Record<string, string | Date>>;
    readonly defaultStyle: { readonly font: string };
    readonly content: Content[];
  }

  interface PdfMake {
    setFonts(fonts: Record<string, { readonly normal: string; readonly bold: string }>): void;
    setUrlAccessPolicy(mayFetch: (url: string) => boolean): void;
    setLocalAccessPolicy(mayRead: (path: string) => boolean): void;
    /** Changes the definition that it is given. */
    createPdf(definition: DocumentDefinition): { getBuffer(): Promise<Uint8Array> };
  }

  const pdfmake: PdfMake;
  // biome-ignore lint/style/noDefaultExport: pdfmake exports it so.
  export default pdfmake;
  export type { Content, Vector };
}
