import type { Voice } from '../../../src-main/attendance/display-choice.ts';
import type { Language } from '../../../src-main/contract/screen.ts';

/** Somebody who could speak, and what they were asked to say; a dash is silence. */
export class FakeVoice implements Voice {
  there = true;
  readonly said: string[] = [];

  isThere(): boolean {
    return this.there;
  }

  say(text: string, language: Language): void {
    this.said.push(`${language}: ${text}`);
  }

  stop(): void {
    this.said.push('-');
  }
}
