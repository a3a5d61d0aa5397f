/** So many characters name a payment at one company surely enough, and still fit on a note. */
const PROTOCOL_LENGTH = 10;

/**
 * What a customer names a payment by at the counter: the beginning of its txid, in capitals. The search of the
 * technician's area finds the charge by it.
 */
export function protocolOf(txid: string): string {
  return txid.slice(0, PROTOCOL_LENGTH).toUpperCase();
}
