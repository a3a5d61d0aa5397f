import { type Actor, createActor } from 'xstate';
import type { Intent, IntentMessage } from '../contract/intent.ts';
import type { Brand, Screen, View } from '../contract/screen.ts';
import { undoOpenBoleto } from './boleto-steps.ts';
import { DisplayChoice, type DisplayRules, type Voice } from './display-choice.ts';
import { HelpCall } from './help-call.ts';
import { IdleTimer } from './idle-timer.ts';
import { openingNow } from './opening-now.ts';
import { visitMachine } from './visit-machine.ts';
import type { VisitParts } from './visit-parts.ts';
import { type DrawQr, screenOf } from './visit-screen.ts';
import type { VisitMachineEvent } from './visit-setup.ts';
import { undoPrint } from './visit-steps.ts';
import { WrongTries } from './wrong-tries.ts';

export interface AttendanceOptions {
  readonly parts: VisitParts;
  readonly brand: Brand;
  readonly drawQr: DrawQr;
  readonly display: DisplayRules;
  /** Absent where nobody shall be spoken to. */
  readonly voice?: Voice;
}

/** Milliseconds between looks at whether it opened or closed. */
const hoursLookMs = 10_000;

/** All that is not about the idle time, nor said by the page itself. */
type VisitIntent = Exclude<Intent, { type: 'activity' | 'more-time' | 'speak' }>;

/** Screens that are the same one as long as their name is; an invoice's is another one for another invoice. */
function identityOf(screen: Screen): string {
  if (screen.name === 'invoice') return `invoice ${screen.invoice.id}`;
  if (screen.name === 'document') return `document ${screen.purpose ?? ''}`;
  return 'question' in screen ? `${screen.name} ${screen.question}` : screen.name;
}

/** Runs visits: takes intents from the page and news from payment and printing, and tells the page what to draw. */
export class Attendance {
  readonly #options: AttendanceOptions;
  readonly #tries: WrongTries;
  readonly #idle: IdleTimer;
  readonly #help: HelpCall;
  readonly #display: DisplayChoice;
  #visit: Actor<typeof visitMachine>;
  readonly #listeners = new Set<(view: View) => void>();
  #screenKey = 0;
  #identity = '';
  #warning = false;
  #state: string | undefined;
  #hoursTimer: unknown;

  constructor(options: AttendanceOptions) {
    this.#options = options;
    const { parts } = options;
    this.#tries = new WrongTries(parts.clock, parts.rules.blockMs);
    this.#help = new HelpCall(parts);
    this.#display = new DisplayChoice({
      rules: options.display,
      voice: options.voice,
      clock: parts.clock,
      unusedMs: parts.rules.idleMs + parts.rules.idleWarningMs,
      onReset: () => this.#publish(),
    });
    this.#visit = this.#createVisit();
    this.#idle = new IdleTimer({
      clock: parts.clock,
      idleMs: parts.rules.idleMs,
      warningMs: parts.rules.idleWarningMs,
      onWarning: () => this.#showWarning(),
      onTimeout: () => this.tell({ type: 'timed-out' }),
    });
  }

  start(): void {
    this.#visit.start();
    if (this.#options.parts.rules.hours.length > 0) this.#watchHours(this.isOpen());
  }

  stop(): void {
    this.#options.parts.clock.clearTimeout(this.#hoursTimer);
    this.#idle.stop();
    this.#display.reset();
    this.#visit.stop();
  }

  /** Whether nobody is being attended. */
  isFree(): boolean {
    return this.#visit.getSnapshot().value === 'attract';
  }

  /** What the page should draw now. */
  view(): View {
    const screen = screenOf(this.#visit.getSnapshot(), this.#options.drawQr);
    const visitId = screen.name === 'attract' ? undefined : this.#visitId();
    const identity = identityOf(screen);
    if (identity !== this.#identity) {
      this.#identity = identity;
      this.#screenKey += 1;
    }
    const remainingMs = this.#idle.warningRemainingMs();
    return {
      screenKey: this.#screenKey,
      screen,
      brand: this.#options.brand,
      ...this.#help.view(visitId),
      display: this.#display.view(),
      ...(remainingMs !== undefined && {
        idleWarning: { totalMs: this.#options.parts.rules.idleWarningMs, remainingMs },
      }),
    };
  }

  /** Calls `listener` with every new view; the result stops that. */
  onView(listener: (view: View) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** What a person did. An intent from a screen that is no longer there does nothing but show that somebody is. */
  handle({ screenKey, intent }: IntentMessage): void {
    if (intent.type === 'speak') {
      if (screenKey === this.#screenKey) this.#display.say(intent.text);
      return;
    }
    const wasWarning = this.#warning;
    this.#keepAwake();
    if (intent.type === 'activity' || intent.type === 'more-time') return;
    // The warning covers the screen: a touch meant to make it go away must not press what lies below.
    if (wasWarning && intent.type !== 'leave') return;
    if (screenKey === this.#screenKey && !this.#takeDisplay(intent)) this.#take(intent);
  }

  /** How the screen speaks and looks is no matter of the visit. @returns whether it was meant */
  #takeDisplay(intent: VisitIntent): boolean {
    if (intent.type === 'set-language') this.#display.setLanguage(intent.language);
    else if (intent.type === 'set-mode') this.#display.setMode(intent.mode, intent.on);
    else if (intent.type === 'hush') this.#display.hush();
    else return false;
    this.#display.touched(this.isFree());
    this.#publish();
    return true;
  }

  /** What the visit itself does not know of, e.g. calling an attendant, leaves it where it is. */
  #take(intent: VisitIntent): void {
    const visitId = this.#visitId();
    if (intent.type === 'close-notice') {
      this.#help.close();
      this.#publish();
    } else if (intent.type === 'call-attendant') {
      const { screen } = this.view();
      if (visitId === undefined || screen.name === 'attract') return;
      this.#help.call(visitId, screen.name);
      this.#publish();
    } else if (!this.#help.covers(visitId) || intent.type === 'leave') {
      // A notice covers the screen as the idle warning does.
      this.#visit.send(intent);
    }
  }

  #visitId(): string | undefined {
    return this.#visit.getSnapshot().context.visitId;
  }

  /** News from payment, printing or time. */
  tell(event: VisitMachineEvent): void {
    this.#visit.send(event);
  }

  /** Something outside the visit changed what is drawn, e.g. the printer. */
  redraw(): void {
    this.#publish();
  }

  /** Whether visits may begin now. */
  isOpen(): boolean {
    return openingNow(this.#options.parts).open;
  }

  /** Looks again and again instead of computing the moment: the wall clock may be set at any time. */
  #watchHours(wasOpen: boolean): void {
    this.#hoursTimer = this.#options.parts.clock.setTimeout(() => {
      const open = this.isOpen();
      if (open !== wasOpen) this.redraw();
      this.#watchHours(open);
    }, hoursLookMs);
  }

  #createVisit(): Actor<typeof visitMachine> {
    const { parts } = this.#options;
    const clock = {
      setTimeout: (callback: () => void, delayMs: number) => parts.clock.setTimeout(callback, delayMs),
      clearTimeout: (handle: unknown) => parts.clock.clearTimeout(handle),
    };
    const visit = createActor(visitMachine, { input: { parts, tries: this.#tries }, clock });
    visit.subscribe({ next: () => this.#changed(), error: (error) => this.#startAfresh(error) });
    return visit;
  }

  /** A broken machine stands still for ever, with its customer on the screen: another takes its place. */
  #startAfresh(error: unknown): void {
    const { diary, payments, log } = this.#options.parts;
    const { context } = this.#visit.getSnapshot();
    const { visitId, charge } = context;
    log.error('VISIT-FAILED', { visitId, reason: String(error) });
    this.#visit = this.#createVisit();
    this.#visit.start();
    try {
      undoOpenBoleto(context, context);
      undoPrint(context, context);
      if (charge) payments.setAttended(charge.id, false);
      if (visitId) diary.end(visitId, 'crashed');
    } catch (reason) {
      log.error('VISIT-END-FAILED', { visitId, reason: String(reason) });
    }
  }

  #showWarning(): void {
    this.#warning = true;
    this.#publish();
  }

  #keepAwake(): void {
    const wasWarning = this.#warning;
    this.#warning = false;
    this.#followIdle();
    this.#display.touched(this.isFree());
    if (wasWarning) this.#publish();
  }

  #changed(): void {
    const state = this.#visit.getSnapshot().value;
    // News from the PSP or the printer is no sign of a person: only another state starts the time afresh.
    if (state !== this.#state) {
      this.#state = state;
      this.#warning = false;
      this.#help.close();
      // The next customer begins as the technician set it; what was chosen before the first touch is kept.
      if (this.isFree()) this.#display.reset();
      else this.#display.touched(false);
      this.#followIdle();
    }
    this.#publish();
  }

  /** Only where the customer is expected to act does time run out; on the QR screen the charge's expiry governs. */
  #followIdle(): void {
    if (this.#visit.getSnapshot().hasTag('counts-idle')) this.#idle.restart();
    else this.#idle.stop();
  }

  #publish(): void {
    const view = this.view();
    for (const listener of this.#listeners) listener(view);
  }
}
