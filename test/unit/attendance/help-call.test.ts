import { describe, expect, it } from 'vitest';
import { StagedVisit } from './staged-visit.ts';

function calls(stage: StagedVisit): number {
  return stage.diary.entries.filter((entry) => entry.endsWith('help-asked')).length;
}

describe('calling an attendant', () => {
  it('is not offered before anybody is there', async () => {
    const stage = new StagedVisit();
    expect(stage.view().attendant).toBeUndefined();
    await stage.touch('call-attendant');
    expect(calls(stage)).toBe(0);
    await stage.touch('start');
    expect(stage.view().attendant).toBe('offered');
  });

  it('is offered nowhere unless the company wants it', async () => {
    const stage = new StagedVisit({}, {}, { help: undefined });
    await stage.openInvoice();
    await stage.touch('call-attendant');
    expect(stage.view().attendant).toBeUndefined();
    expect(stage.view().helpNotice).toBeUndefined();
    expect(calls(stage)).toBe(0);
  });

  it('leaves the visit where it is and says what happens next', async () => {
    const stage = new StagedVisit();
    await stage.openInvoice();
    await stage.touch('call-attendant');
    stage.seeing('invoice');
    expect(stage.view()).toMatchObject({ attendant: 'called', helpNotice: { told: true } });
    expect(calls(stage)).toBe(1);
    await stage.touch('close-notice');
    expect(stage.view().helpNotice).toBeUndefined();
    await stage.touch('pay-pix');
    stage.seeing('pix');
    expect(stage.view().attendant).toBe('called');
  });

  it('does not let a touch through to what lies under its notice, except to leave', async () => {
    const stage = new StagedVisit();
    await stage.openInvoice();
    await stage.touch('call-attendant');
    await stage.touch('pay-pix');
    stage.seeing('invoice');
    await stage.touch('leave');
    stage.seeing('attract');
  });

  it('tells the company once a minute at most, and as often as it takes', async () => {
    const stage = new StagedVisit();
    await stage.showQr();
    for (let touch = 0; touch < 5; touch += 1) {
      await stage.touch('call-attendant');
      await stage.touch('close-notice');
    }
    expect(calls(stage)).toBe(1);
    await stage.clock.advance(59_999);
    await stage.touch('call-attendant');
    expect(calls(stage)).toBe(1);
    await stage.touch('close-notice');
    await stage.clock.advance(1);
    await stage.touch('call-attendant');
    expect(calls(stage)).toBe(2);
  });

  it('names the customer as the telephone system does, but never in full', async () => {
    const stage = new StagedVisit();
    stage.help.name = 'Maria Aparecida Souza';
    await stage.openInvoice();
    await stage.touch('call-attendant');
    expect(stage.view().helpNotice).toEqual({ told: true, name: 'Maria S.' });
  });

  it('does not claim what could not be written down, and tries again at the next touch', async () => {
    const stage = new StagedVisit();
    await stage.openInvoice();
    stage.diary.recordDefect = true;
    await stage.touch('call-attendant');
    expect(stage.view()).toMatchObject({ attendant: 'offered', helpNotice: { told: false } });
    await stage.touch('close-notice');
    stage.diary.recordDefect = false;
    await stage.touch('call-attendant');
    expect(stage.view()).toMatchObject({ attendant: 'called', helpNotice: { told: true } });
    expect(calls(stage)).toBe(1);
  });

  it('keeps the visit awake, and gives way to the idle warning and to news of the money', async () => {
    const stage = new StagedVisit();
    await stage.openInvoice();
    await stage.clock.advance(44_000);
    await stage.touch('call-attendant');
    await stage.clock.advance(44_000);
    expect(stage.view().idleWarning).toBeUndefined();
    await stage.clock.advance(1_000);
    expect(stage.view().idleWarning).toBeDefined();
    await stage.touch('more-time');
    await stage.touch('close-notice');
    await stage.touch('pay-pix');
    await stage.touch('call-attendant');
    stage.payments.pay(stage.charge().id);
    stage.seeing('paid');
    expect(stage.view().helpNotice).toBeUndefined();
  });

  it('is forgotten when the visit ends', async () => {
    const stage = new StagedVisit();
    await stage.openInvoice();
    await stage.touch('call-attendant');
    await stage.touch('leave');
    await stage.touch('start');
    expect(stage.view()).toMatchObject({ attendant: 'offered' });
    expect(stage.view().helpNotice).toBeUndefined();
    await stage.touch('call-attendant');
    expect(calls(stage)).toBe(2);
  });
});
