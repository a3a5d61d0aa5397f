import type { DomainEventType } from '../../../src-main/domain/domain-event.ts';
import type { RemoteFailure } from '../../../src-main/domain/remote-failure.ts';
import { failure, type Result, success } from '../../../src-main/domain/result.ts';
import type { Delivery, RelayTarget } from '../../../src-main/relay/target.ts';

/** A target in memory that keeps every try, and fails as it is told. */
export class FakeTarget implements RelayTarget {
  readonly name: string;
  readonly tries: Delivery[] = [];
  /** What goes wrong with an event, until it is taken out of here. */
  readonly trouble = new Map<DomainEventType, RemoteFailure>();
  /** Deliveries wait for this. */
  hold: Promise<void> | undefined;
  readonly #wanted: readonly DomainEventType[] | undefined;

  /** @param wanted every type when absent */
  constructor(name: string, wanted?: readonly DomainEventType[]) {
    this.name = name;
    this.#wanted = wanted;
  }

  /** Visit and type of each try, e.g. `v1 visit-started`. */
  get told(): string[] {
    return this.tries.map(({ visit, event }) => `${visit?.id ?? 'kiosk'} ${event.type}`);
  }

  wants(type: DomainEventType): boolean {
    return this.#wanted?.includes(type) ?? true;
  }

  async deliver(delivery: Delivery): Promise<Result<void, RemoteFailure>> {
    this.tries.push(delivery);
    await this.hold;
    const trouble = this.trouble.get(delivery.event.type);
    return trouble ? failure(trouble) : success(undefined);
  }
}
