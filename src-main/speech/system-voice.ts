import { type ChildProcess, spawn } from 'node:child_process';
import type { Clock } from '../domain/clock.ts';
import type { Log } from '../logging/log.ts';
import { hasSoundCard } from './sound-card.ts';
import { speakable } from './speakable.ts';

/** As espeak-ng names them. */
const voices = { 'pt-BR': 'pt-br', en: 'en-us', es: 'es-419' } as const;
export type SpokenLanguage = keyof typeof voices;

/** Words a minute: slower than espeak-ng's own 175, since strangers listen. */
const wordsPerMinute = '150';

/** Milliseconds between looks for a synthesizer where there was none: somebody may install it, or plug in headphones. */
const lookAgainMs = 600_000;

/** Milliseconds after which a program that was only asked for its version counts as stuck. */
const lookTimeoutMs = 5_000;

export interface SystemVoiceOptions {
  readonly clock: Clock;
  readonly log: Log;
  /** Whether something can speak has changed. */
  readonly onChange: () => void;
  /** The synthesizer: a name on the PATH, or a path. */
  readonly program?: string;
  /** Where the kernel lists its sound cards. */
  readonly soundCards?: string;
}

/**
 * The system's speech synthesizer, one child process for each sentence: silence is the end of the process, at once and
 * surely. The text goes by its standard input, so that nothing of it is an option or shows in the list of processes.
 */
export class SystemVoice {
  readonly #options: SystemVoiceOptions;
  readonly #program: string;
  #there = false;
  #child: ChildProcess | undefined;
  #timer: unknown;
  #stopped = false;

  constructor(options: SystemVoiceOptions) {
    this.#options = options;
    this.#program = options.program ?? 'espeak-ng';
  }

  /** Looks for the synthesizer, now and as long as there is none. Never rejects. */
  async start(): Promise<void> {
    const there = (await hasSoundCard(this.#options.soundCards)) && (await this.#answers());
    if (this.#stopped) return;
    if (there !== this.#there) {
      this.#there = there;
      this.#options.onChange();
    }
    if (!there) this.#timer = this.#options.clock.setTimeout(() => void this.start(), lookAgainMs);
  }

  isThere(): boolean {
    return this.#there;
  }

  say(text: string, language: SpokenLanguage): void {
    this.stop();
    const words = speakable(text);
    if (!this.#there || words === '') return;
    const child = spawn(this.#program, ['-v', voices[language], '-s', wordsPerMinute, '--stdin'], {
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    this.#child = child;
    child.on('error', () => this.#fail(child));
    child.on('exit', (code) => {
      if (code !== null && code !== 0) this.#fail(child);
      else if (this.#child === child) this.#child = undefined;
    });
    // It may end, or be ended, before it has read everything.
    child.stdin.on('error', () => undefined);
    child.stdin.end(`${words}\n`);
  }

  stop(): void {
    const child = this.#child;
    this.#child = undefined;
    child?.kill('SIGKILL');
  }

  /** For good. */
  close(): void {
    this.#stopped = true;
    this.#options.clock.clearTimeout(this.#timer);
    this.stop();
  }

  /** A synthesizer that cannot speak is not offered, until it is looked for again. */
  #fail(child: ChildProcess): void {
    if (this.#child !== child) return;
    this.#child = undefined;
    this.#options.log.warn('SPEECH-FAILED');
    this.#there = false;
    this.#options.onChange();
    this.#timer = this.#options.clock.setTimeout(() => void this.start(), lookAgainMs);
  }

  #answers(): Promise<boolean> {
    return new Promise((resolve) => {
      const child = spawn(this.#program, ['--version'], { stdio: 'ignore', timeout: lookTimeoutMs });
      child.on('error', () => resolve(false));
      child.on('exit', (code) => resolve(code === 0));
    });
  }
}
