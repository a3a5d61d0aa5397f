import { failure, type Result, success } from '../../domain/result.ts';

/** A value that the kiosk writes, with its type as IPP counts them. */
export type IppValue =
  | {
      readonly type: 'charset' | 'language' | 'uri' | 'name' | 'keyword' | 'media-type';
      readonly text: string;
    }
  | { readonly type: 'integer'; readonly number: number };

export interface IppRequest {
  readonly operation: number;
  readonly requestId: number;
  /** Groups in their order, attributes in theirs: IPP wants charset and language first. */
  readonly operationAttributes: readonly (readonly [name: string, value: IppValue])[];
  readonly jobAttributes?: readonly (readonly [name: string, value: IppValue])[];
}

/** An attribute as it was read: texts and numbers; values of other kinds are left out. */
export type IppAttribute = readonly (string | number | boolean)[];

/** All attributes of an answer by name, whichever group they came in. */
export interface IppAnswer {
  /** Below 0x0100: done. */
  readonly status: number;
  readonly requestId: number;
  readonly attributes: ReadonlyMap<string, IppAttribute>;
}

/** Version 1.1, which every printer speaks (RFC 8011 4.1.8). */
const VERSION = [1, 1] as const;
const END_OF_ATTRIBUTES = 0x03;
const OPERATION_GROUP = 0x01;
const JOB_GROUP = 0x02;
/** Tags below this one begin a group. */
const FIRST_VALUE_TAG = 0x10;

/** RFC 8010 3.5.2. */
const tags = {
  integer: 0x21,
  boolean: 0x22,
  enum: 0x23,
  beginCollection: 0x34,
  endCollection: 0x37,
  name: 0x42,
  keyword: 0x44,
  uri: 0x45,
  charset: 0x47,
  language: 0x48,
  'media-type': 0x49,
} as const;
/** Character strings without a language of their own: text, name, keyword and what follows it. */
const isText = (tag: number): boolean => tag >= 0x41 && tag <= 0x49;

/** A request as bytes (RFC 8010); a document follows right after them. */
export function encodeRequest(request: IppRequest): Uint8Array {
  const { operation, requestId, operationAttributes, jobAttributes = [] } = request;
  return Buffer.concat([
    Buffer.from(VERSION),
    unsigned(operation, 2),
    unsigned(requestId, 4),
    encodeGroup(OPERATION_GROUP, operationAttributes),
    ...(jobAttributes.length > 0 ? [encodeGroup(JOB_GROUP, jobAttributes)] : []),
    Buffer.of(END_OF_ATTRIBUTES),
  ]);
}

function encodeGroup(tag: number, attributes: IppRequest['operationAttributes']): Buffer {
  const names = new Set<string>();
  return Buffer.concat([
    Buffer.of(tag),
    ...attributes.map(([name, value]) => {
      // One more value of the same attribute has no name.
      const shown = names.has(name) ? '' : name;
      names.add(name);
      return encodeValue(shown, value);
    }),
  ]);
}

function encodeValue(name: string, value: IppValue): Buffer {
  const bytes = value.type === 'integer' ? signed(value.number) : Buffer.from(value.text, 'utf8');
  return Buffer.concat([Buffer.of(tags[value.type]), counted(Buffer.from(name, 'utf8')), counted(bytes)]);
}

function counted(bytes: Buffer): Buffer {
  return Buffer.concat([unsigned(bytes.length, 2), bytes]);
}

function unsigned(value: number, width: 2 | 4): Buffer {
  const bytes = Buffer.alloc(width);
  bytes.writeUIntBE(value, 0, width);
  return bytes;
}

function signed(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}

/** Reads an answer. Never throws: bytes that are none, or that end too early, are a failure that quotes nothing. */
export function decodeAnswer(bytes: Uint8Array): Result<IppAnswer, 'not-ipp'> {
  const reader = new Reader(bytes);
  try {
    const [major] = reader.take(2);
    if (major !== 1 && major !== 2) return failure('not-ipp');
    const status = reader.number(2);
    const requestId = reader.number(4);
    return success({ status, requestId, attributes: readAttributes(reader) });
  } catch (error) {
    if (error instanceof RangeError) return failure('not-ipp');
    throw error;
  }
}

/** @throws RangeError when the bytes end before the attributes do */
function readAttributes(reader: Reader): ReadonlyMap<string, IppAttribute> {
  const attributes = new Map<string, (string | number | boolean)[]>();
  let current: (string | number | boolean)[] = [];
  let depth = 0;
  for (let tag = reader.number(1); tag !== END_OF_ATTRIBUTES; tag = reader.number(1)) {
    if (tag < FIRST_VALUE_TAG) continue;
    const name = reader.text(reader.number(2));
    const value = reader.take(reader.number(2));
    if (tag === tags.endCollection) depth -= 1;
    if (depth === 0 && name !== '') {
      current = [];
      attributes.set(name, current);
    }
    const read = depth === 0 ? readValue(tag, value) : undefined;
    if (read !== undefined) current.push(read);
    if (tag === tags.beginCollection) depth += 1;
  }
  return attributes;
}

function readValue(tag: number, value: Buffer): string | number | boolean | undefined {
  if (isText(tag)) return value.toString('utf8');
  if ((tag === tags.integer || tag === tags.enum) && value.length === 4) return value.readInt32BE();
  if (tag === tags.boolean && value.length === 1) return value[0] === 1;
  return undefined;
}

class Reader {
  readonly #bytes: Buffer;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** @throws RangeError at the end */
  take(length: number): Buffer {
    const end = this.#at + length;
    if (end > this.#bytes.length) throw new RangeError('the message ends here');
    const taken = this.#bytes.subarray(this.#at, end);
    this.#at = end;
    return taken;
  }

  number(width: 1 | 2 | 4): number {
    return this.take(width).readUIntBE(0, width);
  }

  text(length: number): string {
    return this.take(length).toString('utf8');
  }
}
