import { expect, it } from 'vitest';
import { success } from '../../../../src-main/domain/result.ts';
import type {
  ApiPixClient,
  PixCharge,
  PixRefundStatus,
  ReceivedPix,
} from '../../../../src-main/payment/api-pix/api-pix-client.ts';
import { createApiPixProvider } from '../../../../src-main/payment/api-pix/api-pix-provider.ts';
import { paymentAnswer } from '../../../../src-main/payment/api-pix/messages.ts';
import { awaiting, openTill } from '../till.ts';

const paidAt = '2026-11-21T12:00:00Z';

function received(
  endToEndId: string,
  ...returned: readonly (readonly [number, PixRefundStatus])[]
): ReceivedPix {
  const refunds = returned.map(([amountCents, status], index) => ({
    refundId: `R${index}`,
    amountCents,
    status,
  }));
  return { endToEndId, amountCents: 9_990, paidAt, refunds };
}

/** What the kiosk makes of a charge that the PSP has these payments of. */
async function look(...payments: readonly ReceivedPix[]) {
  const charge = awaiting(openTill().journal);
  const readCob = async () =>
    success<PixCharge>({ txid: charge.txid, status: 'completed', amountCents: 9_990, payments });
  const client: Pick<ApiPixClient, 'readCob'> = { readCob };
  const seen = await createApiPixProvider(client as ApiPixClient).look(charge);
  return seen.ok ? seen.value : seen.error;
}

it('what somebody sent back at the bank before the kiosk heard of it settles nothing', async () => {
  expect(await look(received('E1', [9_990, 'refunded']))).toEqual({ status: 'cancelled' });
  expect(await look(received('E1', [4_990, 'refunded'], [5_000, 'processing']))).toEqual({
    status: 'cancelled',
  });
});

it('what is left counts', async () => {
  expect(await look(received('E1', [9_990, 'refunded']), received('E2'))).toMatchObject({
    status: 'paid',
    payments: [{ endToEndId: 'E2' }],
  });
});

it('a payment of which a part, or nothing, went back is one', async () => {
  expect(await look(received('E1', [9_990, 'not-done']))).toMatchObject({ status: 'paid' });
  expect(await look(received('E1', [1, 'refunded']))).toMatchObject({ status: 'paid' });
});

it('a refund that cannot be read does not hide the money', () => {
  const answer = { endToEndId: 'E1', valor: '99.90', horario: paidAt, devolucoes: [{ status: 'ESTORNADA' }] };
  expect(paymentAnswer.parse(answer)).toMatchObject({ valor: 9_990, devolucoes: [] });
});
