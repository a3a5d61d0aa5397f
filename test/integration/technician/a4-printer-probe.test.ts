import { afterEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../../src-main/shell/system-clock.ts';
import { testA4Printer } from '../../../src-main/technician/a4-printer-probe.ts';
import { type IppSimulator, startIppSimulator } from '../../simulators/ipp/ipp-simulator.ts';

let simulator: IppSimulator | undefined;

afterEach(async () => {
  await simulator?.stop();
  simulator = undefined;
});

async function start(): Promise<IppSimulator> {
  simulator = await startIppSimulator();
  return simulator;
}

const tried = (address: string) => testA4Printer({ address }, systemClock);

describe('“Testar” of the A4 printer', () => {
  it('says which one it is, and prints nothing', async () => {
    const printer = await start();
    expect(await tried(printer.address)).toMatchObject({
      worked: true,
      summary: 'Simulated A4 está pronta e aceita PDF.',
      mapped: { state: 'idle', acceptsJobs: true },
    });
    expect(printer.requests).toEqual(['get-printer']);
  });

  it.each([
    ['takes no PDF', { formats: ['image/urf'] }, /não aceita PDF/],
    ['takes no jobs', { accepts: false }, /cupsaccept/],
    ['is stopped', { state: 5, reasons: ['paused'] }, /cupsenable/],
    ['has no paper', { state: 5, reasons: ['media-empty-error'] }, /sem papel A4/],
    ['is off', { state: 5, reasons: ['offline-report', 'timed-out'] }, /desligada/],
  ] as const)('says what to do when it %s', async (_, state, words) => {
    const printer = await start();
    Object.assign(printer.printer, state);
    expect(await tried(printer.address)).toMatchObject({
      worked: false,
      code: 'A4-TEST-FAILED',
      summary: expect.stringMatching(words) as unknown,
    });
  });

  it('says when it knows of no A4', async () => {
    const printer = await start();
    printer.printer.media = ['na_letter_8.5x11in'];
    expect(await tried(printer.address)).toMatchObject({
      worked: true,
      summary: expect.stringContaining('confira a bandeja') as unknown,
    });
  });

  it.each([
    ['there is no such queue', { status: 0x0406 }, /lpstat/],
    ['a password is asked for', { status: 0x0402 }, /senha/],
    ['it is refused otherwise', { status: 0x0400 }, /0x0400/],
    ['something else answers', { body: '<html>' }, /não é uma impressora IPP/],
    ['it is a web server', { httpStatus: 404 }, /recusou a pergunta \(HTTP 404\)/],
    ['it is busy', { status: 0x0507 }, /ocupada ou com problema \(0x0507\)/],
    ['a proxy answers', { httpStatus: 502 }, /não é uma impressora IPP/],
  ] as const)('says what to do when %s', async (_, fault, words) => {
    const printer = await start();
    printer.fail('get-printer', fault);
    expect(await tried(printer.address)).toMatchObject({
      worked: false,
      summary: expect.stringMatching(words) as unknown,
    });
  });

  it('says what to do when nobody is there, or nothing is configured', async () => {
    const printer = await start();
    const { address } = printer;
    await printer.stop();
    expect(await tried(address)).toMatchObject({ summary: expect.stringContaining('não atende') as unknown });
    expect(await testA4Printer(undefined, systemClock)).toMatchObject({ worked: false });
  });
});
