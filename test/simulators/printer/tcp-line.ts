import { createServer, type Socket } from 'node:net';
import type { PrinterWire } from './pty-line.ts';

/** The printer's end of the network: a TCP port that serves one host at a time, as most network printers do. */
export interface TcpLine extends PrinterWire {
  readonly port: number;
}

/** Listens on this machine. @param port 0: any that is free */
export async function openTcpLine(port: number, onData: (bytes: Buffer) => void): Promise<TcpLine> {
  let host: Socket | undefined;
  let isReading = true;
  const server = createServer((socket) => {
    if (host) return socket.destroy();
    host = socket;
    socket.on('data', onData);
    socket.on('error', () => undefined);
    socket.once('close', () => {
      host = undefined;
    });
    if (!isReading) socket.pause();
    return socket;
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  const setReading = (reading: boolean): void => {
    isReading = reading;
    if (reading) host?.resume();
    else host?.pause();
  };
  return {
    port: typeof address === 'object' && address ? address.port : port,
    send: (bytes) => void host?.write(bytes),
    setReading,
    // The network takes bytes for a while that the printer does not read.
    setFlow: (flow) => Promise.resolve(setReading(flow === 'on')),
    close: () =>
      new Promise((resolve) => {
        host?.off('data', onData);
        host?.resetAndDestroy();
        server.close(() => resolve());
      }),
  };
}
