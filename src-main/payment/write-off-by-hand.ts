import { isWriteOffFinal } from '../domain/write-off.ts';
import type { WriteOff, WriteOffJournal } from './write-off-journal.ts';

/** What became of a person's wish. `gone`: it is no longer there, or closed; `failed`: it may not be done. */
export type ByHand = 'done' | 'gone' | 'failed';

export interface WriteOffByHandParts {
  readonly writeOffs: WriteOffJournal;
  /** Whether the settings still name the ERP of this charge. */
  readonly hasErp: (chargeId: string) => boolean;
  /** Has the queue take the write-off's next step now. */
  readonly tryNow: (writeOffId: string) => void;
}

/**
 * What a person may do to a write-off. Trying again never sends by itself: it only hands the write-off back to the
 * queue, which reads the invoice first and sends as the repeat rule says.
 */
export interface WriteOffByHand {
  /** `failed` for what must be given back, and where another payment of the invoice may have settled it. */
  retry(writeOffId: string): ByHand;
  /**
   * Closes what waits for a person; `failed` for what the queue still works on. It does not where the settings no
   * longer name the ERP, and such a write-off can be closed, too.
   */
  settle(writeOffId: string, reason: string): ByHand;
}

export function createWriteOffByHand({ writeOffs, hasErp, tryNow }: WriteOffByHandParts): WriteOffByHand {
  return {
    retry(writeOffId) {
      const found = writeOffs.find(writeOffId);
      if (!found || isClosed(found)) return 'gone';
      if (found.state === 'REFUND_DUE') return 'failed';
      if (found.state === 'MANUAL') {
        if (writeOffs.listRivals(found).some(mayHaveSettled)) return 'failed';
        takeUp(writeOffs, found);
      }
      tryNow(writeOffId);
      return 'done';
    },
    settle(writeOffId, reason) {
      const found = writeOffs.find(writeOffId);
      if (!found || isClosed(found)) return 'gone';
      if (isWriteOffFinal(found.state)) {
        writeOffs.markHandled(found, reason);
        return 'done';
      }
      if (hasErp(found.chargeId)) return 'failed';
      const left = writeOffs.markManual(
        found,
        'MANUAL',
        'ERP-NOT-CONFIGURED',
        'its ERP is no longer configured',
      );
      writeOffs.markHandled(left, reason);
      return 'done';
    },
  };
}

function takeUp(writeOffs: WriteOffJournal, writeOff: WriteOff): void {
  const sends = sendsInDoubt(writeOff);
  writeOffs.markTakenUp(writeOff, sends === 0 ? 'PENDING' : 'UNKNOWN', sends);
}

/** Of a MANUAL one: a send with a definite no did nothing; any other may have, and is looked for before the next. */
function sendsInDoubt({ alarm, sends }: WriteOff): number {
  const lastDidNothing = alarm === 'WRITE-OFF-REFUSED' || alarm === 'WRITE-OFF-SETTLED-ELSEWHERE';
  return lastDidNothing ? Math.max(0, sends - 1) : sends;
}

function isClosed({ state, handled }: WriteOff): boolean {
  if (handled) return true;
  return isWriteOffFinal(state) && state !== 'MANUAL' && state !== 'REFUND_DUE';
}

/** Whether another payment's write-off of the same invoice settled it or may yet: then this one must not be sent. */
function mayHaveSettled(rival: WriteOff): boolean {
  if (rival.state === 'REFUND_DUE' || rival.state === 'REFUNDED') return false;
  return !(rival.state === 'MANUAL' && sendsInDoubt(rival) === 0);
}
