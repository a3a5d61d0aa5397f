import { readCommand } from './command-reader.ts';
import { Interpreter, type Machine } from './interpreter.ts';
import { type RealTimeRequest, RealTimeScanner, type StatusDialect } from './real-time.ts';
import { HEAD_TO_CUTTER, type Overflow, type PaperImage, Sheet } from './sheet.ts';
import {
  automaticStatus,
  bematechStatus,
  customStatus,
  darumaSensors,
  darumaStatus,
  elginStatus,
  isOffline,
  type PrinterCondition,
  paperStatus,
  READY,
  realTimeStatus,
} from './status-bytes.ts';
import type { PrinterLanguage } from './vocabulary.ts';

/** Paper roll: 576 or 384 dots of print area. */
export type PaperWidth = '80mm' | '58mm';

/** A length of paper that left the printer, with the bytes that made it. */
export interface Paper extends PaperImage {
  readonly bytes: Buffer;
}

/** What the engine tells the world. */
export interface EngineEvents {
  /** A paper was cut. */
  paper(paper: Paper): void;
  /** Bytes for the host. */
  reply(bytes: Buffer): void;
}

export interface EngineOptions {
  /** Default 80 mm. */
  readonly paperWidth?: PaperWidth;
  /** Printable dots across; default: as usual for the paper. */
  readonly dots?: number;
  /** Default ESC/POS. */
  readonly language?: PrinterLanguage;
  /** Default DLE EOT. */
  readonly status?: StatusDialect;
  /** Hands papers out (`GS e`). */
  readonly presenter?: boolean;
  /** The roll runs out once, when this many bytes have been carried out; the command at that place waits. */
  readonly paperOutAtByte?: number;
}

const DOTS: Readonly<Record<PaperWidth, number>> = { '80mm': 576, '58mm': 384 };
const CLEAR_RESPONSE = Buffer.of(0x37, 0x25, 0x00);
const DRAWER_OPEN_LINE = 1;

type MakersQuestion = Exclude<RealTimeRequest['kind'], 'status' | 'recover' | 'pulse' | 'clear'>;

/** A thermal printer without its wire: bytes in, paper and answers out. */
export class PrinterEngine {
  /** Printed but never cut: torn out when a new roll was put in. */
  readonly fragments: Paper[] = [];
  readonly #sheet: Sheet;
  readonly #interpreter: Interpreter;
  readonly #scanner: RealTimeScanner;
  #ticketPresented = false;
  readonly #events: EngineEvents;
  #condition: PrinterCondition = READY;
  #buffer: Buffer = Buffer.alloc(0);
  #paperBytes: Buffer[] = [];
  #carriedOut = 0;
  #paperOutAtByte: number;
  #automaticMask = 0;
  #drawerPulses = 0;
  readonly #language: PrinterLanguage;

  constructor(events: EngineEvents, options: EngineOptions = {}) {
    this.#events = events;
    this.#paperOutAtByte = options.paperOutAtByte ?? Number.POSITIVE_INFINITY;
    this.#scanner = new RealTimeScanner(options.status ?? 'escpos-dle-eot');
    this.#language = options.language ?? 'escpos';
    this.#sheet = new Sheet(options.dots ?? DOTS[options.paperWidth ?? '80mm']);
    const machine: Machine = {
      cut: (feed) => this.#cut(feed),
      reportStatus: (which) =>
        this.#reply(Buffer.of(which === 1 ? paperStatus(this.#condition) : DRAWER_OPEN_LINE)),
      automaticStatus: (mask) => this.#setAutomaticStatus(mask),
      openDrawer: () => {
        this.#drawerPulses += 1;
      },
      present: (handsOut) => {
        this.#ticketPresented = handsOut;
        return options.presenter === true;
      },
    };
    this.#interpreter = new Interpreter(this.#sheet, HEAD_TO_CUTTER, machine, this.#language);
  }

  get condition(): PrinterCondition {
    return this.#condition;
  }

  get unknown(): readonly string[] {
    return this.#interpreter.unknown;
  }

  get strayControls(): readonly number[] {
    return this.#interpreter.strayControls;
  }

  get overflows(): readonly Overflow[] {
    return this.#sheet.overflows;
  }

  get drawerPulses(): number {
    return this.#drawerPulses;
  }

  /** Bytes taken in and not carried out yet. */
  get waiting(): number {
    return this.#buffer.length;
  }

  /** What is on the paper and not cut yet; `undefined` when it is blank. */
  get unfinished(): Paper | undefined {
    return this.#sheet.printed
      ? { ...this.#sheet.preview(), bytes: Buffer.concat(this.#paperBytes) }
      : undefined;
  }

  /** Takes bytes from the wire: answers real-time requests at once, carries out the rest while online. */
  receive(bytes: Buffer): void {
    let from = 0;
    bytes.forEach((byte, index) => {
      const request = this.#scanner.push(byte);
      if (request && this.#answer(request) === 'cleared') from = index + 1;
    });
    this.#buffer = Buffer.concat([this.#buffer, bytes.subarray(from)]);
    this.#carryOut();
  }

  /** Changes how the printer is; a roll put in after the paper was out begins a new sheet. */
  setCondition(change: Partial<PrinterCondition>): void {
    const before = this.#condition;
    this.#condition = { ...before, ...change };
    if (before.paper === 'out' && this.#condition.paper !== 'out') this.#tearFragment();
    this.#tellChange(before);
    this.#carryOut();
  }

  #carryOut(): void {
    while (!isOffline(this.#condition)) {
      const command = readCommand(this.#buffer, this.#language);
      if (!command) return;
      if (this.#carriedOut + command.length > this.#paperOutAtByte) {
        this.#paperOutAtByte = Number.POSITIVE_INFINITY;
        this.setCondition({ paper: 'out' });
        return;
      }
      this.#paperBytes.push(this.#buffer.subarray(0, command.length));
      this.#buffer = this.#buffer.subarray(command.length);
      this.#carriedOut += command.length;
      this.#interpreter.run(command);
    }
  }

  #answer(request: RealTimeRequest): 'kept' | 'cleared' {
    switch (request.kind) {
      case 'status':
        this.#reply(Buffer.of(realTimeStatus(request.which, this.#condition)));
        return 'kept';
      case 'recover':
        return this.#recover(request.clear);
      case 'pulse':
        this.#drawerPulses += 1;
        return 'kept';
      case 'clear':
        this.#clearBuffers();
        this.#reply(CLEAR_RESPONSE);
        return 'cleared';
      case 'bematech':
      case 'elgin':
      case 'daruma':
      case 'daruma-sensors':
      case 'custom':
        this.#reply(this.#makersStatus(request.kind));
        return 'kept';
    }
  }

  #makersStatus(kind: MakersQuestion): Buffer {
    const condition = this.#condition;
    const waiting = readCommand(this.#buffer, this.#language) !== undefined;
    switch (kind) {
      case 'bematech':
        return bematechStatus(condition, waiting);
      case 'elgin':
        return Buffer.of(elginStatus(condition));
      case 'daruma':
        return Buffer.of(darumaStatus(condition, waiting));
      case 'daruma-sensors':
        return Buffer.of(darumaSensors(condition));
      case 'custom':
        return customStatus(condition, this.#ticketPresented);
    }
  }

  #recover(clear: boolean): 'kept' | 'cleared' {
    if (this.#condition.error !== 'cutter') return 'kept';
    if (clear) this.#clearBuffers();
    this.setCondition({ error: 'none' });
    return clear ? 'cleared' : 'kept';
  }

  #clearBuffers(): void {
    this.#buffer = Buffer.alloc(0);
    this.#interpreter.clearLine();
  }

  #cut(feed: number): void {
    this.#sheet.feed(feed);
    const image = this.#sheet.cut();
    if (!image) return;
    const bytes = Buffer.concat(this.#paperBytes);
    this.#paperBytes = [];
    this.#events.paper({ ...image, bytes });
  }

  #tearFragment(): void {
    if (this.#sheet.printed)
      this.fragments.push({ ...this.#sheet.tear(), bytes: Buffer.concat(this.#paperBytes) });
    this.#paperBytes = [];
  }

  #setAutomaticStatus(mask: number): void {
    this.#automaticMask = mask;
    if (mask !== 0) this.#reply(automaticStatus(this.#condition));
  }

  #tellChange(before: PrinterCondition): void {
    const status = automaticStatus(this.#condition);
    if (this.#automaticMask !== 0 && !status.equals(automaticStatus(before))) this.#reply(status);
  }

  #reply(bytes: Buffer): void {
    if (!this.#condition.silent) this.#events.reply(bytes);
  }
}
