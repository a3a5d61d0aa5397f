import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { SetupError } from '../electron-runtime/setup-error.ts';

/** Width and height of the kiosk's screen in CSS pixels. */
export interface ScreenSize {
  readonly width: number;
  readonly height: number;
}

export interface DemoOptions {
  /** Absolute path of the folder for pictures and report. */
  readonly out: string;
  /** Nobody watches: a customer is walked through the kiosk even where there is a display. */
  readonly headless: boolean;
  /** Without a display: leaves out the customer who meets trouble and the one who is none yet. */
  readonly brief: boolean;
  readonly size: ScreenSize | undefined;
  readonly help: boolean;
}

export const usage = `Usage: npm run demo [-- options]
With a display: the kiosk in a window beside a page to play printer and bank. Without one: customers are walked
through whole visits and a technician through the settings, and pictures of every screen and paper are left behind.
  --out DIR          where pictures and report.json go (default demo-output; emptied first)
  --headless         as without a display
  --brief            as without a display, without the customer who meets trouble and the one who is none yet
  --size 1280x800    another screen than 1080x1920
  --help             this text`;

/** Reads the command line. @throws SetupError, with what is wrong in words */
export function readOptions(argv: readonly string[]): DemoOptions {
  const values = parseOptions(argv);
  return {
    out: resolve(values.out),
    headless: values.headless || values.brief,
    brief: values.brief,
    size: values.size === undefined ? undefined : readSize(values.size),
    help: values.help,
  };
}

function parseOptions(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      options: {
        out: { type: 'string', default: 'demo-output' },
        headless: { type: 'boolean', default: false },
        brief: { type: 'boolean', default: false },
        size: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new SetupError(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
}

function readSize(text: string): ScreenSize {
  const match = /^(\d{3,4})x(\d{3,4})$/.exec(text);
  if (!match) throw new SetupError(`--size wants pixels such as 1280x800, not "${text}".`);
  return { width: Number(match[1]), height: Number(match[2]) };
}
