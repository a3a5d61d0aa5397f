import { isIP, isIPv6 } from 'node:net';

/**
 * Who asks, for counting: the address, of IPv6 the network (one household has a whole /64). Behind a proxy of ours the
 * proxy tells it, as the last of its list: what stands before may be invented.
 */
export function callerOf(remoteAddress: string, forwarded: string | undefined, behindProxy: boolean): string {
  const told = behindProxy ? forwarded?.split(',').at(-1)?.trim() : undefined;
  const address = told !== undefined && isIP(told) !== 0 ? told : remoteAddress;
  const mapped = /^::ffff:(\d+(?:\.\d+){3})$/i.exec(address);
  if (mapped?.[1] !== undefined) return mapped[1];
  return isIPv6(address) ? networkOf(address) : address;
}

/** The first four groups of an IPv6 address. */
function networkOf(address: string): string {
  const [head = '', tail] = address.split('%', 1).join('').split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = Math.max(0, 8 - left.length - right.length);
  const groups = tail === undefined ? left : [...left, ...Array.from({ length: zeros }, () => '0'), ...right];
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
