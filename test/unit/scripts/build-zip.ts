import { crc32 } from 'node:zlib';

/** One entry of a zip; the mode holds the file type too, as `stat` gives it (0o100644, 0o120777…). */
export interface ZipEntry {
  readonly name: string;
  readonly content: string | Buffer;
  readonly mode: number;
}

const MADE_BY_UNIX = 3 << 8;

/** Builds a zip with stored entries, Unix modes included. */
export function buildZip(entries: readonly ZipEntry[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const content = Buffer.from(entry.content);
    const name = Buffer.from(entry.name);
    const common = commonHeader(content, name);
    const file = Buffer.concat([uint32(0x04034b50), common, uint16(0), name, content]);
    directory.push(
      Buffer.concat([
        uint32(0x02014b50),
        uint16(MADE_BY_UNIX),
        common,
        Buffer.alloc(2 + 2 + 2 + 2),
        uint32((entry.mode << 16) >>> 0),
        uint32(offset),
        name,
      ]),
    );
    files.push(file);
    offset += file.length;
  }
  const index = Buffer.concat(directory);
  const end = Buffer.concat([
    uint32(0x06054b50),
    Buffer.alloc(4),
    uint16(entries.length),
    uint16(entries.length),
    uint32(index.length),
    uint32(offset),
    uint16(0),
  ]);
  return Buffer.concat([...files, index, end]);
}

/** Version needed, flags, method, time and date, CRC, sizes, length of the name. */
function commonHeader(content: Buffer, name: Buffer): Buffer {
  const sizes = [uint32(content.length), uint32(content.length)];
  return Buffer.concat([
    uint16(20),
    Buffer.alloc(2 + 2 + 4),
    uint32(crc32(content)),
    ...sizes,
    uint16(name.length),
  ]);
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
