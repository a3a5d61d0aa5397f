import type { Log } from '../../logging/log.ts';

/** Beyond it the company's other systems soon stand still too. */
const ALARM_SHARE = 0.9;

/** Calls of the last 24 hours, of all systems that use the org. */
export interface ApiUsage {
  readonly used: number;
  readonly most: number;
}

/** Reads `Sforce-Limit-Info`, e.g. `api-usage=18/15000; per-app-api-usage=…`. */
export function readApiUsage(header: string | undefined): ApiUsage | undefined {
  const [, used, most] = /(?:^|[\s;,])api-usage=(\d{1,12})\/(\d{1,12})/.exec(header ?? '') ?? [];
  return used === undefined || most === undefined ? undefined : { used: Number(used), most: Number(most) };
}

/** Tells once when most of the day's calls are used up, and again only after it was better. */
export class ApiUsageWatch {
  readonly #log: Log;
  #told = false;

  constructor(log: Log) {
    this.#log = log;
  }

  saw(header: string | undefined): void {
    const usage = readApiUsage(header);
    if (!usage) return;
    const high = usage.used >= usage.most * ALARM_SHARE;
    if (high && !this.#told) this.#log.warn('CRM-API-LIMIT', { used: usage.used, most: usage.most });
    this.#told = high;
  }
}
