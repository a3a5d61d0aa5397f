import { writeStaticBrCode } from '../domain/br-code.ts';
import { success } from '../domain/result.ts';
import type { StaticAccount } from './accounts.ts';
import type { PixProvider } from './pix-provider.ts';

/**
 * An account without a PSP to ask: the kiosk writes the static BR Code itself, with the charge's amount and txid, and
 * learns of the payment where the ERP does, so the looks are those of the ERP's own PIX. Nobody can take such a code
 * back; should it be paid after its end, the company sees the txid in its statement and the ERP settles the invoice.
 */
export function createStaticPix(account: StaticAccount, erpLooks: PixProvider): PixProvider {
  return {
    ...erpLooks,
    request: (charge) =>
      Promise.resolve(
        success({
          brCode: writeStaticBrCode({ ...account, amountCents: charge.amountCents, txid: charge.txid }),
        }),
      ),
  };
}
