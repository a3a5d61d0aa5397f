import type { AttendantState, HelpNotice, ScreenName } from '../contract/screen.ts';
import { maskName } from '../domain/person-name.ts';
import type { VisitParts } from './visit-parts.ts';

/** An attendant who was told is not told again for so long (milliseconds). */
const callAgainMs = 60_000;

/** "Chamar atendente" in the visit that goes on. It never moves the visit. */
export class HelpCall {
  readonly #parts: VisitParts;
  #visitId: string | undefined;
  #calledAt: number | undefined;
  #notice: HelpNotice | undefined;

  constructor(parts: VisitParts) {
    this.#parts = parts;
  }

  /** What the page shows of it in this visit; nothing where nobody can be called. */
  view(visitId: string | undefined): {
    readonly attendant?: AttendantState;
    readonly helpNotice?: HelpNotice;
  } {
    if (!this.#parts.help || visitId === undefined) return {};
    const called = this.#visitId === visitId && this.#calledAt !== undefined;
    const helpNotice = this.#visitId === visitId ? this.#notice : undefined;
    return { attendant: called ? 'called' : 'offered', ...(helpNotice && { helpNotice }) };
  }

  /** Whether its notice lies over the screen. */
  covers(visitId: string | undefined): boolean {
    return this.view(visitId).helpNotice !== undefined;
  }

  /** Has somebody come, unless they were told just now. */
  call(visitId: string, screen: ScreenName): void {
    const { help, clock, diary } = this.#parts;
    if (!help) return;
    if (this.#visitId !== visitId) this.#forget(visitId);
    const now = clock.monotonic();
    const isOnTheWay = this.#calledAt !== undefined && now - this.#calledAt < callAgainMs;
    const told = isOnTheWay || diary.record(visitId, { type: 'help-asked', screen });
    if (told && !isOnTheWay) this.#calledAt = now;
    const name = maskName(help.findCaller(visitId)?.name ?? '');
    this.#notice = { told, ...(told && name !== '' && { name }) };
  }

  /** Takes the notice away. */
  close(): void {
    this.#notice = undefined;
  }

  #forget(visitId: string): void {
    this.#visitId = visitId;
    this.#calledAt = undefined;
    this.#notice = undefined;
  }
}
