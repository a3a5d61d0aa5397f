import type {
  AnswerOf,
  InputOf,
  SaveOutcome,
  TechnicianCall,
  TechnicianReply,
} from '../contract/technician.ts';
import type { Log } from '../logging/log.ts';
import type { AuditLog } from './audit-log.ts';
import type { PinKeeper } from './pin-keeper.ts';
import { isTechnicianCall, parseInput } from './technician-input.ts';
import type { TechnicianVisit } from './technician-visit.ts';

type MaybeLater<T> = T | Promise<T>;

/** What does the work behind each call. */
export type CallHandlers<C extends TechnicianCall> = {
  readonly [Name in C]: (input: InputOf<Name>) => MaybeLater<AnswerOf<Name>>;
};

/** The calls that the desk answers itself: the door, and what must be followed by more than the answer. */
type OwnCall = 'door' | 'choose-pin' | 'unlock' | 'leave' | 'change-pin';

/** Calls that change something, here or elsewhere, or show a customer's data: each leaves a line in the audit log. */
const audited: ReadonlySet<TechnicianCall> = new Set<TechnicianCall>([
  'pick-file',
  'export-settings',
  'export-log',
  'export-closing',
  'test-erp',
  'test-pix',
  'test-relay',
  'test-senior-crm',
  'print-test-page',
  'reprint-receipt',
  'retry-write-off',
  'settle-write-off',
  'refund-pix',
  'retry-delivery',
  'retry-deliveries',
  'drop-delivery',
  'close-request',
]);

/** What an open section asks by itself again and again: that nobody touches anything must still be noticed. */
const repeated: ReadonlySet<TechnicianCall> = new Set<TechnicianCall>(['printer-status', 'read-state']);

export interface TechnicianDeskParts {
  readonly visit: TechnicianVisit;
  readonly pins: PinKeeper;
  readonly audit: AuditLog;
  readonly handlers: CallHandlers<Exclude<TechnicianCall, OwnCall>>;
  /** Starts the kiosk afresh from the settings that were just saved. */
  readonly restart: () => Promise<void>;
  readonly log: Log;
}

/** Answers the technician's area: nothing but the door's calls until the PIN was given. */
export class TechnicianDesk {
  readonly #parts: TechnicianDeskParts;
  readonly #handlers: CallHandlers<TechnicianCall>;

  constructor(parts: TechnicianDeskParts) {
    this.#parts = parts;
    this.#handlers = { ...parts.handlers, ...this.#doorHandlers() };
  }

  /** Never throws: what cannot be answered says why. */
  async answer(call: unknown, input: unknown): Promise<TechnicianReply<TechnicianCall>> {
    const { visit, log } = this.#parts;
    if (!isTechnicianCall(call)) {
      log.error('IPC-MESSAGE-REFUSED', { channel: 'technician' });
      return { ok: false, reason: 'refused' };
    }
    // Outside the area nobody asks anything, but what the page asked as it was closing.
    if (!visit.isHere()) return { ok: false, reason: 'locked' };
    if (!isOfTheDoor(call) && !visit.isInside()) return { ok: false, reason: 'locked' };
    if (!repeated.has(call)) visit.keepAwake();
    return this.#carryOut(call, input);
  }

  async #carryOut<C extends TechnicianCall>(call: C, input: unknown): Promise<TechnicianReply<C>> {
    const { audit, log, visit } = this.#parts;
    try {
      const parsed = parseInput(call, input);
      if (parsed === undefined) {
        log.error('IPC-MESSAGE-REFUSED', { channel: `technician ${call}` });
        return { ok: false, reason: 'refused' };
      }
      if (audited.has(call)) audit.record(call, subjectOf(parsed));
      const answer = await this.#handlers[call](parsed);
      await this.#afterwards(call, answer);
      // Whoever asked may have left meanwhile, and what was found is not for the next one.
      return isOfTheDoor(call) || visit.isInside() ? { ok: true, answer } : { ok: false, reason: 'locked' };
    } catch (error) {
      log.error('TECHNICIAN-CALL-FAILED', { call, reason: String(error) });
      return { ok: false, reason: 'failed' };
    }
  }

  /** Settings count from the moment they are saved. */
  async #afterwards<C extends TechnicianCall>(call: C, answer: AnswerOf<C>): Promise<void> {
    if (!isSaved(call, answer)) return;
    this.#parts.audit.record(call, `revision ${answer.state.revision}`);
    await this.#parts.restart();
  }

  #doorHandlers(): CallHandlers<OwnCall> {
    const { visit, pins, audit } = this.#parts;
    return {
      door: () => (visit.isInside() ? { state: 'open' } : pins.door()),
      'choose-pin': async ({ pin }) => {
        const chosen = await pins.choose(pin);
        if (chosen.outcome === 'open') visit.open();
        return chosen;
      },
      unlock: async ({ pin }) => {
        const checked = await pins.check(pin);
        if (checked.outcome === 'open') visit.open();
        return checked;
      },
      'change-pin': ({ current, pin }) => pins.change(current, pin),
      leave: () => {
        if (visit.isInside()) audit.record('leave');
        visit.leave();
        return null;
      },
    };
  }
}

function isOfTheDoor(call: TechnicianCall): boolean {
  return call === 'door' || call === 'choose-pin' || call === 'unlock' || call === 'leave';
}

/** Ids only: an audit line outlives the data that it is about. */
function subjectOf(input: object): string | undefined {
  const ids = Object.entries(input).filter(([key]) =>
    ['id', 'chargeId', 'event', 'target', 'purpose', 'account', 'erp', 'operation'].includes(key),
  );
  return ids.length === 0 ? undefined : ids.map(([key, value]) => `${key} ${String(value)}`).join(', ');
}

function isSaved(
  call: TechnicianCall,
  answer: unknown,
): answer is Extract<SaveOutcome, { outcome: 'saved' }> {
  if (call !== 'save-settings' && call !== 'undo-settings') return false;
  return typeof answer === 'object' && answer !== null && 'outcome' in answer && answer.outcome === 'saved';
}
