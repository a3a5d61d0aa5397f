import type { IntentMessage } from './contract/intent.ts';
import type { View } from './contract/screen.ts';
import type { Log } from './logging/log.ts';
import type { TechnicianVisit } from './technician/technician-visit.ts';

/** What the host needs of a kiosk. */
export interface HostedKiosk {
  readonly attendance: {
    isFree(): boolean;
    view(): View;
    handle(message: IntentMessage): void;
    onView(listener: (view: View) => void): void;
  };
  stop(): Promise<void>;
}

/** Either a kiosk, or the one view that says why there is none. */
export type Hosted<K> =
  | { readonly kiosk: K; readonly view: undefined }
  | { readonly kiosk: undefined; readonly view: View };

export interface KioskHostParts<K> {
  /** Reads settings and storage and puts a kiosk together. Never throws. */
  readonly start: () => Promise<Hosted<K>>;
  /** Takes up what an earlier run left open. Never throws. */
  readonly takeUpWork: (started: Hosted<K>) => Promise<Hosted<K>>;
  readonly technician: TechnicianVisit;
  readonly show: (view: View) => void;
  readonly log: Log;
}

/**
 * The kiosk that runs now, or the view that says why none does. Starts another one when a technician changed the
 * settings, and shows the technician's area in its place as long as somebody is there; payments go on meanwhile.
 */
export class KioskHost<K extends HostedKiosk> {
  readonly #parts: KioskHostParts<K>;
  #started: Hosted<K>;
  /** Starts, restarts and the end follow one another. */
  #line: Promise<void> = Promise.resolve();
  /** The app is ending: nothing new is begun, also not by what was asked for before. */
  #ended = false;

  private constructor(parts: KioskHostParts<K>, started: Hosted<K>) {
    this.#parts = parts;
    this.#started = started;
    parts.technician.onChange(() => this.#show());
    this.#listen();
  }

  /** Puts the first kiosk together; `takeUpWork` comes when the page is there. */
  static async open<K extends HostedKiosk>(parts: KioskHostParts<K>): Promise<KioskHost<K>> {
    return new KioskHost(parts, await parts.start());
  }

  /** The kiosk, unless its settings or its storage let none run. */
  kiosk(): K | undefined {
    return this.#started.kiosk;
  }

  /** What the page should draw now. */
  view(): View {
    const started = this.#started;
    const own = started.view ?? started.kiosk.attendance.view();
    if (!this.#parts.technician.isHere()) return own;
    return { screenKey: 0, screen: { name: 'technician' }, brand: own.brand };
  }

  /** What a person did. */
  handle(message: IntentMessage): void {
    const { technician } = this.#parts;
    if (technician.isHere()) return technician.keepAwake();
    if (message.intent.type !== 'technician') return this.kiosk()?.attendance.handle(message);
    // A customer who stands there is not pushed aside by five touches on the logo.
    if (this.kiosk()?.attendance.isFree() ?? true) technician.enter();
  }

  takeUpWork(): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#ended) return;
      this.#started = await this.#parts.takeUpWork(this.#started);
      this.#show();
    });
  }

  /** Ends the kiosk and starts another one from what the settings say now. Never rejects. */
  restart(): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#ended) return;
      this.#parts.log.info('KIOSK-RESTARTS');
      await this.#end();
      this.#started = await this.#parts.start();
      this.#listen();
      this.#started = await this.#parts.takeUpWork(this.#started);
      this.#show();
    });
  }

  /** Lets the steps in hand finish and closes everything. */
  stop(): Promise<void> {
    return this.#inTurn(async () => {
      this.#ended = true;
      this.#parts.technician.leave();
      await this.kiosk()?.stop();
    });
  }

  /** What does not end in order must not leave a kiosk that stands still: as after a crash, the next one takes over. */
  async #end(): Promise<void> {
    try {
      await this.kiosk()?.stop();
    } catch (error) {
      this.#parts.log.error('STOP-FAILED', { reason: String(error) });
    }
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const done = this.#line.then(work);
    this.#line = done.catch(() => undefined);
    return done;
  }

  #listen(): void {
    this.kiosk()?.attendance.onView(() => this.#show());
  }

  #show(): void {
    this.#parts.show(this.view());
  }
}
