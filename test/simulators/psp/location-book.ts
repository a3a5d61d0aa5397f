import { createHash } from 'node:crypto';

export type ChargeKind = 'cob' | 'cobv';

/** The address inside a QR, free or bound to a charge. */
export interface Location {
  readonly id: number;
  readonly url: string;
  readonly kind: ChargeKind;
  readonly createdAt: string;
  txid?: string;
}

/** The simulated PSP's locations. */
export class LocationBook {
  private readonly locations: Location[] = [];
  private readonly now: () => number;

  constructor(now: () => number) {
    this.now = now;
  }

  make(kind: ChargeKind): Location {
    const id = this.locations.length + 1;
    const token = createHash('sha256').update(`location ${id}`).digest('hex').slice(0, 32);
    const path = kind === 'cob' ? 'qr/v2' : 'qr/v2/cobv';
    const createdAt = new Date(this.now()).toISOString();
    const location = { id, url: `pix.example.com/${path}/${token}`, kind, createdAt };
    this.locations.push(location);
    return location;
  }

  find(id: number): Location | undefined {
    return this.locations.find((location) => location.id === id);
  }

  /** Whether a charge of this kind may have it. */
  isFree(id: number, kind: ChargeKind): boolean {
    const location = this.find(id);
    return location !== undefined && location.kind === kind && location.txid === undefined;
  }

  /** The location of a charge: a free one that it names, else a new one. */
  bind(kind: ChargeKind, txid: string, id: number | undefined): Location {
    const location = (id === undefined ? undefined : this.find(id)) ?? this.make(kind);
    location.txid = txid;
    return location;
  }
}

/** A location as PayloadLocation or PayloadLocationCompleta. */
export function locationOnWire({ id, txid, url, kind, createdAt }: Location): Record<string, unknown> {
  return { id, ...(txid !== undefined && { txid }), location: url, tipoCob: kind, criacao: createdAt };
}
