import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EngineOptions, type Paper, PrinterEngine } from './engine.ts';
import { Intake } from './intake.ts';
import { openPtyLine, type PrinterWire } from './pty-line.ts';
import type { Overflow } from './sheet.ts';
import { isOffline, type PrinterCondition } from './status-bytes.ts';
import { openTcpLine } from './tcp-line.ts';

export interface PrinterSimulatorOptions extends EngineOptions {
  /** Takes bytes no faster than this line speed allows; default: as fast as they come. */
  readonly baudRate?: number;
  /** `tcp`: a network printer on a port of this machine; default: a pseudo terminal. */
  readonly wire?: 'pty' | 'tcp';
  /** Asks the host to pause (XOFF) while bytes wait, instead of holding the line. */
  readonly xonXoff?: boolean;
  /** Bytes that the printer takes in while offline before it stops reading; default: without bound. */
  readonly receiveBufferBytes?: number;
}

/** A thermal printer (203 dpi) on a pseudo terminal or on the network. */
export interface PrinterSimulator {
  /** What the app opens as its serial port. */
  readonly path: string;
  /** The TCP port of a network printer. */
  readonly port: number;
  /** The papers cut so far. */
  readonly papers: readonly Paper[];
  /** Printed lengths that were never cut: torn out when a new roll was put in after the paper was out. */
  readonly fragments: readonly Paper[];
  /** What is printed and not cut yet; `undefined`: nothing. */
  readonly unfinished: Paper | undefined;
  /** All bytes that came over the wire, real-time requests included. */
  readonly received: Buffer;
  /** Commands that the printer does not know, or would not obey where they stood. */
  readonly unknown: readonly string[];
  /** Control bytes that are no command. */
  readonly strayControls: readonly number[];
  readonly overflows: readonly Overflow[];
  readonly drawerPulses: number;
  /** The most bytes that ever waited at the printer for their turn. */
  readonly mostWaiting: number;
  readonly condition: PrinterCondition;
  setCondition(change: Partial<PrinterCondition>): void;
  /**
   * Holds the line, as a printer does with its flow control wire: the host's writes do not end, nothing is taken
   * in, real-time requests neither. Pulling the cable ends it.
   */
  setStalled(stalled: boolean): Promise<void>;
  /** Calls back at each cut; returns what ends that. */
  onPaper(listener: (paper: Paper) => void): () => void;
  /** The cable is pulled: hang-up at the host, and the path goes away. Bytes under way are lost. */
  unplug(): Promise<void>;
  /** The cable is put back: the same path again. The printer kept its state and what it had taken in. */
  plug(): Promise<void>;
  /** Ends it all and removes its files. */
  stop(): Promise<void>;
}

const XON = 0x11;
const XOFF = 0x13;

/** Starts a printer. Throws one plain line when socat is not installed. */
export async function startPrinterSimulator(
  options: PrinterSimulatorOptions = {},
): Promise<PrinterSimulator> {
  const directory = await mkdtemp(join(tmpdir(), 'printer-'));
  const path = join(directory, 'printer');
  const papers: Paper[] = [];
  const received: Buffer[] = [];
  const listeners = new Set<(paper: Paper) => void>();
  let line: PrinterWire | undefined;
  let port = 0;

  const engine = new PrinterEngine(
    {
      paper(paper) {
        papers.push(paper);
        for (const listener of listeners) listener(paper);
      },
      reply: (bytes) => line?.send(bytes),
    },
    options,
  );

  function room(): number {
    const limit = options.receiveBufferBytes;
    if (limit === undefined || !isOffline(engine.condition)) return Number.POSITIVE_INFINITY;
    return Math.max(0, limit - engine.waiting);
  }

  let pauses = false;
  function askForPause(pause: boolean): void {
    if (pause !== pauses) line?.send(Buffer.of(pause ? XOFF : XON));
    pauses = pause;
  }

  const intake = new Intake({
    ...(options.baudRate === undefined ? {} : { baudRate: options.baudRate }),
    room,
    deliver(bytes) {
      received.push(bytes);
      engine.receive(bytes);
    },
    ready: (isReady) => (options.xonXoff === true ? askForPause(!isReady) : line?.setReading(isReady)),
  });

  async function open(onData: (bytes: Buffer) => void): Promise<PrinterWire> {
    if (options.wire !== 'tcp') return openPtyLine(path, onData);
    const opened = await openTcpLine(port, onData);
    port = opened.port;
    return opened;
  }

  async function plug(): Promise<void> {
    line ??= await open((chunk) => intake.push(chunk));
    intake.pump();
  }

  async function setStalled(stalled: boolean): Promise<void> {
    intake.setStalled(stalled);
    await line?.setFlow(stalled ? 'off' : 'on');
  }

  async function unplug(): Promise<void> {
    const pulled = line;
    line = undefined;
    await pulled?.close();
    intake.clear();
    intake.setStalled(false);
  }

  async function stop(): Promise<void> {
    await unplug();
    await rm(directory, { recursive: true, force: true });
  }

  await plug().catch(async (error: unknown) => {
    await stop();
    throw error;
  });

  return {
    path,
    get port() {
      return port;
    },
    papers,
    fragments: engine.fragments,
    get unfinished() {
      return engine.unfinished;
    },
    get received() {
      return Buffer.concat(received);
    },
    unknown: engine.unknown,
    strayControls: engine.strayControls,
    overflows: engine.overflows,
    get drawerPulses() {
      return engine.drawerPulses;
    },
    get mostWaiting() {
      return intake.most;
    },
    get condition() {
      return engine.condition;
    },
    setCondition(change) {
      engine.setCondition(change);
      intake.pump();
    },
    setStalled,
    onPaper(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    unplug,
    plug,
    stop,
  };
}
