import type { Json, ObservedExchange, TestReport } from '../contract/technician.ts';
import type { Clock } from '../domain/clock.ts';
import type { HttpClient } from '../http/http-client.ts';
import { observeHttp } from './observed-http.ts';

/** What a test found, before secrets are hidden. */
export interface Finding {
  readonly worked: boolean;
  /** One line in pt-BR. */
  readonly summary: string;
  readonly code?: string;
  readonly mapped?: Json;
}

export interface TestParts {
  readonly http: HttpClient;
  readonly clock: Clock;
  /** Values that no part of the report may show. */
  readonly secrets: readonly string[];
}

/** What a test works with; `lastExchange` is the newest request that has ended. */
export interface TestBench {
  readonly http: HttpClient;
  readonly lastExchange: () => ObservedExchange | undefined;
}

/** Runs a test with a client that is watched and makes the report of it: no part of it shows a secret. */
export async function reportOn(
  parts: TestParts,
  test: (bench: TestBench) => Promise<Finding>,
): Promise<TestReport> {
  const begun = parts.clock.monotonic();
  const { http, exchanges, mask } = observeHttp(parts.http, parts.clock, parts.secrets);
  const { worked, summary, code, mapped } = await test({ http, lastExchange: () => exchanges().at(-1) });
  return {
    worked,
    summary: mask.text(summary),
    ...(code !== undefined && { code }),
    tookMs: Math.round(parts.clock.monotonic() - begun),
    exchanges: exchanges(),
    ...(mapped !== undefined && { mapped: mask.json(mapped) }),
  };
}

/** A value of the kiosk's own model as plain JSON; files become their size. */
export function asJson(value: unknown): Json {
  if (value instanceof Uint8Array) return { bytes: value.byteLength };
  if (Array.isArray(value)) return value.map(asJson);
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value).filter(([, each]) => each !== undefined);
    return Object.fromEntries(fields.map(([name, each]) => [name, asJson(each)]));
  }
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}
