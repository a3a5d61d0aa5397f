import { closeSync, fstatSync, fsyncSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import path from 'node:path';

/** How large a log file may become, and how many full ones are kept beside it (`kiosk.log.1` is the newest). */
export interface RotationOptions {
  readonly maxBytes: number;
  readonly keep: number;
}

/** A file that lines are added to at once. Nothing here throws: a full disk must not stop a payment. */
export interface RotatingFile {
  /** Adds one line, its line feed included. */
  write(line: string): void;
  /** Waits until everything written is on the disk itself. */
  flush(): void;
  close(): void;
  /** Lines that could not be written so far. */
  readonly lostLines: number;
}

/** Opens (or creates, readable by its owner only) a log file and its folder, at the first line written. */
export function openRotatingFile(file: string, { maxBytes, keep }: RotationOptions): RotatingFile {
  let descriptor: number | undefined;
  let size = 0;
  let lostLines = 0;
  /** The last write stopped in the middle of a line. */
  let torn = false;

  function open(): number {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    descriptor = openSync(file, 'a', 0o600);
    size = fstatSync(descriptor).size;
    return descriptor;
  }

  function close(): void {
    const closing = descriptor;
    descriptor = undefined;
    if (closing !== undefined) quietly(() => closeSync(closing));
  }

  function rotate(): void {
    close();
    for (let age = keep - 1; age >= 0; age--) {
      // A missing file is the usual case while the log is young.
      quietly(() => renameSync(age === 0 ? file : `${file}.${age}`, `${file}.${age + 1}`));
    }
  }

  function append(bytes: Buffer): void {
    let target = descriptor ?? open();
    if (size > 0 && size + bytes.length > maxBytes) {
      rotate();
      target = open();
    }
    for (let written = 0; written < bytes.length; ) {
      const count = writeSync(target, bytes, written);
      torn = written + count < bytes.length;
      written += count;
      size += count;
    }
  }

  return {
    write(line) {
      try {
        append(Buffer.from(torn ? `\n${line}` : line));
      } catch {
        lostLines++;
        close();
      }
    },
    flush() {
      const target = descriptor;
      if (target !== undefined) quietly(() => fsyncSync(target));
    },
    close,
    get lostLines() {
      return lostLines;
    },
  };
}

function quietly(action: () => void): void {
  try {
    action();
  } catch {
    // The log is the only place where this could be told.
  }
}
