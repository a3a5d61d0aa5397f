import { has, type StatusDialect } from './dialect.ts';
import { gsR } from './escpos.ts';

const ENQ = 0x05;
const GS = 0x1d;
const DLE = 0x10;
const EOT = 0x04;

/** Extended status enquiry, MP-4200 TH programmer's manual: five bytes, the first `1xxxxx00`. */
export const bematech: StatusDialect = {
  questions: [[GS, 0xf8, 0x31]],
  tellsUnasked: false,
  setUp: [],
  shapeOf: (first) => ((first & 0x83) === 0x80 ? { kind: 'status', length: 5 } : undefined),
  read([[printer = 0, offline = 0] = []]) {
    // "Wait" says that the printer waits for data, and the buffer's fill is none.
    const idle = has(printer, 0x10) && (printer & 0x60) === 0;
    if (!has(offline, 0x80)) return { status: 'cover-open', idle };
    if (has(offline, 0x04) || has(offline, 0x20)) return { status: 'no-paper', idle };
    if (has(offline, 0x40)) return { status: 'error', idle };
    if (has(printer, 0x08)) return { status: 'offline', idle };
    return { status: has(offline, 0x02) ? 'near-end' : 'ok', idle };
  },
  jobEnd: { kind: 'idle' },
  sparesXonXoff: false,
};

/** EscElgin: one byte to ENQ, whose highest bits are never set. */
export const elgin: StatusDialect = {
  questions: [[ENQ]],
  tellsUnasked: false,
  setUp: [],
  shapeOf: (first) => ((first & 0xc0) === 0 ? { kind: 'status', length: 1 } : undefined),
  read([[printer = 0] = []]) {
    if (!has(printer, 0x08)) return { status: 'cover-open' };
    if (has(printer, 0x02)) return { status: 'no-paper' };
    if (!has(printer, 0x01)) return { status: 'offline' };
    return { status: has(printer, 0x10) ? 'near-end' : 'ok' };
  },
  jobEnd: { kind: 'settled', ms: 2000 },
  sparesXonXoff: false,
};

/** Daruma: one byte each to ENQ and GS ENQ, of which every bit may be set. */
export const daruma: StatusDialect = {
  questions: [[ENQ], [GS, ENQ]],
  tellsUnasked: false,
  setUp: [],
  shapeOf: () => ({ kind: 'status', length: 1 }),
  read([[printer = 0] = [], [sensors = 0] = []]) {
    const idle = !has(printer, 0x01);
    if (has(printer, 0x80)) return { status: 'cover-open', idle };
    if (has(printer, 0x20) || has(sensors, 0x02)) return { status: 'no-paper', idle };
    if (has(printer, 0x08) || has(sensors, 0x40)) return { status: 'error', idle };
    if (!has(printer, 0x10) || has(sensors, 0x08)) return { status: 'offline', idle };
    return { status: has(sensors, 0x01) ? 'near-end' : 'ok', idle };
  },
  jobEnd: { kind: 'idle' },
  sparesXonXoff: false,
};

/** Recoverable errors of Custom's full status that stop it: head too hot, supply voltage, paper jam. */
const CUSTOM_STOPS = [0x01, 0x08, 0x40];

/**
 * Custom's full status, DLE EOT 20: six bytes, `10 0F`, then paper, user, recoverable and unrecoverable errors. A
 * ticket that waits in the presenter (paper bit 5) is no trouble: the next one pushes it out.
 */
export const custom: StatusDialect = {
  questions: [[DLE, EOT, 20]],
  tellsUnasked: false,
  setUp: [],
  shapeOf(first) {
    if (first === DLE) return { kind: 'status', length: 6 };
    return (first & 0x90) === 0 ? { kind: 'done', length: 1 } : undefined;
  },
  read([answer = []]) {
    const [, , paper = 0, user = 0, recoverable = 0, unrecoverable = 0] = answer;
    if (has(user, 0x01) || has(user, 0x02)) return { status: 'cover-open' };
    if (has(paper, 0x01)) return { status: 'no-paper' };
    if (unrecoverable !== 0 || CUSTOM_STOPS.some((bit) => has(recoverable, bit))) return { status: 'error' };
    // Bit 6: the end that the printer reckons from the length of the roll.
    return { status: has(paper, 0x04) || has(paper, 0x40) ? 'near-end' : 'ok' };
  },
  jobEnd: gsR,
  sparesXonXoff: false,
};
