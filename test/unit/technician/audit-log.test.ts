import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { CHAIN_START, chainLine } from '../../../src-main/storage/hash-chain.ts';
import { readChain } from '../../../src-main/technician/audit-chain.ts';
import { type AuditLog, openAuditLog } from '../../../src-main/technician/audit-log.ts';
import { ManualClock } from '../../support/manual-clock.ts';
import { RecordingLog } from '../printing/recording-log.ts';
import { temporaryFolder } from './temporary-folder.ts';

let folder: string;
let file: string;
let head: string;
let clock: ManualClock;
let log: RecordingLog;

beforeEach(() => {
  folder = temporaryFolder();
  file = path.join(folder, 'audit.jsonl');
  head = `${file}.head`;
  clock = new ManualClock(1_000);
  log = new RecordingLog();
});

function open(): AuditLog {
  return openAuditLog({ file, clock, log });
}

function withEvents(count: number): AuditLog {
  const audit = open();
  for (let number = 1; number <= count; number += 1) audit.record('save-settings', `revision ${number}`);
  return audit;
}

const eventsOf = (audit: AuditLog) => audit.read(100).last.map(({ event }) => event);
const text = () => readFileSync(file, 'utf8');

describe('the audit log', () => {
  it('keeps events over restarts, the newest first', () => {
    withEvents(2);
    const again = open();
    again.record('leave');
    expect(again.read(2)).toEqual({
      intact: true,
      last: [
        { at: 1000, event: 'leave' },
        { at: 1000, event: 'save-settings', detail: 'revision 2' },
      ],
    });
    expect(log.codes).toEqual(['AUDIT-STARTED']);
    const first = JSON.parse(text().split('\n')[0] ?? '') as object;
    expect(first).toMatchObject({ seq: 1, at: 1000, event: 'save-settings', prev: '0'.repeat(64) });
  });

  it.skipIf(process.platform === 'win32')('is for its owner only', () => {
    withEvents(1);
    expect([file, head].map((name) => statSync(name).mode & 0o777)).toEqual([0o600, 0o600]);
  });

  it('takes no control characters and no personal data', () => {
    const audit = open();
    audit.record('settle\u001b[2J', 'a\nb\u202ec 529.982.247-25 \ud800');
    expect(text().split('\n')).toHaveLength(2);
    expect(audit.read(1).last).toEqual([{ at: 1000, event: 'settle [2J', detail: 'a b c [cpf]  ' }]);
    audit.record('x'.repeat(1000), 'y '.repeat(1000));
    expect(text().length).toBeLessThan(1500);
  });

  it('never throws when it cannot write, says so, and goes on as soon as it can', () => {
    const audit = withEvents(1);
    rmSync(folder, { recursive: true });
    audit.record('lost');
    expect(audit.read(5)).toEqual({ intact: false, last: [] });
    expect(log.entries.at(-1)).toEqual({
      code: 'AUDIT-NOT-WRITTEN',
      fields: { event: 'lost', reason: 'ENOENT' },
    });
    mkdirSync(folder);
    audit.record('kept');
    // What was deleted under it does not come back: that shows.
    expect(audit.read(5)).toMatchObject({ intact: false, last: [{ event: 'kept' }] });
  });

  it('starts even where it cannot be read', () => {
    mkdirSync(file);
    const audit = open();
    audit.record('x');
    expect(log.codes).toEqual(['AUDIT-BROKEN', 'AUDIT-NOT-WRITTEN']);
    expect(audit.read(1).intact).toBe(false);
  });
});

describe('a power cut', () => {
  it('leaves half a line, which is dropped and told, and is no tampering', () => {
    withEvents(2);
    appendFileSync(file, '{"seq":3,"at":10');
    const audit = open();
    expect(audit.read(9)).toMatchObject({
      intact: true,
      last: [{ event: 'audit-half-line', detail: '16 bytes' }, {}, {}],
    });
    expect(log.codes).toEqual(['AUDIT-STARTED']);
    expect(open().read(9).intact).toBe(true);
  });

  it('before the head was noted is no tampering', () => {
    withEvents(2);
    const headBefore = readFileSync(head);
    open().record('third');
    writeFileSync(head, headBefore);
    expect(eventsOf(open())).toEqual(['third', 'save-settings', 'save-settings']);
    expect(open().read(1).intact).toBe(true);
  });

  it('in the very first line is no tampering', () => {
    open();
    const { line } = chainLine({ at: 1, event: 'x' }, CHAIN_START);
    writeFileSync(head, `${JSON.stringify(CHAIN_START)}\n`);
    writeFileSync(file, line.slice(0, 9));
    expect(open().read(1).intact).toBe(true);
    expect(log.codes).not.toContain('AUDIT-BROKEN');
  });
});

describe('tampering', () => {
  const lines = () => text().split('\n').slice(0, -1);
  const write = (kept: readonly string[]) => writeFileSync(file, kept.map((line) => `${line}\n`).join(''));

  it.each<[string, () => void]>([
    ['a word changed', () => writeFileSync(file, text().replace('revision 2', 'revision 7'))],
    ['a line taken out', () => write(lines().toSpliced(1, 1))],
    ['the first line taken out', () => write(lines().slice(1))],
    ['the last line taken out', () => write(lines().slice(0, -1))],
    ['everything taken out', () => write([])],
    ['the log deleted', () => rmSync(file)],
    ['the head deleted', () => rmSync(head)],
    ['the head spoilt', () => writeFileSync(head, '{}')],
    ['lines swapped', () => write(lines().toReversed())],
    ['a line twice', () => write([...lines(), lines().at(-1) ?? ''])],
    ['a foreign line', () => write(['{}', ...lines()])],
    ['half a line cut off the end', () => truncateSync(file, text().length - 30)],
    [
      'a line rewritten with a new hash',
      () => {
        const [first = '', ...others] = lines();
        const { line } = chainLine({ at: 5, event: 'harmless' }, CHAIN_START);
        expect(first).not.toBe(line);
        write([line, ...others]);
      },
    ],
  ])('shows: %s; it is told, recorded and never forgotten', (_, tamper) => {
    withEvents(3);
    tamper();
    const audit = open();
    expect(log.codes).toEqual(['AUDIT-STARTED', 'AUDIT-BROKEN']);
    expect(eventsOf(audit)[0]).toBe('audit-broken');
    audit.record('leave');
    expect(audit.read(1)).toMatchObject({ intact: false, last: [{ event: 'leave' }] });
    const again = open();
    expect(again.read(1).intact).toBe(false);
    expect(log.codes).toEqual(['AUDIT-STARTED', 'AUDIT-BROKEN', 'AUDIT-BROKEN']);
    expect(eventsOf(again).filter((event) => event === 'audit-broken')).toHaveLength(1);
    expect(existsSync(head)).toBe(true);
  });

  it('shows while the kiosk runs', () => {
    const audit = withEvents(3);
    write(lines().slice(0, -1));
    expect(audit.read(1).intact).toBe(false);
  });

  it('is recorded again when it happens to what was written since', () => {
    withEvents(3);
    write(lines().slice(1));
    const audit = open();
    audit.record('leave');
    audit.record('leave');
    write(lines().toSpliced(-2, 1));
    expect(eventsOf(open())).toEqual([
      'audit-broken',
      'leave',
      'audit-broken',
      'save-settings',
      'save-settings',
    ]);
  });
});

describe('the chain', () => {
  const item = fc.record(
    { at: fc.nat(), event: fc.string({ unit: 'binary' }), detail: fc.string({ unit: 'binary' }) },
    { requiredKeys: ['at', 'event'] },
  );

  /** Any events, an offset somewhere in the bytes, and what to do to the byte there. */
  const cases = fc.tuple(
    fc.array(item, { minLength: 1, maxLength: 6 }),
    fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
    fc.integer({ min: 1, max: 255 }),
  );

  function write(items: readonly { at: number; event: string; detail?: string }[]) {
    let end = CHAIN_START;
    let whole = '';
    for (const one of items) {
      const next = chainLine(one, end);
      whole += `${next.line}\n`;
      end = next.end;
    }
    return { bytes: Buffer.from(whole), end };
  }

  it('holds as it was written', () => {
    fc.assert(
      fc.property(cases, ([items]) => {
        fc.pre(items.every(({ event }) => event !== 'audit-broken'));
        const { bytes, end } = write(items);
        expect(readChain(bytes, end)).toEqual({
          items,
          end,
          faultIsRecorded: false,
          wholeBytes: bytes.length,
        });
      }),
    );
  });

  it('shows any one byte changed', () => {
    fc.assert(
      fc.property(cases, ([items, place, flip]) => {
        const { bytes, end } = write(items);
        const index = Math.floor(place * bytes.length);
        bytes[index] = (bytes[index] ?? 0) ^ flip;
        expect(readChain(bytes, end).fault).toBeDefined();
      }),
      { numRuns: 2000 },
    );
  });

  it('shows any end cut off', () => {
    fc.assert(
      fc.property(cases, ([items, place]) => {
        const { bytes, end } = write(items);
        const cut = bytes.subarray(0, Math.floor(place * bytes.length));
        expect(readChain(cut, end).fault).toBeDefined();
      }),
    );
  });
});
