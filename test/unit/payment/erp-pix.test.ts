import { expect, it } from 'vitest';
import { crc16 } from '../../../src-main/domain/br-code.ts';
import { createErpPix, readErpPixCode } from '../../../src-main/payment/erp-pix.ts';
import { createSettlementProof } from '../../../src-main/payment/settlement-proof.ts';
import { dynamicBrCode } from '../../simulators/codes/br-code.ts';
import { FakeErp } from './fake-erp.ts';
import { awaiting, invoice, openTill, proofRules } from './till.ts';

/** Static BR Codes, up to their CRC. */
const staticCodes = {
  /** R$ 99,90 */
  right:
    '00020126330014br.gov.bcb.pix0111chave@x.com520400005303986540599.905802BR5911SERRA FIBRA6005BENTO62070503***',
  wrong:
    '00020126330014br.gov.bcb.pix0111chave@x.com520400005303986540512.345802BR5911SERRA FIBRA6005BENTO62070503***',
  open: '00020126330014br.gov.bcb.pix0111chave@x.com5204000053039865802BR5911SERRA FIBRA6005BENTO62070503***',
};

function withCrc(text: string): string {
  return `${text}6304${crc16(`${text}6304`)}`;
}

it.each([
  [
    'a dynamic code: its amount stands elsewhere',
    dynamicBrCode('pix.example.com/qr/1', 'SERRA FIBRA', 'BENTO'),
  ],
  ['a static code for the amount due', withCrc(staticCodes.right)],
  ['a static code that leaves the amount to the payer', withCrc(staticCodes.open)],
])('takes %s, verbatim', (_name, pixCode) => {
  expect(readErpPixCode(invoice({ pixCode }))).toEqual({
    ok: true,
    value: { brCode: pixCode, payeeName: 'SERRA FIBRA' },
  });
});

it.each([
  ['a static code for another amount', withCrc(staticCodes.wrong)],
  ['a damaged code', withCrc(staticCodes.right).replace('SERRA', 'SERRB')],
  ['any other text', 'https://boleto.example/123'],
])('takes no %s', (_name, pixCode) => {
  expect(readErpPixCode(invoice({ pixCode }))).toEqual({ ok: false, error: 'unsound' });
});

it('is absent when the ERP sends none', () => {
  expect(readErpPixCode(invoice())).toEqual({ ok: false, error: 'absent' });
});

it('is paid only when every invoice of the charge is settled', async () => {
  const till = openTill();
  const erp = new FakeErp(invoice({ id: '1' }), invoice({ id: '2' }));
  const pix = createErpPix(createSettlementProof(erp, till.clock, proofRules), till.clock);
  const charge = awaiting(till.journal, {
    source: 'erp-pix',
    invoices: ['1', '2'].map((id) => ({
      invoiceId: id,
      amountCents: 4_995,
      description: '',
      dueDate: '2026-12-11',
    })),
  });
  erp.settle('1');
  expect(await pix.look(charge)).toMatchObject({ value: { status: 'awaiting' } });
  erp.settle('2');
  expect(await pix.look(charge)).toEqual({
    ok: true,
    value: {
      status: 'paid',
      payments: [{ amountCents: 9_990, paidAt: new Date(till.clock.wallTime()).toISOString() }],
    },
  });
});

it('is not paid by absence where absence proves nothing: the company may have cancelled the invoice', async () => {
  const till = openTill();
  const erp = new FakeErp();
  const rules = { ...proofRules, proofBy: ['settled-invoice'] } as const;
  const pix = createErpPix(createSettlementProof(erp, till.clock, rules), till.clock);
  const charge = awaiting(till.journal, { source: 'erp-pix' });
  erp.open.clear();
  for (let look = 0; look < 5; look += 1) {
    expect(await pix.look(charge)).toMatchObject({ value: { status: 'awaiting' } });
    await till.clock.advance(60_000);
  }
  erp.settled.set('910003', invoice({ settled: true }));
  expect(await pix.look(charge)).toMatchObject({ value: { status: 'paid' } });
});
