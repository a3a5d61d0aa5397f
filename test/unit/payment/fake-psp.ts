import type { Charge, Payment } from '../../../src-main/domain/charge.ts';
import type { RemoteFailure } from '../../../src-main/domain/remote-failure.ts';
import { failure, type Result, success } from '../../../src-main/domain/result.ts';
import type { ChargeLook, LookPace, PixProvider } from '../../../src-main/payment/pix-provider.ts';
import { payment } from './till.ts';

/** A PSP in memory, with the pace of a kiosk's own account. */
export class FakePsp implements PixProvider {
  readonly pace: LookPace = { attendedMs: [1_000, 1_000, 3_000], awayMs: 30_000 };
  /** What it knows, by txid. */
  readonly charges = new Map<string, ChargeLook>();
  readonly requests: string[] = [];
  readonly cancels: string[] = [];
  looks = 0;
  /** Set: the answer to such a request is lost. */
  requestTrouble: RemoteFailure | undefined;
  lookTrouble: RemoteFailure | undefined;
  cancelTrouble: RemoteFailure | undefined;
  /** Whether a request or a cancelling takes effect although its answer is lost. */
  actsInTrouble = false;
  /** Looks wait for this. */
  hold: Promise<void> | undefined;

  pay(txid: string, payments: readonly Payment[] = [payment()]): void {
    this.charges.set(txid, { status: 'paid', payments });
  }

  async request(charge: Charge): Promise<Result<{ readonly brCode: string }, RemoteFailure>> {
    this.requests.push(charge.txid);
    await Promise.resolve();
    const brCode = `QR ${charge.txid}`;
    if (!this.requestTrouble || this.actsInTrouble) {
      this.charges.set(charge.txid, { status: 'awaiting', brCode });
    }
    return this.requestTrouble ? failure(this.requestTrouble) : success({ brCode });
  }

  async look(charge: Charge): Promise<Result<ChargeLook, RemoteFailure>> {
    this.looks += 1;
    const seen = this.charges.get(charge.txid) ?? { status: 'absent' };
    await this.hold;
    return this.lookTrouble ? failure(this.lookTrouble) : success(seen);
  }

  async cancel(charge: Charge): Promise<Result<'cancelled' | 'not-cancellable', RemoteFailure>> {
    this.cancels.push(charge.txid);
    await Promise.resolve();
    const possible = this.charges.get(charge.txid)?.status === 'awaiting';
    if (possible && (!this.cancelTrouble || this.actsInTrouble)) {
      this.charges.set(charge.txid, { status: 'cancelled' });
    }
    if (this.cancelTrouble) return failure(this.cancelTrouble);
    return success(possible ? 'cancelled' : 'not-cancellable');
  }
}
