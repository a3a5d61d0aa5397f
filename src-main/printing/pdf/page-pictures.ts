/** A page of a PDF as PNG, with its size in dots. */
export interface PagePicture {
  readonly png: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** The first pages of a PDF, and how many it has in all. */
export interface PagePictures {
  readonly pages: readonly PagePicture[];
  readonly pageCount: number;
}

/** What the thread is given. */
export interface PagesJob {
  readonly bytes: Uint8Array;
  readonly mostPages: number;
  /** The pictures of all pages together; the first one comes in any case. */
  readonly mostPictureBytes: number;
  readonly memoryBytes: number;
}

/** What the thread answers: the pages, or what kind of error stopped it, which quotes nothing of the file. */
export type PagesAnswer =
  | { readonly ok: true; readonly pictures: PagePictures }
  | { readonly ok: false; readonly reason: string };
