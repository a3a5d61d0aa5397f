import type { Clock } from '../domain/clock.ts';
import type { Result } from '../domain/result.ts';
import type { Log } from '../logging/log.ts';
import { createPasses, type Passes } from './access/passes.ts';
import { QuietLog } from './access/quiet-log.ts';
import type { ContactBook, CustomerBook } from './customer-book.ts';
import { GatewayRouter } from './gateway-router.ts';
import { createPanel } from './panel/panel.ts';
import type { FindPaper } from './papers.ts';
import type { VisitHistory } from './visit-history.ts';
import type { FoundBy } from './who.ts';
import {
  type GatewayServer,
  type OpenProblem,
  openGatewayServer,
  type ServerIdentity,
  type ServerLimits,
  usualLimits,
} from './wire/gateway-server.ts';

/** How the gateway is to be, as the settings say. */
export interface GatewayOptions {
  /** IP address of this machine. */
  readonly address: string;
  readonly port: number;
  readonly token: string;
  readonly behindProxy: boolean;
  readonly requestsPerMinute: number;
  /** Where others reach the gateway, without slash at its end; absent: nobody is given a link. */
  readonly publicUrl?: string;
  readonly panel: boolean;
  readonly callbacks: boolean;
  readonly framedBy: readonly string[];
  readonly saveEmail: boolean;
  readonly savePhone: boolean;
  /** Days for which a link to a paper is good. */
  readonly linkDays: number;
}

export interface GatewayParts {
  readonly options: GatewayOptions;
  /** Certificate and key of the settings; `undefined` when they name none. */
  readonly readIdentity: () => Promise<Result<ServerIdentity, OpenProblem> | undefined>;
  readonly customers: CustomerBook;
  readonly contacts: ContactBook;
  readonly visits: VisitHistory;
  /** Finds a paper that a link of ours names. */
  readonly findPaper: FindPaper;
  readonly companyName: string;
  /** IANA name. */
  readonly timeZone: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly limits?: ServerLimits;
}

/** How the gateway stands. `problem`: the system's code, or `identity` or `no-tls` of ours. */
export interface GatewayStanding {
  readonly address: string;
  readonly state: 'opening' | 'listening' | 'failed';
  readonly problem?: string;
}

export interface Gateway {
  /** Listens as soon as it can; what keeps it from that is told by `standing`, and nothing else of the kiosk waits. */
  start(): void;
  /** Ends what is under way and frees the port. */
  stop(): Promise<void>;
  standing(): GatewayStanding;
  /** A link to a paper of a visit; undefined where nobody outside could open it. */
  linkTo(visitId: string, paper: string): string | undefined;
  /** Whether it listens at this address and port. */
  holds(address: string, port: number): boolean;
}

/** The port may be free in a moment, and the network there after the machine has started. */
const MAY_PASS: ReadonlySet<string> = new Set(['EADDRINUSE', 'EADDRNOTAVAIL']);
const RETRY_MS = 15_000;
/** For as long as an agent has a contact open; the platform asks for another one each time. */
const PANEL_PASS_MS = 30 * 60_000;
const DAY_MS = 86_400_000;

export function createGateway(parts: GatewayParts): Gateway {
  return new LocalGateway(parts);
}

class LocalGateway implements Gateway {
  readonly #parts: GatewayParts;
  readonly #passes: Passes;
  readonly #router: GatewayRouter;
  #state: GatewayStanding['state'] = 'opening';
  #problem: string | undefined;
  #server: GatewayServer | undefined;
  #opening: Promise<void> = Promise.resolve();
  #timer: unknown;
  #stopped = false;

  constructor(parts: GatewayParts) {
    this.#parts = parts;
    this.#passes = createPasses(parts.options.token, parts.clock);
    this.#router = createRouter(parts, this.#passes);
  }

  start(): void {
    this.#opening = this.#open();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#router.end();
    this.#parts.clock.clearTimeout(this.#timer);
    await this.#opening;
    await this.#server?.close();
  }

  standing(): GatewayStanding {
    const { address, port } = this.#parts.options;
    const host = address.includes(':') ? `[${address}]` : address;
    return {
      address: `${host}:${this.#server?.port ?? port}`,
      state: this.#state,
      ...(this.#problem !== undefined && { problem: this.#problem }),
    };
  }

  linkTo(visitId: string, paper: string): string | undefined {
    const { publicUrl, linkDays } = this.#parts.options;
    if (publicUrl === undefined) return undefined;
    return `${publicUrl}/files/${this.#passes.issue({ kind: 'paper', visitId, paper }, linkDays * DAY_MS)}`;
  }

  holds(address: string, port: number): boolean {
    return this.#server?.port === port && this.#parts.options.address === address;
  }

  async #open(): Promise<void> {
    const { options, readIdentity, clock, log, limits = usualLimits } = this.#parts;
    const identity = await readIdentity();
    if (identity?.ok === false) return this.#fail(identity.error);
    const opened = await openGatewayServer({
      address: options.address,
      port: options.port,
      behindProxy: options.behindProxy,
      ...(identity && { identity: identity.value }),
      limits,
      clock,
      handle: (asked) => this.#router.handle(asked),
    });
    if (!opened.ok) return this.#fail(opened.error);
    this.#server = opened.value;
    this.#state = 'listening';
    this.#problem = undefined;
    log.info('GATEWAY-LISTENING', { port: opened.value.port, tls: identity !== undefined });
  }

  #fail(problem: OpenProblem): void {
    if (problem !== this.#problem) this.#parts.log.error('GATEWAY-NOT-OPENED', { problem });
    this.#state = 'failed';
    this.#problem = problem;
    if (this.#stopped || !MAY_PASS.has(problem)) return;
    this.#timer = this.#parts.clock.setTimeout(() => this.start(), RETRY_MS);
  }
}

function createRouter(parts: GatewayParts, passes: Passes): GatewayRouter {
  const { options, customers, contacts, visits, clock, log, timeZone, companyName } = parts;
  const { publicUrl, framedBy } = options;
  const quietLog = new QuietLog(log, clock);
  const panelAddress = (document: string, by: FoundBy): string | undefined => {
    if (publicUrl === undefined || !options.panel) return undefined;
    return `${publicUrl}/panel?pass=${passes.issue({ kind: 'panel', document, by }, PANEL_PASS_MS)}`;
  };
  const saves = { email: options.saveEmail, phone: options.savePhone };
  return new GatewayRouter({
    ...options,
    panel: options.panel
      ? createPanel({ customers, visits, clock, timeZone, companyName, framedBy })
      : undefined,
    callbacks: options.callbacks
      ? { customers, contacts, panelAddress, saves, visits, quietLog, clock, timeZone, log }
      : undefined,
    findPaper: parts.findPaper,
    visits,
    passes,
    clock,
    log,
    quietLog,
  });
}
