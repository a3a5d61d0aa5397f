import { type ChildProcessWithoutNullStreams, execFile, spawn } from 'node:child_process';
import { constants } from 'node:fs';
import { access, type FileHandle, open } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';

const START_ATTEMPTS = 200;
const START_INTERVAL_MS = 10;
/** Small, so that a host whose printer stops reading notices soon. Linux doubles it and has a floor. */
const PIPE_BYTES = 2048;

/** The printer's end of what joins it to its host. */
export interface PrinterWire {
  send(bytes: Buffer): void;
  /** Stops or goes on reading, which in the end blocks the host's writes. */
  setReading(reading: boolean): void;
  /** Blocks the host's writes from their very first byte, as a flow control wire does, or lets them go on. */
  setFlow(flow: 'on' | 'off'): Promise<void>;
  /** Pulls the cable: whoever has the port open sees a hang-up, and the path goes away. */
  close(): Promise<void>;
}

/** Runs `socat` for a pseudo terminal at `path` (a link). Throws a plain message when socat is missing or fails. */
export async function openPtyLine(path: string, onData: (bytes: Buffer) => void): Promise<PrinterWire> {
  const socat = spawn('socat', [
    `PTY,link=${path},rawer,echo=0`,
    `STDIO,sndbuf=${PIPE_BYTES},rcvbuf=${PIPE_BYTES}`,
  ]);
  const ended = new Promise<void>((resolve) => {
    socat.once('close', () => resolve());
  });
  const host = await holdOpen(socat, path);
  socat.stdout.on('data', onData);
  // The host's program may go at any moment; what was on its way to it is lost, as on a wire.
  socat.stdin.on('error', () => undefined);
  return {
    send: (bytes) => void socat.stdin.write(bytes),
    setReading(reading) {
      if (reading) socat.stdout.resume();
      else socat.stdout.pause();
    },
    setFlow: (flow) => switchFlow(path, flow),
    async close() {
      socat.stdout.off('data', onData);
      await host.close();
      socat.kill('SIGTERM');
      socat.stdout.resume();
      await ended;
    },
  };
}

/** Linux' `TCXONC` with its arguments `TCOOFF` and `TCOON`. */
const FLOW_REQUEST = 0x540a;
const FLOW = { off: 0, on: 1 };

/** Node has no `tcflow(3)`; socat can do it while it opens a terminal, and then has nothing to copy. */
async function switchFlow(path: string, flow: 'on' | 'off'): Promise<void> {
  const terminal = `OPEN:${path},noctty,ioctl-int=${FLOW_REQUEST}:${FLOW[flow]}`;
  await promisify(execFile)('socat', ['-u', '-T', '0.01', 'OPEN:/dev/null', terminal]);
}

/**
 * Waits for the pseudo terminal and keeps its host end open: socat ends when the last program closes it, while
 * a printer outlives the program that prints.
 */
async function holdOpen(socat: ChildProcessWithoutNullStreams, path: string): Promise<FileHandle> {
  let failure: Error | undefined;
  let complaint = '';
  socat.stderr.on('data', (chunk: Buffer) => {
    complaint += chunk.toString('utf8');
  });
  socat.once('error', (error: NodeJS.ErrnoException) => {
    failure = error.code === 'ENOENT' ? new Error('socat is missing: apt-get install socat') : error;
  });
  socat.once('exit', (code) => {
    failure ??= new Error(`socat ended with ${code}: ${complaint.trim()}`);
  });
  for (let attempt = 0; attempt < START_ATTEMPTS && !failure; attempt += 1) {
    if (await exists(path)) return open(path, constants.O_RDWR | constants.O_NOCTTY | constants.O_NONBLOCK);
    await delay(START_INTERVAL_MS);
  }
  socat.kill('SIGKILL');
  throw failure ?? new Error(`socat made no pseudo terminal at ${path}`);
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
