/** The part that the program uses; TypeScript has it only among the types of browsers. */
declare namespace WebAssembly {
  interface Memory {
    readonly buffer: ArrayBuffer;
    /** @param pages of 64 KiB @returns how many there were @throws when there are no more */
    grow: (this: Memory, pages: number) => number;
  }
  const Memory: { readonly prototype: Memory };
}
