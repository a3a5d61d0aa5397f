import { X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import type { Clock } from '../domain/clock.ts';
import { type Result, success } from '../domain/result.ts';
import type { Log } from '../logging/log.ts';
import { createPasses } from './access/passes.ts';
import { QuietLog } from './access/quiet-log.ts';
import type { GatewayOptions } from './gateway.ts';
import { GatewayRouter } from './gateway-router.ts';
import {
  type OpenProblem,
  openGatewayServer,
  type ServerIdentity,
  usualLimits,
} from './wire/gateway-server.ts';

/** A gateway that answers nothing but whether it is there, for a technician who tries the settings. */
export interface TrialGateway {
  /** Absent: plain HTTP. `validTo`: wall time, milliseconds. */
  readonly certificate?: { readonly validTo: number; isFor(hostname: string): boolean };
  close(): Promise<void>;
}

export interface TrialParts {
  readonly options: GatewayOptions;
  readonly identity: Result<ServerIdentity, OpenProblem> | undefined;
  /** The running gateway holds this address and port itself: the trial takes another port. */
  readonly isOwnPort: boolean;
  readonly clock: Clock;
  readonly log: Log;
}

/** Opens a gateway as the options say, for a moment. */
export async function openTrial(parts: TrialParts): Promise<Result<TrialGateway, OpenProblem>> {
  const { options, identity, isOwnPort, clock, log } = parts;
  if (identity?.ok === false) return identity;
  const router = new GatewayRouter({
    ...options,
    panel: undefined,
    callbacks: undefined,
    findPaper: undefined,
    visits: { documentsOf: () => [] },
    passes: createPasses(options.token, clock),
    clock,
    log,
    quietLog: new QuietLog(log, clock),
  });
  const opened = await openGatewayServer({
    address: options.address,
    port: isOwnPort ? 0 : options.port,
    behindProxy: options.behindProxy,
    ...(identity && { identity: identity.value }),
    limits: usualLimits,
    clock,
    handle: (asked) => router.handle(asked),
  });
  if (!opened.ok) return opened;
  return success({
    ...(identity && { certificate: readCertificate(identity.value) }),
    close: () => opened.value.close(),
  });
}

function readCertificate({ cert }: ServerIdentity): NonNullable<TrialGateway['certificate']> {
  const certificate = new X509Certificate(cert);
  return {
    validTo: Date.parse(certificate.validTo),
    isFor(hostname) {
      const host = hostname.replace(/^\[|\]$/g, '');
      return (isIP(host) === 0 ? certificate.checkHost(host) : certificate.checkIP(host)) !== undefined;
    },
  };
}
