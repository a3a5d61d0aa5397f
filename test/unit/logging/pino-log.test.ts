import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLog, type LogLevel } from '../../../src-main/logging/pino-log.ts';
import {
  boletoDigits,
  brCode,
  cnpj,
  cpf,
  email,
  maskedCnpj,
  maskedCpf,
  phone,
  token,
  txid,
} from './personal-data.ts';

const NOON = Date.UTC(2026, 10, 21, 15);

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'balcao-log-'));
  file = path.join(folder, 'kiosk.log');
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function makeLog(level: LogLevel = 'info') {
  return createLog({ file, level, clock: { wallTime: () => NOON }, environment: {} });
}

function lines(): Record<string, unknown>[] {
  return readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

describe('the log', () => {
  it('writes one object a line with level, time, code and fields', async () => {
    const log = makeLog();
    await log.start();
    log.warn('ERP-NO-ANSWER', { invoiceId: '123456', waitedMs: 8000, repeated: false, status: null });
    expect(lines()).toEqual([
      {
        level: 'warn',
        time: '2026-11-21T15:00:00.000Z',
        code: 'ERP-NO-ANSWER',
        invoiceId: '123456',
        waitedMs: 8000,
        repeated: false,
        status: null,
      },
    ]);
  });

  it('keeps early lines in memory, and their order', async () => {
    const log = makeLog();
    log.info('FIRST');
    log.info('SECOND');
    expect(existsSync(file)).toBe(false);
    await log.start();
    log.info('THIRD');
    expect(lines().map(({ code }) => code)).toEqual(['FIRST', 'SECOND', 'THIRD']);
  });

  it('writes the same line with and without its library', async () => {
    const log = makeLog();
    log.error('BOOT-FAILED', { step: 'storage', attempt: 2 });
    log.flush();
    await log.start();
    log.error('BOOT-FAILED', { step: 'storage', attempt: 2 });
    const [early, late] = readFileSync(file, 'utf8').trimEnd().split('\n');
    expect(early).toBe(late);
  });

  it('does not let early lines fill the memory', () => {
    const log = makeLog();
    for (let line = 0; line < 1200; line++) log.info('LINE', { line });
    log.flush();
    expect(lines().map(({ line }) => line)).toEqual(Array.from({ length: 1200 }, (_, line) => line));
  });

  it('leaves out what is less serious than asked', async () => {
    const log = makeLog('warn');
    log.info('A');
    log.warn('B');
    await log.start();
    log.info('C');
    log.error('D');
    expect(lines().map(({ code }) => code)).toEqual(['B', 'D']);
  });

  it('goes on when the disk fails, and tells later how much was lost', async () => {
    const blocked = path.join(folder, 'logs');
    writeFileSync(blocked, '');
    const log = createLog({ file: path.join(blocked, 'kiosk.log'), level: 'info', environment: {} });
    await log.start();
    log.error('LOST');
    log.error('LOST');
    log.flush();
    rmSync(blocked);
    mkdirSync(blocked);
    log.info('BACK');
    const written = readFileSync(path.join(blocked, 'kiosk.log'), 'utf8').trimEnd().split('\n');
    expect(written.map((line) => JSON.parse(line))).toEqual([
      expect.objectContaining({ code: 'BACK' }),
      { level: 'error', code: 'LOG-LINES-LOST', count: 2 },
    ]);
  });

  it("lets no field pass for the line's own", async () => {
    const log = makeLog();
    await log.start();
    log.info('REAL', { code: 'FALSE', time: 1, level: 'error' });
    expect(lines()).toEqual([
      {
        level: 'info',
        time: '2026-11-21T15:00:00.000Z',
        code: 'REAL',
        code_: 'FALSE',
        time_: 1,
        level_: 'error',
      },
    ]);
  });
});

describe('what the log never shows', () => {
  const personal = fc.oneof(
    cpf,
    maskedCpf,
    cnpj,
    maskedCnpj,
    phone,
    email,
    token,
    boletoDigits,
    brCode,
    fc.constant('maria.silva@example.com'),
  );

  it('personal data and tokens, in whatever field or code they come', async () => {
    const log = makeLog();
    const given: string[] = [];
    const fieldName = fc.constantFrom(
      'detail',
      'invoiceId',
      'txid',
      'endToEndId',
      'customerErpId',
      'status',
      'x',
    );
    const write = fc.property(
      personal,
      fieldName,
      fc.constantFrom('info', 'warn', 'error'),
      fc.nat(3),
      (value, name, level, place) => {
        given.push(value);
        if (place === 0) log[level](`CODE-${value}`);
        else if (place === 1) log[level]('CODE', { [name]: value });
        else if (place === 2) log[level]('CODE', { [name]: `antes ${value} depois` });
        else log[level]('CODE', { [`${name} ${value}`]: 1 });
      },
    );
    fc.assert(write, { numRuns: 400 });
    await log.start();
    fc.assert(write, { numRuns: 400 });
    const written = readFileSync(file, 'utf8');
    expect(lines()).toHaveLength(800);
    expect(given.filter((value) => written.includes(value))).toEqual([]);
  });

  it('documents and phones that come as numbers, without their leading zeros', async () => {
    const log = makeLog();
    await log.start();
    const sent: string[] = [];
    fc.assert(
      fc.property(
        fc.oneof(
          cpf,
          phone.map((text) => text.replace(/\D/g, '')),
        ),
        (digits) => {
          if (Number(digits) < 1e9) return;
          sent.push(String(Number(digits)));
          log.info('CODE', { number: Number(digits) });
        },
      ),
    );
    expect(sent.length).toBeGreaterThan(50);
    expect(lines().filter(({ number }) => number !== '[number]')).toEqual([]);
  });

  it('the values of fields whose name says what they are', async () => {
    const log = makeLog();
    await log.start();
    const fields = {
      token: 'a',
      access_token: 'b',
      clientSecret: 'c',
      Authorization: 'd',
      password: 'e',
      pixKey: 'f',
      key: 'g',
      customerName: 'h',
      nome_cliente: 'i',
      document: 'j',
      document_number: 'k',
      phone: 'l',
      email: 'm',
      birthDate: 'n',
      customerAddress: 'o',
      pixCode: 'p',
      typeableLine: 'q',
    };
    log.info('CODE', fields);
    const [line] = lines();
    for (const name of Object.keys(fields)) expect(line?.[name], name).toBe('[redacted]');
  });

  it('secrets that it was told, also inside other text', async () => {
    const log = makeLog();
    log.hide(['s3cr', 's3cr3t-of-the-erp', 'ok']);
    await log.start();
    log.info('CODE', { detail: 'ok: s3cr3t-of-the-erp, s3cr' });
    expect(lines()[0]).toMatchObject({ detail: 'ok: [secret], [secret]' });
  });

  it('the insides of anything that is no plain value', async () => {
    const log = makeLog();
    await log.start();
    const smuggled: Record<string, never> = JSON.parse('{"error":{"message":"Maria"},"list":["Maria"]}');
    log.error('CODE', smuggled);
    expect(lines()[0]).toMatchObject({ error: '[object]', list: '[object]' });
  });
});

describe('what the log always shows', () => {
  it('txid and endToEndId, whatever digits they hold', async () => {
    const log = makeLog();
    await log.start();
    const endToEndId = fc
      .tuple(fc.stringMatching(/^\d{8}$/), fc.stringMatching(/^\d{8}$/), cpf)
      .map(([ispb, moment, tail]) => `E${ispb}20${moment}13${tail}`.slice(0, 32));
    const anyTxid = fc.oneof(
      txid,
      cpf.map((document) => `abcdefghijklmno${document}`),
      fc.stringMatching(/^[0-9A-Za-z]{26,35}$/),
    );
    const sent: unknown[] = [];
    fc.assert(
      fc.property(anyTxid, endToEndId, (id, endToEnd) => {
        sent.push({ txid: id, endToEndId: endToEnd });
        log.info('CHARGE-PAID', { txid: id, endToEndId: endToEnd });
      }),
    );
    expect(lines()).toEqual(sent.map((ids) => expect.objectContaining(ids)));
  });
});
