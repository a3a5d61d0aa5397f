import type { ClockReading } from '../contract/technician.ts';
import type { Clock } from '../domain/clock.ts';
import type { HttpClient } from '../http/http-client.ts';

export interface ClockTest {
  /** What of the settings names hosts. */
  readonly settings: {
    readonly erps: readonly { readonly baseUrl: string }[];
    readonly pix: { readonly accounts: readonly { readonly baseUrl: string; readonly tokenUrl: string }[] };
  };
  readonly http: HttpClient;
  readonly clock: Clock;
}

const TIMEOUT_MS = 5000;
/** A `Date` header drops what is beyond its second: on average half of one. */
const DROPPED_MS = 500;

/** Compares this machine's clock with the `Date` headers of the ERPs' and PSPs' hosts, good to about a second. */
export function readClock({ settings, http, clock }: ClockTest): Promise<readonly ClockReading[]> {
  const addresses = [
    ...settings.erps.map(({ baseUrl }) => baseUrl),
    ...settings.pix.accounts.flatMap(({ baseUrl, tokenUrl }) => [baseUrl, tokenUrl]),
  ];
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
