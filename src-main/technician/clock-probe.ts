import type { ClockReading } from '../contract/technician.ts';
import type { Clock } from '../domain/clock.ts';
import type { HttpClient } from '../http/http-client.ts';

export interface ClockTest {
  /** Those of the ERPs and PSPs; of each host one is asked. */
  readonly addresses: readonly string[];
  readonly http: HttpClient;
  readonly clock: Clock;
}

const TIMEOUT_MS = 5000;
/** A `Date` header drops what is beyond its second: on average half of one. */
const DROPPED_MS = 500;

/** Compares this machine's clock with the `Date` headers of the ERPs' and PSPs' hosts, good to about a second. */
export function readClock({ addresses, http, clock }: ClockTest): Promise<readonly ClockReading[]> {
  const byHost = new Map(addresses.map((address) => [new URL(address).host, address]));
  return Promise.all([...byHost].map(([host, address]) => readHost(host, address, http, clock)));
}

/**
 * Asked without credentials: whatever is answered, also a refusal, has the time. The second answer counts, since the
 * first one's way is lengthened by making the connection.
 */
async function readHost(host: string, url: string, http: HttpClient, clock: Clock): Promise<ClockReading> {
  const first = await readOnce(url, http, clock);
  const aheadMs = first === undefined ? undefined : ((await readOnce(url, http, clock)) ?? first);
  return { host, ...(aheadMs !== undefined && { aheadMs }) };
}

async function readOnce(url: string, http: HttpClient, clock: Clock): Promise<number | undefined> {
  const begun = clock.monotonic();
  let aheadMs: number | undefined;
  await http.request({
    method: 'GET',
    url,
    timeoutMs: TIMEOUT_MS,
    onRawAnswer({ date }) {
      const serverTime = Date.parse(date ?? '') + DROPPED_MS;
      const halfWay = (clock.monotonic() - begun) / 2;
      if (!Number.isNaN(serverTime)) aheadMs = Math.round(clock.wallTime() - halfWay - serverTime);
    },
  });
  return aheadMs;
}
