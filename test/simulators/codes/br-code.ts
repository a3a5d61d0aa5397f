import { generatePixPayload } from '@brazilian-utils/brazilian-utils';

/** The text behind the QR of a dynamic PIX charge, with a right CRC. `location` has no scheme and at most 77 characters. */
export function dynamicBrCode(location: string, payeeName: string, payeeCity: string): string {
  const payload = generatePixPayload({ url: location, merchantName: payeeName, merchantCity: payeeCity });
  if (payload === null) throw new Error(`no BR Code can be made for the location ${location}`);
  return payload;
}
