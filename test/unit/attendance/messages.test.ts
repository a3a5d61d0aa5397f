import { describe, expect, it } from 'vitest';
import { messageConsentVersion } from '../../../src-main/attendance/messages/consent.ts';
import type { Screen } from '../../../src-main/contract/screen.ts';
import { invoiceOf, maria } from './people.ts';
import { StagedVisit } from './staged-visit.ts';

/** As contract and FakePayments make it. */
const mariasMobile = '5519987654321';

function staged(): StagedVisit {
  const stage = new StagedVisit();
  stage.messages.offerAll();
  return stage;
}

/** From where "Receber no WhatsApp" is to the message asked for, to the number of the record. */
async function receive(stage: StagedVisit): Promise<void> {
  await stage.touch('receive-message');
  await stage.send({ type: 'choose-phone', phoneId: '0' });
  await stage.touch('agree');
}

/** From where "Receber no WhatsApp" is to the keypad. */
async function typeNumber(stage: StagedVisit, digits: string): Promise<void> {
  await stage.touch('receive-message');
  await stage.touch('other-phone');
  await stage.type(digits);
}

describe('receiving by WhatsApp what an invoice is paid with', () => {
  it('is offered only where a sender is set', async () => {
    const stage = new StagedVisit();
    await stage.openInvoice();
    expect(stage.seeing('invoice').message).toBeUndefined();
    await stage.touch('receive-message');
    stage.seeing('invoice');
  });

  it('sends the typed line to a number of the record, after a yes on the spot', async () => {
    const stage = staged();
    await stage.openInvoice(maria, 'F-102');
    expect(stage.seeing('invoice').message).toBe('typeable-line');
    await stage.touch('receive-message');
    expect(stage.seeing('message-phones').phones).toEqual([{ id: '0', label: '(19) 9****-4321' }]);
    await stage.send({ type: 'choose-phone', phoneId: '0' });
    expect(stage.seeing('message-consent')).toMatchObject({
      content: 'typeable-line',
      phone: '(19) 9****-4321',
      company: 'Rede Horizonte',
    });
    expect(stage.messages.orders).toEqual([]);
    await stage.touch('agree');
    expect(stage.seeing('message-asked').outcome).toBe('asked');
    expect(stage.messages.orders).toEqual([
      {
        visitId: 'visit-1',
        content: 'typeable-line',
        phone: mariasMobile,
        consentVersion: messageConsentVersion,
        facts: {
          company: 'Rede Horizonte',
          invoiceId: 'F-102',
          description: 'Mensalidade F-102',
          amountCents: 12_500,
          dueCents: 12_991,
          dueDate: '2026-11-01',
          typeableLine: '00190000090281928601450903000170313730000012500',
        },
      },
    ]);
    await stage.touch('done');
    stage.seeing('invoice');
    await stage.touch('leave');
    stage.seeing('thanks');
  });

  it('sends nothing without the yes', async () => {
    const stage = staged();
    await stage.openInvoice();
    await stage.touch('receive-message');
    await stage.send({ type: 'choose-phone', phoneId: '0' });
    await stage.touch('decline');
    stage.seeing('invoice');
    expect(stage.messages.orders).toEqual([]);
  });

  it('goes back step by step', async () => {
    const stage = staged();
    await stage.openInvoice();
    await typeNumber(stage, '11912345678');
    await stage.touch('submit');
    stage.seeing('message-consent');
    await stage.touch('back');
    expect(stage.seeing('message-number').entry).toBe('(11) 91234-5678');
    await stage.touch('back');
    stage.seeing('message-phones');
    await stage.touch('back');
    stage.seeing('invoice');
  });

  it('offers the PIX text of the ERP where there is no sound line, and nothing where there is neither', async () => {
    const stage = staged();
    const pixCode =
      '00020126330014br.gov.bcb.pix0111529982247255204000053039865802BR5905Vale 6009Sao Paulo62070503***6304';
    const slip = { sound: false, problem: 'absent' } as const;
    const invoices = [invoiceOf('F-1', { slip }), invoiceOf('F-2', { slip, pixCode: `${pixCode}0000` })];
    const none = { ...maria, document: '11144477735', invoices };
    stage.directory.know(none);
    await stage.openInvoice(none, 'F-1');
    expect(stage.seeing('invoice').message).toBeUndefined();
    await stage.touch('back');
    await stage.send({ type: 'choose-invoice', invoiceId: 'F-2' });
    // Its checksum is wrong.
    expect(stage.seeing('invoice').message).toBeUndefined();
  });

  it('asks who has no mobile on record to type one', async () => {
    const stage = staged();
    stage.directory.know({ ...maria, customer: { ...maria.customer, phones: ['1933334444'] } });
    await stage.openInvoice();
    await stage.touch('receive-message');
    stage.seeing('message-number');
    await stage.touch('back');
    stage.seeing('invoice');
  });

  it('does not keep a customer waiting for the numbers', async () => {
    const stage = staged();
    await stage.openInvoice();
    stage.messages.hold();
    await stage.touch('receive-message');
    expect(stage.seeing('message-phones')).toMatchObject({ busy: true, phones: [] });
    await stage.touch('other-phone');
    stage.seeing('message-number');
    stage.messages.release();
    await stage.clock.advance(0);
    stage.seeing('message-number');
  });

  it('has a number typed when they cannot be found', async () => {
    const stage = staged();
    stage.messages.phonesDefect = new Error('defect');
    await stage.openInvoice();
    await stage.touch('receive-message');
    stage.seeing('message-number');
  });

  it.each([
    ['', 'incomplete'],
    ['119123', 'incomplete'],
    ['20987654321', 'unknown-area'],
    ['1133334444', 'landline'],
    ['11133344445', 'impossible'],
  ])('says what is wrong with %s: %s', async (digits, error) => {
    const stage = staged();
    await stage.openInvoice();
    await typeNumber(stage, digits);
    await stage.touch('submit');
    expect(stage.seeing('message-number').error).toBe(error);
    await stage.touch('erase');
    expect(stage.seeing('message-number').error).toBeUndefined();
  });

  it.each([
    ['011912345678', '5511912345678'],
    ['1187654321', '5511987654321'],
    ['119123456789', '5511912345678'],
  ])('takes %s as %s and shows it in full', async (digits, phone) => {
    const stage = staged();
    await stage.openInvoice();
    await typeNumber(stage, digits);
    await stage.touch('submit');
    const shown = stage.seeing('message-consent').phone;
    expect(shown.replaceAll(/\D/g, '')).toBe(phone.slice(2));
    await stage.touch('agree');
    expect(stage.messages.orders[0]?.phone).toBe(phone);
  });

  it('never shows in full a number that was not typed here', async () => {
    const stage = staged();
    await stage.openInvoice();
    await receive(stage);
    for (const view of stage.views) expect(JSON.stringify(view)).not.toContain('98765');
  });

  it('says so when it could not be taken', async () => {
    const stage = staged();
    await stage.openInvoice();
    stage.messages.defect = new Error('disk full');
    await receive(stage);
    expect(stage.seeing('message-asked').outcome).toBe('failed');
    await stage.touch('done');
    stage.messages.defect = undefined;
    stage.messages.refusal = 'not-a-mobile';
    await receive(stage);
    expect(stage.seeing('message-asked').outcome).toBe('failed');
    expect(stage.log.codes).toContain('MESSAGE-NOT-TAKEN');
    await stage.touch('done');
    expect(stage.seeing('invoice').message).toBe('typeable-line');
  });

  it('takes three messages a visit, and the same one once', async () => {
    const stage = staged();
    await stage.openInvoice();
    for (const expected of [1, 1, 1]) {
      await receive(stage);
      expect(stage.messages.orders).toHaveLength(expected);
      await stage.touch('done');
    }
    for (const digits of ['11912345678', '21912345678']) {
      await typeNumber(stage, digits);
      await stage.touch('submit');
      await stage.touch('agree');
      expect(stage.seeing('message-asked').outcome).toBe('asked');
      await stage.touch('done');
    }
    expect(stage.messages.orders).toHaveLength(3);
    expect(stage.seeing('invoice').message).toBeUndefined();
    await stage.touch('receive-message');
    stage.seeing('invoice');
  });
});

/** Every moment of the detour from the PIX. */
const detour: readonly (readonly [Screen['name'], (stage: StagedVisit) => Promise<void>])[] = [
  [
    'message-phones',
    async (stage) => {
      stage.messages.hold();
      await stage.touch('receive-message');
    },
  ],
  ['message-phones', (stage) => stage.touch('receive-message')],
  ['message-number', (stage) => typeNumber(stage, '119123')],
  [
    'message-consent',
    async (stage) => {
      await stage.touch('receive-message');
      await stage.send({ type: 'choose-phone', phoneId: '0' });
    },
  ],
  ['message-asked', receive],
];

describe('receiving a PIX by WhatsApp while it waits to be paid', () => {
  it('sends the code of the running charge, which goes on running', async () => {
    const stage = staged();
    const { id } = await stage.showQr();
    expect(stage.seeing('pix').message).toBe('pix');
    await stage.clock.advance(60_000);
    await receive(stage);
    expect(stage.seeing('message-asked').countdown).toEqual({ totalMs: 600_000, remainingMs: 540_000 });
    expect(stage.messages.orders[0]).toMatchObject({
      content: 'pix',
      chargeId: id,
      facts: {
        pixCode: `br-code-of-${id}`,
        amountCents: 12_500,
        invoiceId: 'F-101',
        validUntil: Date.UTC(2026, 10, 21, 12, 10),
      },
    });
    await stage.touch('done');
    expect(stage.seeing('pix').countdown.remainingMs).toBe(540_000);
    expect(stage.payments.cancelled).toEqual([]);
    expect(stage.payments.attended.get(id)).toBe(true);
    await stage.clock.advance(540_000);
    stage.seeing('pix-expired');
  });

  describe.each(detour)('at %s', (name, goThere) => {
    async function there(): Promise<StagedVisit> {
      const stage = staged();
      await stage.showQr();
      await goThere(stage);
      stage.seeing(name);
      return stage;
    }

    it('shows a payment that arrives at once', async () => {
      const stage = await there();
      stage.payments.pay(stage.charge().id);
      stage.seeing('paid');
      stage.messages.release();
      await stage.clock.advance(0);
      stage.seeing('paid');
    });

    it('shows that money came which is not the amount', async () => {
      const stage = await there();
      stage.payments.become(stage.charge().id, { state: 'REFUND_DUE' });
      expect(stage.seeing('problem').problem).toBe('payment-mismatch');
    });

    it.each(['EXPIRED', 'CANCELLED'] as const)('says that the PIX is %s', async (state) => {
      const stage = await there();
      stage.payments.become(stage.charge().id, { state });
      stage.seeing('pix-expired');
    });

    it('says when the time to pay is over', async () => {
      const stage = await there();
      for (let second = 0; second < 600; second += 10) {
        await stage.touch('activity');
        await stage.clock.advance(10_000);
      }
      stage.seeing('pix-expired');
    });

    it('takes the PIX back when the customer leaves', async () => {
      const stage = await there();
      await stage.touch('leave');
      expect(stage.payments.cancelled).toEqual([stage.charge().id]);
      stage.messages.release();
      await stage.clock.advance(0);
      // A message that is on its way is something to be thanked for.
      expect(['attract', 'thanks']).toContain(stage.screen().name);
    });

    it('shows the PIX again when nobody touches anything: they may be paying', async () => {
      const stage = await there();
      stage.messages.release();
      await stage.clock.advance(59_999);
      expect(stage.screen().name).toMatch(/^message-/);
      await stage.clock.advance(1);
      stage.seeing('pix');
      expect(stage.payments.cancelled).toEqual([]);
      expect(stage.payments.attended.get(stage.charge().id)).toBe(true);
    });
  });
});

describe('receiving the receipt by WhatsApp', () => {
  it('sends what was really paid, and comes back to it', async () => {
    const stage = staged();
    const { id, txid } = await stage.showQr();
    stage.payments.pay(id);
    expect(stage.seeing('paid').message).toBe('receipt');
    await receive(stage);
    expect(stage.messages.orders[0]).toMatchObject({
      content: 'receipt',
      chargeId: id,
      facts: {
        amountCents: 12_500,
        paidAt: Date.UTC(2026, 10, 21, 12),
        description: 'Mensalidade F-101',
        protocol: txid.slice(0, 10).toUpperCase(),
        txid,
      },
    });
    await stage.touch('done');
    stage.seeing('paid');
    await stage.touch('done');
    stage.seeing('thanks');
  });

  it.each(['leave', 'wait'])('thanks whoever pays and then goes (%s)', async (how) => {
    const stage = staged();
    const { id } = await stage.showQr();
    stage.payments.pay(id);
    await stage.touch('receive-message');
    if (how === 'leave') await stage.touch('leave');
    else await stage.clock.advance(60_000);
    stage.seeing('thanks');
  });

  it('offers the number that was typed before, masked', async () => {
    const stage = staged();
    const { id } = await stage.showQr();
    await typeNumber(stage, '11912345678');
    await stage.touch('submit');
    await stage.touch('agree');
    stage.payments.pay(id);
    await stage.touch('receive-message');
    expect(stage.seeing('message-phones').phones.map(({ label }) => label)).toEqual([
      '(11) 9****-5678',
      '(19) 9****-4321',
    ]);
    expect(stage.messages.searches).toHaveLength(1);
  });

  it('is not offered for money that goes back', async () => {
    const stage = staged();
    const { id } = await stage.showQr();
    stage.payments.pay(id);
    await stage.touch('receive-message');
    stage.payments.become(id, { state: 'REFUND_DUE' });
    stage.seeing('problem');
    await stage.touch('receive-message');
    stage.seeing('problem');
  });
});
