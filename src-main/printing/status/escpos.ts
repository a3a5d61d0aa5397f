import { askStatus, askWhenDone, tellStatus } from '../escpos/commands.ts';
import { type AnswerShape, has, type JobEnd, type StatusDialect } from './dialect.ts';

/** Heads an answer block that ends with NUL, such as the one to DLE DC4 8. */
const BLOCK_HEAD = 0x37;

/** The fixed bits of each answer of ESC/POS; XON and XOFF have those of none. */
function escposShape(first: number): AnswerShape | undefined {
  if (first === BLOCK_HEAD) return { kind: 'cleared', length: 'to-nul' };
  if ((first & 0x93) === 0x10) return { kind: 'other', length: 4 };
  if ((first & 0x93) === 0x12) return { kind: 'status', length: 1 };
  if ((first & 0x90) === 0x00) return { kind: 'done', length: 1 };
  return undefined;
}

/** GS r 1, whose answer has both bits of the paper-out sensor. */
export const gsR: JobEnd = {
  kind: 'asked',
  question: askWhenDone,
  isPaperOut: ([answer]) => has(answer, 0x0c),
};

const OFFLINE = 0x08;
const COVER_OPEN = 0x04;
const STOPPED_FOR_PAPER = 0x20;
const ERROR = 0x40;
/** Each paper sensor sets both of its bits. */
const NEAR_END = 0x0c;
const PAPER_OUT = 0x60;

/** Epson's real-time status, DLE EOT 1, 2 and 4. */
export const dleEot: StatusDialect = {
  questions: [askStatus(1), askStatus(2), askStatus(4)],
  tellsUnasked: false,
  setUp: [],
  shapeOf: escposShape,
  read([printer = [], offlineCause = [], paper = []]) {
    if (has(offlineCause[0], COVER_OPEN)) return { status: 'cover-open' };
    if (has(offlineCause[0], STOPPED_FOR_PAPER) || has(paper[0], PAPER_OUT)) return { status: 'no-paper' };
    if (has(offlineCause[0], ERROR)) return { status: 'error' };
    if (has(printer[0], OFFLINE)) return { status: 'offline' };
    return { status: has(paper[0], NEAR_END) ? 'near-end' : 'ok' };
  },
  jobEnd: gsR,
  sparesXonXoff: true,
};

const ASB_OFFLINE = 0x08;
const ASB_COVER_OPEN = 0x20;
const ASB_ERRORS = [0x08, 0x20, 0x40];
const ASB_NEAR_END = 0x03;
const ASB_PAPER_OUT = 0x0c;

/** Epson's Automatic Status Back, for printers that answer no DLE EOT: told on request (GS a 15) and at each change. */
export const automaticStatusBack: StatusDialect = {
  questions: [tellStatus],
  tellsUnasked: true,
  setUp: tellStatus,
  shapeOf(first) {
    const shape = escposShape(first);
    if (shape?.length === 4) return { kind: 'status', length: 4 };
    return shape?.kind === 'status' ? { kind: 'other', length: 1 } : shape;
  },
  read([[printer = 0, errors = 0, paper = 0] = []]) {
    if (has(printer, ASB_COVER_OPEN)) return { status: 'cover-open' };
    if (has(paper, ASB_PAPER_OUT)) return { status: 'no-paper' };
    if (ASB_ERRORS.some((bit) => has(errors, bit))) return { status: 'error' };
    if (has(printer, ASB_OFFLINE)) return { status: 'offline' };
    return { status: has(paper, ASB_NEAR_END) ? 'near-end' : 'ok' };
  },
  jobEnd: gsR,
  sparesXonXoff: true,
};
