import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/**
 * How the network to one system is: `up`; `refused`, nobody listens; `reset`, who connects is cut off; `silent`, what
 * is sent vanishes and nothing comes back, as behind a dead router.
 */
export type WireState = 'up' | 'refused' | 'reset' | 'silent';

/** The network between the kiosk and one simulated system, which can be cut. */
export interface Wire {
  /** `http://127.0.0.1:port`, whatever its state. */
  readonly url: string;
  /** A change breaks the connections that are open. */
  become(state: WireState): Promise<void>;
  close(): Promise<void>;
}

/** Puts a wire in front of a system that listens on this machine. */
export async function openWire(target: string): Promise<Wire> {
  const { port: targetPort } = new URL(target);
  const sockets = new Set<Socket>();
  let state: WireState = 'up';

  const server = createServer((near) => {
    keep(near);
    // `refused`: it came in the moment in which nobody listened any more.
    if (state === 'reset' || state === 'refused') near.resetAndDestroy();
    if (state === 'silent') near.resume();
    if (state !== 'up') return;
    const far = connect({ port: Number(targetPort), host: '127.0.0.1' });
    keep(far);
    near.pipe(far).pipe(near);
    near.once('close', () => far.destroy());
    far.once('close', () => near.destroy());
  });

  function keep(socket: Socket): void {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    // Broken on purpose.
    socket.on('error', () => socket.destroy());
  }

  const port = await listen(server, 0);
  return {
    url: `http://127.0.0.1:${port}`,
    async become(next) {
      if (next === state) return;
      const wasListening = state !== 'refused';
      state = next;
      if (wasListening && next === 'refused') await stopListening(server, sockets);
      else breakAll(sockets);
      if (!wasListening && next !== 'refused') await listen(server, port);
    },
    async close() {
      if (state === 'refused') return;
      state = 'refused';
      await stopListening(server, sockets);
    },
  };
}

function breakAll(sockets: ReadonlySet<Socket>): void {
  for (const socket of sockets) socket.destroy();
}

function stopListening(server: Server, sockets: ReadonlySet<Socket>): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    breakAll(sockets);
  });
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}
