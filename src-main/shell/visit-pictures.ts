import { randomUUID } from 'node:crypto';

const FOLDER = '/visit/';

/** PNG pictures that the page may fetch as long as a visit needs them. They lie in memory only. */
export class VisitPictures {
  readonly #pictures = new Map<string, Buffer>();

  /** @returns the address of each picture, in their order, which nobody can guess */
  put(pictures: readonly Uint8Array[]): readonly string[] {
    return pictures.map((picture) => {
      const address = `${FOLDER}${randomUUID()}.png`;
      this.#pictures.set(address, Buffer.from(picture.buffer, picture.byteOffset, picture.byteLength));
      return address;
    });
  }

  /** From now on there is nothing at these addresses. */
  remove(addresses: readonly string[]): void {
    for (const address of addresses) this.#pictures.delete(address);
  }

  find(address: string): Buffer | undefined {
    return this.#pictures.get(address);
  }
}
