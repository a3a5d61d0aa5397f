/** Whether an IP address, as one writes it, is of the machine itself only (RFC 1122, RFC 4291). */
export function isLoopbackAddress(address: string): boolean {
  return address === '::1' || /^127(?:\.\d{1,3}){3}$/.test(address);
}
