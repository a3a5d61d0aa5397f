import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SystemVoice } from '../../../src-main/speech/system-voice.ts';
import { ManualClock } from '../../support/manual-clock.ts';
import { RecordingLog } from '../../unit/printing/recording-log.ts';

let folder: string;
let voice: SystemVoice;
let changes: number;
let clock: ManualClock;
let log: RecordingLog;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'balcao-voice-'));
  await writeFile(join(folder, 'cards'), ' 0 [PCH            ]: HDA-Intel - HDA Intel PCH\n');
  changes = 0;
  clock = new ManualClock();
  log = new RecordingLog();
});
afterEach(async () => {
  voice.close();
  await rm(folder, { recursive: true, force: true });
});

/** A synthesizer that writes down what it was told; `sh` does `body` with what it reads. */
async function install(body: string): Promise<string> {
  const program = join(folder, 'synthesizer');
  await writeFile(program, `#!/bin/sh\n[ "$1" = --version ] && exit 0\n${body}\n`);
  await chmod(program, 0o755);
  return program;
}

async function begin(program: string, soundCards = join(folder, 'cards')): Promise<void> {
  voice = new SystemVoice({
    clock,
    log,
    program,
    soundCards,
    onChange: () => {
      changes += 1;
    },
  });
  await voice.start();
}

const read = (name: string): Promise<string> => readFile(join(folder, name), 'utf8').catch(() => '');

describe("the system's voice", () => {
  it('says the words through standard input, in the language, and nothing that tells who it is', async () => {
    await begin(await install(`echo "$@" > '${folder}/options'; cat > '${folder}/said'`));
    expect(voice.isThere()).toBe(true);
    expect(changes).toBe(1);
    voice.say('--version; Olá, 529.982.247-25', 'pt-BR');
    await expect.poll(() => read('said')).toBe('--version; Olá,\n');
    expect(await read('options')).toBe('-v pt-br -s 150 --stdin\n');
  });

  it('is silent at once: the process that spoke is gone', async () => {
    await begin(await install(`echo $$ > '${folder}/pid'; exec sleep 600`));
    voice.say('Um texto comprido', 'es');
    await expect.poll(() => read('pid')).toMatch(/\d/);
    const pid = Number(await read('pid'));
    voice.stop();
    await expect.poll(() => isRunning(pid)).toBe(false);
    expect(log.codes).not.toContain('SPEECH-FAILED');
    expect(voice.isThere()).toBe(true);
  });

  it('is not there without a synthesizer, and is found once there is one', async () => {
    await begin(join(folder, 'synthesizer'));
    expect(voice.isThere()).toBe(false);
    voice.say('Ninguém ouve', 'en');
    await install('cat > /dev/null');
    await clock.advance(600_000);
    await expect.poll(() => voice.isThere()).toBe(true);
  });

  it('is not there without a sound card', async () => {
    const program = await install('cat > /dev/null');
    await writeFile(join(folder, 'none'), '--- no soundcards ---\n');
    await begin(program, join(folder, 'none'));
    expect(voice.isThere()).toBe(false);
  });

  it('is no longer offered once it failed', async () => {
    await begin(await install('exit 3'));
    voice.say('Olá', 'pt-BR');
    await expect.poll(() => voice.isThere()).toBe(false);
    expect(changes).toBe(2);
    expect(log.codes).toContain('SPEECH-FAILED');
  });
});

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
