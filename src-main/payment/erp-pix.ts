import { parseBrCode } from '../domain/br-code.ts';
import type { Charge } from '../domain/charge.ts';
import type { Clock } from '../domain/clock.ts';
import type { Invoice } from '../domain/invoice.ts';
import { type Result, success } from '../domain/result.ts';
import type { ChargeLook, LookPace, PixProvider } from './pix-provider.ts';
import type { SettlementProof } from './settlement-proof.ts';

/** The ERP is asked gently: each look is up to three requests. */
const pace: LookPace = { attendedMs: [5_000], awayMs: 60_000 };

/**
 * The ERP's own PIX code: the ERP owns the charge, the kiosk cannot see its PSP. Payment is known by proof that the
 * invoice was settled, and the kiosk sends no write-off.
 */
export function createErpPix(proof: SettlementProof, clock: Clock): PixProvider {
  return {
    pace,
    request: (charge) => Promise.resolve(success({ brCode: charge.brCode ?? '' })),
    look: (charge) => lookAtErp(proof, clock, charge),
    cancel: () => Promise.resolve(success('not-cancellable')),
  };
}

async function lookAtErp(
  proof: SettlementProof,
  clock: Clock,
  charge: Charge,
): ReturnType<PixProvider['look']> {
  for (const invoice of charge.invoices) {
    const seen = await proof.read({ ...charge, ...invoice });
    if (!seen.ok) return seen;
    if (seen.value.status !== 'settled') return success(awaiting(charge));
  }
  const paidAt = new Date(clock.wallTime()).toISOString();
  return success({ status: 'paid', payments: [{ amountCents: charge.amountCents, paidAt }] });
}

function awaiting(charge: Charge): ChargeLook {
  return { status: 'awaiting', brCode: charge.brCode ?? '' };
}

/** The ERP's PIX text and the payee in it, when it is sound and not for another amount. */
export function readErpPixCode(
  invoice: Invoice,
): Result<{ readonly brCode: string; readonly payeeName: string }, 'absent' | 'unsound'> {
  if (invoice.pixCode === undefined) return { ok: false, error: 'absent' };
  const code = parseBrCode(invoice.pixCode);
  if (!code.ok) return { ok: false, error: 'unsound' };
  const { kind, amountCents, merchantName, text } = code.value;
  // A static code says its amount itself, and a wrong one would be paid as it stands.
  if (kind === 'static' && amountCents !== undefined && amountCents !== invoice.dueCents) {
    return { ok: false, error: 'unsound' };
  }
  return success({ brCode: text, payeeName: merchantName });
}
