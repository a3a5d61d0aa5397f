import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { READY } from '../simulators/printer/status-bytes.ts';
import type { Simulator } from '../simulators/server/simulator.ts';
import { isStopped } from '../support/process-tree.ts';
import { startWorld, type World, type WorldOptions, type WorldSettings } from '../support/world.ts';
import type { Chance } from './chance.ts';
import { ChildKiosk } from './child-kiosk.ts';
import { isAtRest, type Journal, readJournal } from './journal.ts';
import { openSmallDisk, type SmallDisk } from './small-disk.ts';
import { PATIENCE_MS } from './until.ts';
import { openWire, type Wire } from './wire.ts';
import { Witness } from './witness.ts';

export interface SceneOptions {
  readonly world?: WorldOptions;
  readonly settings?: (settings: WorldSettings) => void;
  /** The data folder lies on a file system of its own with so many megabytes. */
  readonly diskMegabytes?: number;
  /** By how much the kiosk's wall clock is off from the start, in milliseconds. */
  readonly wallOffsetMs?: number;
}

/** The part of any simulator that moments are made of. */
type Moments = Pick<Simulator<unknown>, 'onRequest' | 'onAnswered'>;

/** In random runs a blow falls at any time within so many milliseconds: a request here takes less than that. */
const STEP_MS = 40;

/** Steps of some seconds to minutes: hours, in which all must have come to its end. */
const MOST_ROUNDS = 150;

/** One kiosk that dies and comes back, in a world that does not; all of its network can be cut. */
export class Scene {
  readonly world: World;
  readonly witness: Witness;
  readonly wires: { readonly erp: Wire; readonly psp: Wire };
  readonly disk: SmallDisk | undefined;
  readonly #chance: Chance;
  readonly #options: SceneOptions;
  #kiosk: ChildKiosk | undefined;
  readonly #others: ChildKiosk[] = [];

  private constructor(options: SceneOptions, chance: Chance, parts: Pick<Scene, 'world' | 'wires' | 'disk'>) {
    this.#options = options;
    this.#chance = chance;
    this.world = parts.world;
    this.wires = parts.wires;
    this.disk = parts.disk;
    this.witness = new Witness(this.world, [this.home]);
  }

  /** A fresh world with a data folder of its own, and no kiosk yet. @throws when there can be no small disk here */
  static async open(options: SceneOptions, chance: Chance): Promise<Scene> {
    const world = await startWorld({ printer: false, ...options.world });
    const [erp, psp] = await Promise.all([openWire(world.erp.url), openWire(world.psp.url)]);
    const disk = options.diskMegabytes === undefined ? undefined : await openSmallDisk(options.diskMegabytes);
    const scene = new Scene(options, chance, { world, wires: { erp, psp }, disk });
    await scene.writeSettings(scene.home);
    return scene;
  }

  /** The data folder. */
  get home(): string {
    return this.disk?.folder ?? this.world.dataFolder;
  }

  /** The kiosk that runs, or ran last. */
  get kiosk(): ChildKiosk {
    if (!this.#kiosk) throw new Error('no kiosk was started yet');
    return this.#kiosk;
  }

  journal(): Journal {
    return readJournal(this.home);
  }

  /** Starts the kiosk (again) and does not wait for it. */
  launch(): ChildKiosk {
    this.#kiosk = new ChildKiosk({
      dataFolder: this.home,
      wallOffsetMs: this.#options.wallOffsetMs ?? 0,
      onView: (view) => this.witness.sees(view),
    });
    return this.#kiosk;
  }

  /** Starts the kiosk (again), until it has taken up what was left open. */
  async boot(): Promise<ChildKiosk> {
    const kiosk = this.launch();
    await kiosk.ready();
    return kiosk;
  }

  /** SIGKILL; resolves when nothing of the kiosk runs any more. */
  async kill(): Promise<void> {
    await this.kiosk.kill();
  }

  /** Another kiosk of the same company, with a data folder of its own. */
  async bootAnother(): Promise<ChildKiosk> {
    const dataFolder = join(this.world.dataFolder, `kiosk-${this.#others.length + 2}`);
    await mkdir(dataFolder);
    await this.writeSettings(dataFolder);
    const kiosk = new ChildKiosk({ dataFolder, onView: (view) => this.witness.sees(view) });
    this.#others.push(kiosk);
    await kiosk.ready();
    this.witness.homes.push(dataFolder);
    return kiosk;
  }

  /** Resolves after some milliseconds of this step: none, unless moments are random. */
  async moment(): Promise<void> {
    if (this.#chance.random) await delay(this.#chance.next() * STEP_MS);
  }

  /**
   * Does something while the simulator holds its next request for `operation`, which is then carried out (or not, if
   * the simulator has a fault for it). In random runs it is not held, and the blow may fall after it. Resolves when
   * it is done.
   */
  during(simulator: Moments, operation: string, act: () => Promise<unknown>): Promise<void> {
    return new Promise((resolve, reject) => {
      const remove = simulator.onRequest((request) => {
        if (request.operation !== operation) return undefined;
        remove();
        const done = this.moment().then(act);
        done.then(() => resolve(), reject);
        return this.#chance.random ? undefined : done.then(() => undefined);
      });
    });
  }

  /**
   * Kills the kiosk after the simulator carried its next request for `operation` out and handed the answer to the
   * socket, but before the kiosk reads it: the kiosk stands still meanwhile. Resolves when it is dead.
   */
  killOnceAnswered(simulator: Moments, operation: string): Promise<void> {
    const removeFreezing = simulator.onRequest(async (request) => {
      if (request.operation !== operation) return;
      removeFreezing();
      const { pid } = this.kiosk;
      process.kill(pid, 'SIGSTOP');
      while (this.kiosk.alive && !(await isStopped(pid))) await delay(1);
    });
    return new Promise((resolve, reject) => {
      const removeKilling = simulator.onAnswered((request) => {
        if (request.operation !== operation) return;
        removeKilling();
        this.kill().then(resolve, reject);
      });
    });
  }

  /** Everything outside works again. */
  async heal(): Promise<void> {
    const { erp, psp, chat, crm, printer } = this.world;
    for (const simulator of [erp, psp, chat, crm]) simulator.setFaults([]);
    await Promise.all([this.wires.erp.become('up'), this.wires.psp.become('up')]);
    await printer?.plug();
    printer?.setCondition(READY);
    this.disk?.free();
  }

  /** Lets time go by, hours if need be, until no kiosk has anything left to do by itself. */
  async settle(): Promise<void> {
    if (!this.kiosk.alive) await this.boot();
    const kiosks = [this.kiosk, ...this.#others];
    for (let round = 0; !(await this.#comesTrueSoon(() => this.#isAtRest())); round += 1) {
      if (round > MOST_ROUNDS)
        throw new Error(`still at work after hours: ${JSON.stringify(this.journal())}`);
      await Promise.all(kiosks.map((kiosk) => kiosk.skip(Math.min(300_000, 5_000 + 1_000 * round))));
    }
  }

  /** Lets time go by in small steps until something is true. */
  async skipUntil(what: string, isTrue: () => unknown, stepMs = 5_000): Promise<void> {
    const deadline = performance.now() + PATIENCE_MS;
    while (!(await this.#comesTrueSoon(isTrue))) {
      if (performance.now() > deadline) throw new Error(`waited in vain for: ${what}`);
      await this.kiosk.skip(stepMs);
    }
  }

  /** What became due goes over real sockets. */
  async #comesTrueSoon(isTrue: () => unknown): Promise<boolean> {
    for (let look = 0; look < 10; look += 1) {
      if (isTrue()) return true;
      await delay(5);
    }
    return false;
  }

  async close(): Promise<void> {
    const kiosks = this.#kiosk ? [this.#kiosk, ...this.#others] : this.#others;
    await Promise.all(kiosks.map((kiosk) => kiosk.kill()));
    await Promise.all([this.wires.erp.close(), this.wires.psp.close(), this.world.close()]);
    await this.disk?.close();
  }

  #isAtRest(): boolean {
    return this.witness.homes.every(isAtRest);
  }

  /** The usual settings, over the wires that can be cut. */
  async writeSettings(home: string): Promise<void> {
    let text = '';
    await this.world.writeSettings((settings) => {
      const [erp] = settings.erps;
      const [account] = settings.pix.accounts;
      erp.baseUrl = this.wires.erp.url;
      // As companies have it: these tests let minutes go by instead of waiting for them.
      erp.settleWindowSeconds = 600;
      erp.proofIntervalSeconds = 30;
      if (account) {
        account.baseUrl = this.wires.psp.url;
        account.tokenUrl = `${this.wires.psp.url}/oauth/token`;
      }
      this.#options.settings?.(settings);
      text = JSON.stringify(settings);
    });
    await writeFile(join(home, 'settings.json'), text, { mode: 0o600 });
  }
}
