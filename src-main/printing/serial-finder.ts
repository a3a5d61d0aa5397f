import { realpath } from 'node:fs/promises';
import type { Clock } from '../domain/clock.ts';
import type { Result } from '../domain/result.ts';
import type { Log } from '../logging/log.ts';
import type { LineListener, OpenLine, PrinterLine } from './printer-line.ts';
import { openSerialLine, type SerialPlace } from './serial-line.ts';
import { type ListedPort, type ListPorts, listSystemPorts } from './serial-ports.ts';

export interface SerialFinderOptions {
  readonly place: SerialPlace;
  readonly clock: Clock;
  readonly log: Log;
  readonly listPorts?: ListPorts;
}

/**
 * Opens the port of the settings, or, once its USB adapter was seen and its path has gone, the one port at which the
 * same adapter is now. Two adapters that look alike are left alone: the other may be anything.
 */
export function createSerialFinder(options: SerialFinderOptions): OpenLine {
  const finder = new SerialFinder(options);
  return (listener) => finder.open(listener);
}

class SerialFinder {
  readonly #options: SerialFinderOptions;
  /** The adapter as it was listed when the settings' port was open. */
  #adapter: ListedPort | undefined;
  /** Once is enough: `udevadm` takes its time, and a port without an adapter never gets one. */
  #hasLooked = false;

  constructor(options: SerialFinderOptions) {
    this.#options = options;
  }

  async open(listener: LineListener): Promise<Result<PrinterLine, string>> {
    const { path } = this.#options.place;
    const opened = await this.#openAt(path, listener);
    if (opened.ok) {
      if (!this.#hasLooked) void this.#remember(path);
      return opened;
    }
    const moved = await this.#findMoved();
    if (moved === undefined) return opened;
    const found = await this.#openAt(moved, listener);
    if (found.ok) this.#options.log.warn('PRINTER-MOVED', { path: moved });
    return found;
  }

  #openAt(path: string, listener: LineListener): Promise<Result<PrinterLine, string>> {
    const { place, clock } = this.#options;
    return openSerialLine({ ...place, path, clock }, listener);
  }

  async #remember(path: string): Promise<void> {
    this.#hasLooked = true;
    const device = await realpath(path).catch(() => path);
    const port = (await this.#list()).find((listed) => listed.path === device || listed.path === path);
    if (port?.vendorId !== undefined) this.#adapter = port;
  }

  /** @returns the path of the only port that can be the one that is gone */
  async #findMoved(): Promise<string | undefined> {
    const adapter = this.#adapter;
    if (!adapter) return undefined;
    const ports = await this.#list();
    if (ports.some(({ path }) => path === adapter.path)) return undefined;
    const alike = ports.filter(
      ({ vendorId, productId, serialNumber }) =>
        vendorId === adapter.vendorId &&
        productId === adapter.productId &&
        serialNumber === adapter.serialNumber,
    );
    return alike.length === 1 ? alike[0]?.path : undefined;
  }

  /** None when the system does not tell: then the settings' path alone counts. */
  async #list(): Promise<readonly ListedPort[]> {
    return (this.#options.listPorts ?? listSystemPorts)().catch(() => []);
  }
}
