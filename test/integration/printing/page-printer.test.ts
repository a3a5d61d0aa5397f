import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createIppClient } from '../../../src-main/printing/ipp/ipp-client.ts';
import { createPagePrinter, type PageJob } from '../../../src-main/printing/ipp/page-printer.ts';
import { type IppSimulator, startIppSimulator } from '../../simulators/ipp/ipp-simulator.ts';
import { ManualClock } from '../../support/manual-clock.ts';
import { RecordingLog } from '../../unit/printing/recording-log.ts';

const pdf = Buffer.from('%PDF-1.7 a boleto %%EOF');
const cleanUps: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

function client(address: string) {
  // Short, because some tests wait for it to pass; long enough for a slow machine's own socket.
  return createIppClient({ address, timeoutMs: 1_000, sendTimeoutMs: 1_000 });
}

async function setUp() {
  const simulator = await startIppSimulator();
  cleanUps.push(() => simulator.stop());
  const clock = new ManualClock();
  const log = new RecordingLog();
  const printer = createPagePrinter({ client: client(simulator.address), clock, log });
  const told: string[] = [];
  const print = (): PageJob => {
    const job = printer.print(pdf, 'Boleto T01', () => told.push(job.progress().state));
    return job;
  };
  return { simulator, printer, clock, log, told, print };
}

/** Lets time pass, look by look, until the job stands as it should. */
async function until(clock: ManualClock, job: PageJob, state: ReturnType<PageJob['progress']>['state']) {
  await vi.waitFor(
    async () => {
      await clock.advance(1_000);
      expect(job.progress().state).toBe(state);
    },
    { timeout: 10_000, interval: 20 },
  );
}

function only({ jobs }: IppSimulator) {
  const [job] = jobs;
  if (!job || jobs.length > 1) throw new Error(`${jobs.length} jobs`);
  return job;
}

describe('a job on A4', () => {
  it('goes over whole, in its own size, and is followed to its end', async () => {
    const { simulator, clock, told, print } = await setUp();
    const job = print();
    expect(job.progress()).toEqual({ state: 'sending' });
    await until(clock, job, 'sent');
    const arrived = only(simulator);
    expect(arrived.document).toEqual(pdf);
    expect(Object.fromEntries(arrived.attributes)).toMatchObject({
      'operation.attributes-charset': ['utf-8'],
      'operation.printer-uri': [simulator.address],
      'operation.document-format': ['application/pdf'],
      'operation.job-name': ['Boleto T01'],
      'job.media': ['iso_a4_210x297mm'],
      'job.print-scaling': ['none'],
    });
    arrived.state = 'processing';
    await until(clock, job, 'printing');
    arrived.state = 'completed';
    await until(clock, job, 'done');
    expect(told).toEqual(['sent', 'printing', 'done']);
    const asked = simulator.requests.length;
    await clock.advance(10_000);
    expect(simulator.requests).toHaveLength(asked);
    expect(clock.pending).toBe(0);
  });

  it.each([
    [['media-empty-error'], 'no-paper'],
    [['door-open-report', 'cover-open-error'], 'cover-open'],
    [['offline-report', 'shutdown'], 'offline'],
    [['media-jam-error'], 'error'],
    [['paused'], 'error'],
  ] as const)('waits while the printer says %j', async (reasons, trouble) => {
    const { simulator, clock, print } = await setUp();
    simulator.printer.reasons = reasons;
    simulator.printer.state = 5;
    const job = print();
    await until(clock, job, 'waiting');
    expect(job.progress()).toEqual({ state: 'waiting', trouble });
    simulator.printer.reasons = ['marker-supply-low-warning', 'media-low-report'];
    simulator.printer.state = 4;
    only(simulator).state = 'processing';
    await until(clock, job, 'printing');
  });

  it.each(['aborted', 'canceled'] as const)('that the printer %s has failed', async (state) => {
    const { simulator, clock, log, print } = await setUp();
    const job = print();
    await until(clock, job, 'sent');
    only(simulator).state = state;
    await until(clock, job, 'failed');
    expect(log.codes).toEqual(['A4-NOT-PRINTED']);
  });

  it.each([
    ['is refused', { status: 0x040a }, 'failed'],
    ['finds the printer busy', { status: 0x0507 }, 'failed'],
    ['comes to a printer that takes none', { status: 0x0506 }, 'failed'],
    ['gets an error of the server', { httpStatus: 503 }, 'unknown'],
    ['gets an error of the printer', { status: 0x0500 }, 'unknown'],
    ['gets no answer', 'hang', 'unknown'],
    ['gets no answer after it was taken', 'drop-after', 'unknown'],
    ['is answered with something else', { body: '<html>' }, 'unknown'],
  ] as const)('that %s is not sent again by itself', async (_, fault, state) => {
    const { simulator, clock, log, print } = await setUp();
    simulator.fail('print-job', fault);
    const job = print();
    await until(clock, job, state);
    await clock.advance(60_000);
    expect(simulator.requests).toEqual(['print-job']);
    expect(log.codes).toEqual(['A4-NOT-PRINTED']);
  });

  it('that nobody takes has failed', async () => {
    const { simulator, clock, print } = await setUp();
    await simulator.stop();
    await until(clock, print(), 'failed');
  });

  it('outlives some looks without an answer', async () => {
    const { simulator, clock, print } = await setUp();
    const job = print();
    await until(clock, job, 'sent');
    for (let look = 0; look < 3; look += 1) simulator.fail('get-job', { httpStatus: 500 });
    simulator.fail('get-job', { status: 0x0507 });
    only(simulator).state = 'completed';
    await until(clock, job, 'done');
  });

  it.each([
    ['does not answer any more', 6, { httpStatus: 500 }],
    ['has forgotten it', 1, { status: 0x0406 }],
  ] as const)('is unknown when the printer %s', async (_, times, fault) => {
    const { simulator, clock, log, print } = await setUp();
    const job = print();
    await until(clock, job, 'sent');
    for (let look = 0; look < times; look += 1) simulator.fail('get-job', fault);
    await until(clock, job, 'unknown');
    expect(log.codes).toEqual(['A4-UNCERTAIN']);
  });
});

describe('a job that nobody waits for', () => {
  it('is taken back while it waits', async () => {
    const { simulator, clock, print } = await setUp();
    const job = print();
    await until(clock, job, 'sent');
    job.abandon();
    await vi.waitFor(() => expect(only(simulator).state).toBe('canceled'), { timeout: 10_000 });
  });

  it('is taken back once it was handed over', async () => {
    const { simulator, print } = await setUp();
    print().abandon();
    await vi.waitFor(() => expect(simulator.jobs.at(0)?.state).toBe('canceled'), { timeout: 10_000 });
  });

  it('comes out when it is coming out already, and is taken back if the printer stops at it', async () => {
    const { simulator, clock, print } = await setUp();
    simulator.firstState = 'processing';
    const job = print();
    await until(clock, job, 'printing');
    job.abandon();
    await clock.advance(3_000);
    expect(only(simulator).state).toBe('processing');
    simulator.printer.reasons = ['media-empty'];
    await vi.waitFor(
      async () => {
        await clock.advance(1_000);
        expect(only(simulator).state).toBe('canceled');
      },
      { timeout: 10_000, interval: 20 },
    );
  });

  it('is told in the log when it cannot be taken back', async () => {
    const { simulator, clock, log, print } = await setUp();
    const job = print();
    await until(clock, job, 'sent');
    simulator.fail('cancel-job', { status: 0x0403 });
    job.abandon();
    await vi.waitFor(() => expect(log.codes).toEqual(['A4-NOT-TAKEN-BACK']), { timeout: 10_000 });
  });

  it('is taken back before the kiosk ends', async () => {
    const { simulator, clock, printer, print } = await setUp();
    await until(clock, print(), 'sent');
    await printer.close();
    expect(only(simulator).state).toBe('canceled');
    expect(clock.pending).toBe(0);
  });
});

describe('whoever is no printer', () => {
  it.each(['', 'HTTP/1.1 200 OK\r\n\r\n\x02', 'SSH-2.0-OpenSSH\r\n'])(
    'is a failure (%j)',
    async (greeting) => {
      const server = createServer((socket) => {
        socket.on('error', () => undefined);
        socket.resume();
        socket.end(greeting);
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      cleanUps.push(() => new Promise((resolve) => server.close(resolve)));
      const { port } = server.address() as AddressInfo;
      const read = await client(`ipp://127.0.0.1:${port}/ipp`).readPrinter();
      expect(read.ok).toBe(false);
    },
  );

  it('cannot fill the memory', async () => {
    const { simulator } = await setUp();
    simulator.fail('get-printer', { body: 'x'.repeat(600_000) });
    expect(await client(simulator.address).readPrinter()).toMatchObject({ error: { kind: 'malformed' } });
  });
});
