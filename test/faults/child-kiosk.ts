import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Intent } from '../../src-main/contract/intent.ts';
import type { Screen, ScreenName, View } from '../../src-main/contract/screen.ts';
import { withCompileCache } from '../support/compile-cache.ts';
import type { KioskNews, KioskOrder } from './kiosk-messages.ts';
import { until } from './until.ts';

export interface ChildKioskOptions {
  readonly dataFolder: string;
  /** By how much its wall clock is off, in milliseconds. */
  readonly wallOffsetMs?: number;
  /** Told of every view in the turn in which it comes. */
  readonly onView?: (view: View) => void;
}

/** A kiosk in a process of its own, with the hands and eyes of whoever stands before it. */
export class ChildKiosk {
  readonly #child: ChildProcess;
  readonly #views: View[] = [];
  readonly #exited: Promise<unknown>;
  #ready = false;
  #skipsUnderWay = 0;
  #errors = '';

  constructor({ dataFolder, wallOffsetMs = 0, onView }: ChildKioskOptions) {
    const program = join(import.meta.dirname, 'kiosk-process.ts');
    this.#child = spawn(process.execPath, [program], {
      env: {
        ...withCompileCache,
        BALCAO_HOME: dataFolder,
        BALCAO_WALL_OFFSET_MS: String(wallOffsetMs),
      },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    this.#exited = once(this.#child, 'exit');
    this.#child.stderr?.on('data', (bytes: Buffer) => {
      this.#errors += bytes.toString();
    });
    this.#child.on('message', (news: KioskNews) => {
      if (news.type === 'ready') this.#ready = true;
      if (news.type === 'skipped') this.#skipsUnderWay -= 1;
      if (news.type !== 'view') return;
      this.#views.push(news.view);
      onView?.(news.view);
    });
    // It may be killed in the middle of a message.
    this.#child.on('error', () => undefined);
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  get alive(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  get views(): readonly View[] {
    return this.#views;
  }

  /** What is on the screen now; `undefined` before the first view. */
  get shown(): Screen | undefined {
    return this.#views.at(-1)?.screen;
  }

  /** Resolves when it has taken up what an earlier run left open. */
  async ready(): Promise<void> {
    await until('the kiosk is ready', () => this.#mustLive() && this.#ready);
  }

  /** Resolves with the named screen once it is shown. */
  async screen<N extends ScreenName>(name: N): Promise<Extract<Screen, { name: N }>> {
    await until(
      () => `the screen ${name} (shown: ${JSON.stringify(this.shown).slice(0, 200)})`,
      () => this.#mustLive() && this.shown?.name === name,
    );
    return this.shown as Extract<Screen, { name: N }>;
  }

  /** A touch on what is shown now. */
  touch(intent: Intent): void {
    this.#send({ type: 'intent', screenKey: this.#views.at(-1)?.screenKey ?? 0, intent });
  }

  /** Lets time go by for this kiosk (milliseconds); resolves when it has. */
  async skip(ms: number): Promise<void> {
    this.#skipsUnderWay += 1;
    this.#send({ type: 'skip', ms });
    await until('time went by', () => this.#skipsUnderWay === 0 || !this.alive);
  }

  /** Somebody sets its wall clock; off by so many milliseconds from now on. */
  setWall(offsetMs: number): void {
    this.#send({ type: 'set-wall', offsetMs });
  }

  /** SIGKILL; resolves when it is gone. */
  async kill(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.#exited;
  }

  /** Ends it in order, as `SIGTERM` does. */
  async stop(): Promise<void> {
    if (!this.alive) return;
    this.#send({ type: 'stop' });
    await this.#exited;
  }

  #send(order: KioskOrder): void {
    // A dead kiosk does not hear; whoever talks to it finds out by waiting for what does not come.
    if (this.#child.connected) this.#child.send(order, () => undefined);
  }

  #mustLive(): true {
    if (!this.alive) throw new Error(`the kiosk's process has ended: ${this.#errors.slice(-2000)}`);
    return true;
  }
}
