import { describe, expect, it } from 'vitest';
import { ReplyReader } from '../../../src-main/printing/reply-reader.ts';
import { dleEot } from '../../../src-main/printing/status/escpos.ts';
import { ManualClock } from './manual-clock.ts';

function setUp() {
  const clock = new ManualClock();
  return { clock, reader: new ReplyReader(clock, dleEot) };
}

describe('ReplyReader', () => {
  it('tells status answers and the end of a job apart', async () => {
    const { reader } = setUp();
    const status = reader.next('status', 1000);
    const done = reader.next('done', 1000);
    reader.push(Uint8Array.of(0x00, 0x1a));
    expect(await status).toEqual([0x1a]);
    expect(await done).toEqual([0x00]);
  });

  it('keeps a reply that comes before anybody asks, until told to forget it', async () => {
    const { clock, reader } = setUp();
    reader.push(Uint8Array.of(0x0c));
    expect(await reader.next('done', 1000)).toEqual([0x0c]);
    reader.push(Uint8Array.of(0x0c));
    reader.forget('done');
    const later = reader.next('done', 1000);
    await clock.advance(1000);
    expect(await later).toBeUndefined();
  });

  it('passes over Automatic Status Back, whose later bytes look like the end of a job', async () => {
    const { reader } = setUp();
    reader.push(Uint8Array.of(0x18, 0x00, 0x0c, 0x0f));
    const done = reader.next('done', 1000);
    reader.push(Uint8Array.of(0x03));
    expect(await done).toEqual([0x03]);
  });

  it('passes over flow control and the answer to the clearing of buffers', async () => {
    const { reader } = setUp();
    const done = reader.next('done', 1000);
    reader.push(Uint8Array.of(0x13, 0x11, 0x37, 0x25, 0x00));
    reader.push(Uint8Array.of(0x01));
    expect(await done).toEqual([0x01]);
  });

  it('knows noise by bytes that are no status, however much of it looks like the end of a job', () => {
    const { reader } = setUp();
    expect(reader.hearsNoise).toBe(false);
    reader.push(Uint8Array.of(0x13, 0x11));
    expect(reader.hearsNoise).toBe(false);
    reader.push(Uint8Array.of(0xf8, 0x00, 0x80, 0xfe));
    expect(reader.hearsNoise).toBe(true);
    reader.push(Uint8Array.of(0x12));
    expect(reader.hearsNoise).toBe(false);
  });

  it('gives up when the time is over, not before', async () => {
    const { clock, reader } = setUp();
    let settled = false;
    const reply = reader.next('status', 1000).finally(() => {
      settled = true;
    });
    await clock.advance(999);
    expect(settled).toBe(false);
    await clock.advance(1);
    expect(await reply).toBeUndefined();
  });

  it('gives up at once when the line is gone', async () => {
    const { reader } = setUp();
    const reply = reader.next('status', 1000);
    reader.end();
    expect(await reply).toBeUndefined();
    expect(await reader.next('done', 1000)).toBeUndefined();
  });
});
