import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openRotatingFile } from '../../../src-main/logging/rotating-file.ts';

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'balcao-log-'));
  file = path.join(folder, 'logs', 'kiosk.log');
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const read = (name: string) => readFileSync(path.join(folder, 'logs', name), 'utf8');

describe('the rotating file', () => {
  it('adds to what is there', () => {
    mkdirSync(path.dirname(file));
    writeFileSync(file, 'old\n');
    openRotatingFile(file, { maxBytes: 100, keep: 2 }).write('new\n');
    expect(read('kiosk.log')).toBe('old\nnew\n');
  });

  it.skipIf(process.platform === 'win32')('is for its owner only', () => {
    openRotatingFile(file, { maxBytes: 100, keep: 2 }).write('line\n');
    expect(statSync(file).mode & 0o077).toBe(0);
    expect(statSync(path.dirname(file)).mode & 0o077).toBe(0);
  });

  it('never passes its size and keeps the newest lines in as many files as asked', () => {
    const log = openRotatingFile(file, { maxBytes: 20, keep: 2 });
    for (let line = 0; line < 12; line++) log.write(`line ${String(line).padStart(2, '0')}\n`);
    log.close();
    expect(readdirSync(path.dirname(file)).sort()).toEqual(['kiosk.log', 'kiosk.log.1', 'kiosk.log.2']);
    expect([read('kiosk.log.2'), read('kiosk.log.1'), read('kiosk.log')]).toEqual([
      'line 06\nline 07\n',
      'line 08\nline 09\n',
      'line 10\nline 11\n',
    ]);
  });

  it('counts bytes, not characters', () => {
    const log = openRotatingFile(file, { maxBytes: 10, keep: 1 });
    log.write('ãããã\n');
    log.write('ã\n');
    expect(read('kiosk.log')).toBe('ã\n');
  });

  it('writes a line that alone is larger than the file may be', () => {
    const log = openRotatingFile(file, { maxBytes: 4, keep: 1 });
    log.write('0123456789\n');
    log.write('x\n');
    expect([read('kiosk.log.1'), read('kiosk.log')]).toEqual(['0123456789\n', 'x\n']);
  });

  it('survives what it cannot write, counts it, and goes on as soon as it can', () => {
    writeFileSync(path.dirname(file), 'a file where the folder should be');
    const log = openRotatingFile(file, { maxBytes: 100, keep: 1 });
    log.write('lost\n');
    log.write('lost\n');
    log.flush();
    expect(log.lostLines).toBe(2);
    rmSync(path.dirname(file));
    log.write('kept\n');
    expect(log.lostLines).toBe(2);
    expect(read('kiosk.log')).toBe('kept\n');
  });
});
