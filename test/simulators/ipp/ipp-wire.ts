/** IPP as RFC 8010 has it, written for the simulator alone: it shares nothing with the program. */

/** What arrived. */
export interface ReadMessage {
  readonly operation: number;
  readonly requestId: number;
  /** Every attribute as text or number, by name; the group stands before it: `job.media`. */
  readonly attributes: ReadonlyMap<string, readonly (string | number)[]>;
  readonly document: Buffer;
}

/** Groups and attributes of an answer. */
export type WrittenAttribute =
  | readonly [tag: 'keyword' | 'text' | 'name' | 'charset' | 'language' | 'mime', name: string, ...string[]]
  | readonly [tag: 'integer' | 'enum', name: string, ...number[]]
  | readonly [tag: 'boolean', name: string, boolean]
  /** A collection of two members, of which the kiosk wants to know nothing. */
  | readonly [tag: 'collection', name: string];

const groupNames: Readonly<Record<number, string>> = { 1: 'operation', 2: 'job', 4: 'printer' };
const valueTags = {
  integer: 0x21,
  boolean: 0x22,
  enum: 0x23,
  text: 0x41,
  name: 0x42,
  keyword: 0x44,
  charset: 0x47,
  language: 0x48,
  mime: 0x49,
} as const;

/** @throws when the bytes are no IPP request */
export function readMessage(bytes: Buffer): ReadMessage {
  if (bytes.readUInt16BE(0) !== 0x0101) throw new Error('not IPP 1.1');
  const attributes = new Map<string, (string | number)[]>();
  let at = 8;
  let group = '';
  let name = '';
  for (;;) {
    const tag = bytes.readUInt8(at);
    at += 1;
    if (tag === 0x03) break;
    if (tag < 0x10) {
      group = groupNames[tag] ?? '';
      continue;
    }
    const nameLength = bytes.readUInt16BE(at);
    if (nameLength > 0) name = bytes.toString('utf8', at + 2, at + 2 + nameLength);
    at += 2 + nameLength;
    const length = bytes.readUInt16BE(at);
    const value = bytes.subarray(at + 2, at + 2 + length);
    at += 2 + length;
    const values = attributes.get(`${group}.${name}`) ?? [];
    values.push(tag === valueTags.integer ? value.readInt32BE() : value.toString('utf8'));
    attributes.set(`${group}.${name}`, values);
  }
  return {
    operation: bytes.readUInt16BE(2),
    requestId: bytes.readUInt32BE(4),
    attributes,
    document: bytes.subarray(at),
  };
}

/** @param group 2 for a job's attributes, 4 for a printer's */
export function writeAnswer(
  status: number,
  requestId: number,
  group: 2 | 4,
  attributes: readonly WrittenAttribute[],
): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt16BE(0x0200, 0);
  head.writeUInt16BE(status, 2);
  head.writeUInt32BE(requestId, 4);
  return Buffer.concat([
    head,
    Buffer.of(1),
    ...written(['charset', 'attributes-charset', 'utf-8']),
    ...written(['language', 'attributes-natural-language', 'en']),
    Buffer.of(group),
    ...attributes.flatMap(written),
    Buffer.of(3),
  ]);
}

function written([tag, name, ...values]: WrittenAttribute): readonly Buffer[] {
  if (tag === 'collection') {
    return [
      one(0x34, name, Buffer.alloc(0)),
      one(0x4a, '', Buffer.from('media-key')),
      one(valueTags.keyword, '', Buffer.from('iso_a5')),
      one(0x37, '', Buffer.alloc(0)),
    ];
  }
  return values.map((value, index) => one(valueTags[tag], index === 0 ? name : '', bytesOf(value)));
}

function one(tag: number, name: string, value: Buffer): Buffer {
  const lengths = [Buffer.alloc(2), Buffer.alloc(2)] as const;
  lengths[0].writeUInt16BE(Buffer.byteLength(name));
  lengths[1].writeUInt16BE(value.length);
  return Buffer.concat([Buffer.of(tag), lengths[0], Buffer.from(name), lengths[1], value]);
}

function bytesOf(value: string | number | boolean): Buffer {
  if (typeof value === 'boolean') return Buffer.of(value ? 1 : 0);
  if (typeof value === 'string') return Buffer.from(value);
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}
