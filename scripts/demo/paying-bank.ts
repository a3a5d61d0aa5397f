import { z } from 'zod';
import { decodeBarcodes } from '../../test/simulators/printer/zbar.ts';
import { defaultPspClient, type PspSimulator } from '../../test/simulators/psp/psp-simulator.ts';

const tokenAnswer = z.object({ access_token: z.string() });
const chargeAnswer = z.object({ pixCopiaECola: z.string() });

/** Reads the QR in a picture of the screen, as a phone's camera would. @throws when there is none to read */
export async function readQr(picture: Buffer): Promise<string> {
  const symbols = await decodeBarcodes(picture);
  const qr = symbols.find((symbol) => symbol.type === 'QR-Code');
  if (!qr) throw new Error('no QR code could be read from the picture of the screen');
  return qr.data;
}

/** The payer's bank: finds the open charge that a QR's text belongs to, and pays it. @returns its txid */
export async function payQr(psp: PspSimulator, text: string): Promise<string> {
  for (const { txid, status } of psp.ledger.charges) {
    if (status !== 'ATIVA' || (await brCodeOf(psp, txid)) !== text) continue;
    const outcome = psp.pay(txid);
    if (!outcome.paid) throw new Error(`the PSP refused the payment: ${outcome.reason}`);
    return txid;
  }
  throw new Error('the QR on the screen belongs to no open charge of the PSP');
}

async function brCodeOf(psp: PspSimulator, txid: string): Promise<string> {
  const { clientId, clientSecret } = defaultPspClient;
  const token = await fetch(`${psp.url}/oauth/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${clientId}:${clientSecret}`)}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });
  const { access_token: bearer } = tokenAnswer.parse(await token.json());
  const charge = await fetch(`${psp.url}/cob/${txid}`, { headers: { authorization: `Bearer ${bearer}` } });
  return chargeAnswer.parse(await charge.json()).pixCopiaECola;
}
