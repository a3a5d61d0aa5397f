import type { SerialPortChoice } from '../contract/technician.ts';
import type { Log } from '../logging/log.ts';
import type { ListedPort, ListPorts } from '../printing/serial-ports.ts';

/** The machine's serial ports, those of USB adapters first. None when the system does not tell: a path can be typed. */
export async function listSerialPorts(list: ListPorts, log: Log): Promise<readonly SerialPortChoice[]> {
  try {
    return [...(await list())].sort(byUse).map((port) => {
      const label = labelOf(port);
      return { path: port.path, ...(label !== undefined && { label }) };
    });
  } catch (error) {
    log.warn('SERIAL-PORTS-UNKNOWN', { reason: error instanceof Error ? error.message : String(error) });
    return [];
  }
}

function byUse(a: ListedPort, b: ListedPort): number {
  return Number(isUsb(b)) - Number(isUsb(a)) || a.path.localeCompare(b.path, 'en', { numeric: true });
}

function isUsb({ vendorId, pnpId }: ListedPort): boolean {
  return vendorId !== undefined || pnpId !== undefined;
}

/** Without its serial number, which says nothing to anybody. */
function labelOf({ friendlyName, pnpId, manufacturer }: ListedPort): string | undefined {
  if (friendlyName !== undefined) return friendlyName;
  const usb = /^usb-(.+?)(?:_(?=[0-9A-Za-z]*\d)[0-9A-Za-z]{6,})?-if\d+(?:-port\d+)?$/.exec(pnpId ?? '')?.[1];
  return usb?.replaceAll('_', ' ') ?? manufacturer;
}
