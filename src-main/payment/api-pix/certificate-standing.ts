import type { Result } from '../../domain/result.ts';
import type { CertificateProblem, ClientCertificate } from './client-certificate.ts';

/** How a client certificate stands; `validTo`: wall time, milliseconds. */
export type CertificateStanding =
  | { readonly state: 'good' | 'ends-soon' | 'ended' | 'not-yet'; readonly validTo: number }
  | { readonly state: 'unusable'; readonly problem: CertificateProblem };

const DAY_MS = 86_400_000;

/** Banks take days to hand out a new one. */
const WARN_DAYS = 30;

/**
 * Judges a certificate by the wall clock, which may be wrong: it is for people to read. Whether it is taken, the PSP
 * says.
 */
export function standingOf(
  certificate: Result<ClientCertificate, CertificateProblem>,
  wallTime: number,
): CertificateStanding {
  if (!certificate.ok) return { state: 'unusable', problem: certificate.error };
  const { validFrom, validTo } = certificate.value;
  if (wallTime < validFrom) return { state: 'not-yet', validTo };
  if (wallTime >= validTo) return { state: 'ended', validTo };
  return { state: daysLeft(validTo, wallTime) <= WARN_DAYS ? 'ends-soon' : 'good', validTo };
}

/** Days until the end, begun ones counted. */
export function daysLeft(validTo: number, wallTime: number): number {
  return Math.ceil((validTo - wallTime) / DAY_MS);
}
