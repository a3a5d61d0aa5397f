/** Longer ones make a symbol that a phone cannot read from thermal paper. */
const LONGEST = 600;

/**
 * Whether an address may go onto paper for the customer's phone: over https, with no sign-in in it, and short enough. An
 * ERP may write into its links what the kiosk signs in with.
 * @param secrets of the kiosk, none of which may leave with it
 */
export function mayLeaveOnPaper(address: string, secrets: readonly string[]): boolean {
  if (address.length > LONGEST || !URL.canParse(address)) return false;
  const { protocol, username, password } = new URL(address);
  if (protocol !== 'https:' || username !== '' || password !== '') return false;
  return !secrets.some((secret) => address.includes(secret) || address.includes(encodeURIComponent(secret)));
}
