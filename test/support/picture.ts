import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';

/** The picture of a document's page as the screen has it, at its own size. */
export async function shownPicture(page: Page): Promise<{ readonly png: Buffer; readonly source: string }> {
  const picture = page.getByTestId('boleto-page');
  const { url, source } = await picture.evaluate(async (element) => {
    if (!(element instanceof HTMLImageElement)) throw new Error('no picture');
    await element.decode();
    const canvas = document.createElement('canvas');
    canvas.width = element.naturalWidth;
    canvas.height = element.naturalHeight;
    canvas.getContext('2d')?.drawImage(element, 0, 0);
    return { url: canvas.toDataURL('image/png'), source: element.src };
  });
  return { png: Buffer.from(url.slice(url.indexOf(',') + 1), 'base64'), source };
}

/** Red, green and blue of its middle. */
export function colourOf(png: Buffer): readonly number[] {
  const { data, width, height } = PNG.sync.read(png);
  const middle = ((height >> 1) * width + (width >> 1)) * 4;
  return [...data.subarray(middle, middle + 3)];
}

/** Whether the page gets a picture from this address. */
export function canLoad(page: Page, source: string): Promise<boolean> {
  return page.evaluate(async (address) => {
    const picture = new Image();
    picture.src = address;
    return picture.decode().then(
      () => true,
      () => false,
    );
  }, source);
}
