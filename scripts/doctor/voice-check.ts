import { spawnSync } from 'node:child_process';
import { hasSoundCard } from '../../src-main/speech/sound-card.ts';
import type { Finding } from './finding.ts';

/** Whether customers who ask for it can hear the screen. @param program the synthesizer, on the PATH or as a path */
export async function checkVoice(program = 'espeak-ng', soundCards?: string): Promise<Finding> {
  const subject = 'spoken guidance';
  const missing = 'none: customers are not offered it.';
  if (spawnSync(program, ['--version'], { stdio: 'ignore', timeout: 5_000 }).status !== 0) {
    return { state: 'note', subject, detail: `${missing} Run:\nsudo apt install espeak-ng` };
  }
  if (await hasSoundCard(soundCards)) return { state: 'ok', subject, detail: program };
  return { state: 'note', subject, detail: `${missing} This machine has no sound card` };
}
