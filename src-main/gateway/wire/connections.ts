import type { Server, Socket } from 'node:net';
import type { Clock } from '../../domain/clock.ts';

export interface Pace {
  /** At the same time. */
  readonly connections: number;
  /** New ones. */
  readonly connectionsPerSecond: number;
}

const SECOND_MS = 1_000;
/** For `maxConnections`; zero means without end up to Node 20. */
const NONE = -1;

/** Lets no more than so many connections begin within a second; the system's own door shuts on the others. */
export function pace(
  server: Server,
  { connections, connectionsPerSecond }: Pace,
  clock: Pick<Clock, 'setTimeout' | 'clearTimeout'>,
): void {
  let begun = 0;
  let timer: unknown;
  server.on('connection', () => {
    begun += 1;
    timer ??= clock.setTimeout(() => {
      begun = 0;
      timer = undefined;
      server.maxConnections = connections;
    }, SECOND_MS);
    if (begun >= connectionsPerSecond) server.maxConnections = NONE;
  });
  server.on('close', () => clock.clearTimeout(timer));
}

/** Every connection there is, also one that has not agreed on TLS yet: `closeAllConnections` knows nothing of those. */
export function keepSockets(server: Server): ReadonlySet<Socket> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  return sockets;
}
