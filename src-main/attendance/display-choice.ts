import type { Display, DisplayMode, Language } from '../contract/screen.ts';
import type { Clock } from '../domain/clock.ts';

/** What a visit needs to speak aloud. */
export interface Voice {
  /** Whether something can speak now. */
  isThere(): boolean;
  /** Says this instead of whatever it was saying. */
  say(text: string, language: Language): void;
  /** Silence at once. */
  stop(): void;
}

/** How every visit begins, and what its customer may change. */
export interface DisplayRules {
  readonly language: Language;
  /** More than one is a choice. */
  readonly languages: readonly Language[];
  readonly modes: readonly Exclude<DisplayMode, 'voice'>[];
}

export interface DisplayChoiceParts {
  readonly rules: DisplayRules;
  /** Absent where nobody shall be spoken to. */
  readonly voice?: Voice | undefined;
  readonly clock: Clock;
  /** Milliseconds after which a choice made on the attract screen is taken back, when no visit followed. */
  readonly unusedMs: number;
  /** It was taken back. */
  readonly onReset: () => void;
}

/** Language and modes that one customer chose. Gone with the visit: the next one begins as the technician set it. */
export class DisplayChoice {
  readonly #parts: DisplayChoiceParts;
  #language: Language;
  #modes: ReadonlySet<DisplayMode> = new Set();
  #timer: unknown;

  constructor(parts: DisplayChoiceParts) {
    this.#parts = parts;
    this.#language = parts.rules.language;
  }

  view(): Display {
    const offered = this.#offered();
    return {
      language: this.#language,
      languages: this.#parts.rules.languages,
      modes: offered.filter((mode) => this.#modes.has(mode)),
      offered,
    };
  }

  /** What is not offered stays as it is. */
  setLanguage(language: Language): void {
    if (!this.#parts.rules.languages.includes(language)) return;
    // Half a sentence in another language helps nobody.
    this.hush();
    this.#language = language;
  }

  /** What is not offered stays as it is. */
  setMode(mode: DisplayMode, on: boolean): void {
    if (!this.#offered().includes(mode)) return;
    const modes = new Set(this.#modes);
    if (on) modes.add(mode);
    else modes.delete(mode);
    this.#modes = modes;
    if (mode === 'voice' && !on) this.hush();
  }

  /** Speaks only to whoever asked to be spoken to. */
  say(text: string): void {
    if (this.#modes.has('voice')) this.#parts.voice?.say(text, this.#language);
  }

  hush(): void {
    this.#parts.voice?.stop();
  }

  /** Somebody is there. On the attract screen nothing else would tell that they went away. */
  touched(isFree: boolean): void {
    const { clock, unusedMs, onReset } = this.#parts;
    clock.clearTimeout(this.#timer);
    this.#timer = undefined;
    if (!isFree || !this.#isChanged()) return;
    this.#timer = clock.setTimeout(() => {
      this.reset();
      onReset();
    }, unusedMs);
  }

  /** As the next customer shall find it. */
  reset(): void {
    this.#parts.clock.clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#modes.has('voice')) this.hush();
    this.#language = this.#parts.rules.language;
    this.#modes = new Set();
  }

  #offered(): readonly DisplayMode[] {
    const { rules, voice } = this.#parts;
    return voice?.isThere() ? [...rules.modes, 'voice'] : rules.modes;
  }

  #isChanged(): boolean {
    return this.#modes.size > 0 || this.#language !== this.#parts.rules.language;
  }
}
