import type { Clock } from '../domain/clock.ts';
import { failure } from '../domain/result.ts';
import type { Log } from '../logging/log.ts';
import type { OpenLine } from './printer-line.ts';
import { createSerialFinder } from './serial-finder.ts';
import type { SerialPlace } from './serial-line.ts';
import type { ListPorts } from './serial-ports.ts';
import { openTcpLine, type TcpAddress } from './tcp-line.ts';

/** Where a printer is: one of these. */
export interface PrinterPlace {
  readonly serial?: SerialPlace;
  readonly tcp?: TcpAddress;
}

/** A start bit, eight data bits and a stop bit. */
const BITS_PER_BYTE = 10;
/** Less than any network printer takes in: only makes it wait longer before it gives one up. */
const NETWORK_BYTES_PER_SECOND = 20_000;

export interface LineParts {
  readonly clock: Clock;
  readonly log: Log;
  /** Default: the system's serial ports. */
  readonly listPorts?: ListPorts;
}

/** Makes fresh connections to the printer there. */
export function lineOpener({ serial, tcp }: PrinterPlace, parts: LineParts): OpenLine {
  const { clock } = parts;
  if (serial) return createSerialFinder({ place: serial, ...parts });
  if (tcp) return (listener) => openTcpLine(tcp, clock, listener);
  return () => Promise.resolve(failure('no port is chosen'));
}

/** How fast bytes get there, at least. */
export function bytesPerSecondTo({ serial }: PrinterPlace): number {
  return serial ? serial.baudRate / BITS_PER_BYTE : NETWORK_BYTES_PER_SECOND;
}

/** For people, e.g. "/dev/ttyUSB0, 9600" or "192.168.0.50:9100". */
export function describePlace({ serial, tcp }: PrinterPlace): string {
  if (serial) return `${serial.path}, ${serial.baudRate}`;
  return tcp ? `${tcp.host}:${tcp.port}` : '';
}
