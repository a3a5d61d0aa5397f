/**
 * Why no payment may begin: what an earlier run left open was not looked at yet · the database came from a backup and
 * nobody has asked the PSPs yet what came in since · the disk is full · the database turned out to be damaged while the
 * kiosk runs.
 */
export type GateReason = 'starting' | 'restored' | 'disk-full' | 'damaged';

/** Whether new payments may begin. Those that have begun are seen through in any case. */
export class PaymentGate {
  readonly #reasons = new Set<GateReason>();

  reasons(): readonly GateReason[] {
    return [...this.#reasons];
  }

  isOpen(): boolean {
    return this.#reasons.size === 0;
  }

  /** @returns whether this is news */
  shut(reason: GateReason): boolean {
    if (this.#reasons.has(reason)) return false;
    this.#reasons.add(reason);
    return true;
  }

  /** Takes one reason back; another one may still keep it shut. @returns whether this is news */
  open(reason: GateReason): boolean {
    return this.#reasons.delete(reason);
  }
}
