import type { RemoteFailure } from '../domain/remote-failure.ts';
import { type Result, success } from '../domain/result.ts';
import type { ApiPixClient, PixRefund, PixRefundStatus } from './api-pix/api-pix-client.ts';
import type { PixRefunds, RefundLook } from './pix-provider.ts';

type RefundClient = Pick<ApiPixClient, 'requestRefund' | 'readRefund'>;

/** Refunds (*devoluções*) at a PSP that speaks API Pix. */
export function createPixRefunds(client: RefundClient): PixRefunds {
  return {
    async request(endToEndId, refundId, cents) {
      const answer = await client.requestRefund(endToEndId, refundId, cents);
      return answer.ok ? readRefund(answer.value, refundId) : answer;
    },
    async read(endToEndId, refundId) {
      const answer = await client.readRefund(endToEndId, refundId);
      if (answer.ok) return readRefund(answer.value, refundId);
      // Only the PSP's own word counts, not that of a request that never went out.
      const { kind, pix } = answer.error;
      return kind === 'refused' && pix.problem === 'not-found' ? success({ status: 'absent' }) : answer;
    },
  };
}

const looks: Readonly<Record<PixRefundStatus, RefundLook['status']>> = {
  processing: 'processing',
  refunded: 'refunded',
  'not-done': 'not-done',
};

function readRefund(refund: PixRefund, refundId: string): Result<RefundLook, RemoteFailure> {
  if (refund.refundId !== refundId) {
    return { ok: false, error: { kind: 'malformed', detail: 'the answer is about another refund' } };
  }
  const { reason } = refund;
  return success({ status: looks[refund.status], ...(reason !== undefined && { reason }) });
}
