import type { Delivery } from '../target.ts';
import type { CaseLink } from './case-attachment.ts';
import { authorOf, type StepAuthor, wordsOf } from './case-steps.ts';

/** A comment on the Case. */
export interface CaseNote {
  /** Stands in the comment, so that a repeat knows what is there already. */
  readonly marker: string;
  readonly words: string;
  readonly author: StepAuthor;
  /** Wall time, milliseconds. */
  readonly at: number;
}

/** One per step, and one per paper that is only linked to. */
export function notesOf(history: Delivery['history'], links: readonly CaseLink[]): readonly CaseNote[] {
  const at = history.at(-1)?.occurredAt ?? 0;
  return [
    ...history.map(
      ({ eventId, occurredAt, event }): CaseNote => ({
        // Enough of it to tell the steps of one visit apart, and short enough to be overlooked.
        marker: `[${eventId.slice(0, 13)}]`,
        words: wordsOf(event),
        author: authorOf(event),
        at: occurredAt,
      }),
    ),
    ...links.map(
      ({ title, url }): CaseNote => ({ marker: `[${title}]`, words: url, author: 'terminal', at }),
    ),
  ];
}

const authorNames: Readonly<Record<StepAuthor, string>> = { customer: 'Cliente', terminal: 'Totem' };

/** Writes the kiosk's times for agents, who sit in its time zone. */
export class NoteWriter {
  readonly #auditFields: boolean;
  readonly #timeZone: string;
  #formatter: Intl.DateTimeFormat | undefined;

  /** @param auditFields whether the comment itself bears time and author */
  constructor(timeZone: string, auditFields: boolean) {
    this.#auditFields = auditFields;
    this.#timeZone = timeZone;
  }

  commentOf({ marker, words, author, at }: CaseNote): string {
    if (this.#auditFields) return `${words} ${marker}`;
    return `${authorNames[author]}, ${this.#timeOf(at)}: ${words} ${marker}`;
  }

  /** All of the visit at a glance; lists and reports of Cases show it, not the comments. */
  descriptionOf(history: Delivery['history']): string {
    return history.map(({ occurredAt, event }) => `${this.#timeOf(occurredAt)} ${wordsOf(event)}`).join('\n');
  }

  #timeOf(at: number): string {
    // The first formatter takes some 10 ms, for which start-up need not wait.
    this.#formatter ??= new Intl.DateTimeFormat('pt-BR', {
      timeZone: this.#timeZone,
      dateStyle: 'short',
      timeStyle: 'medium',
    });
    return this.#formatter.format(at);
  }
}
