import { describe, expect, it, vi } from 'vitest';
import { joao, maria } from './people.ts';
import { StagedVisit } from './staged-visit.ts';

const defect = new Error('disk I/O error');

function expectLogged(stage: StagedVisit, step: string): void {
  expect(stage.log.entries).toContainEqual({
    code: 'VISIT-STEP-FAILED',
    fields: expect.objectContaining({ step, reason: 'Error: disk I/O error' }),
  });
}

describe('a step that throws', () => {
  it('at the beginning: no disk, no visit, and the next one is tried afresh', async () => {
    const stage = new StagedVisit();
    stage.diary.defect = defect;
    await stage.touch('start');
    expect(stage.screen()).toEqual({
      name: 'problem',
      problem: 'storage-unavailable',
      code: 'STORAGE-WRITE',
      canRetry: false,
      canGoBack: false,
    });
    expectLogged(stage, 'begin');
    await stage.touch('leave');
    stage.diary.defect = undefined;
    await stage.touch('start');
    stage.seeing('document');
  });

  it('while identifying is unexpected', async () => {
    const stage = new StagedVisit();
    stage.directory.defect = defect;
    await stage.identify(maria);
    expect(stage.screen()).toMatchObject({
      name: 'problem',
      problem: 'unexpected',
      code: 'VISIT-UNEXPECTED',
      canRetry: false,
    });
    expectLogged(stage, 'identify');
  });

  it('while the charge is made', async () => {
    const stage = new StagedVisit();
    await stage.openInvoice();
    stage.payments.defect = defect;
    await stage.touch('pay-pix');
    expect(stage.screen()).toMatchObject({ problem: 'storage-unavailable', code: 'STORAGE-WRITE' });
    expectLogged(stage, 'charge');
  });

  it('while the charge is taken back does not let the customer believe that it is', async () => {
    const stage = new StagedVisit();
    await stage.showQr();
    stage.payments.defect = defect;
    await stage.touch('leave');
    expect(stage.screen()).toMatchObject({
      problem: 'pix-cancel-unconfirmed',
      code: 'PIX-CANCEL-UNCONFIRMED',
      canRetry: true,
    });
    expectLogged(stage, 'cancel-charge');
  });

  it('while the slip is queued', async () => {
    const stage = new StagedVisit();
    await stage.openInvoice();
    stage.paper.defect = defect;
    await stage.touch('print-slip');
    expect(stage.screen()).toMatchObject({ problem: 'storage-unavailable', code: 'STORAGE-WRITE' });
    expectLogged(stage, 'print-slip');
  });

  it('tells the log nothing of the customer', async () => {
    const stage = new StagedVisit();
    stage.directory.defect = defect;
    await stage.identify(maria);
    expect(JSON.stringify(stage.log.entries)).not.toContain(maria.document);
  });
});

describe('an end that throws', () => {
  it('comes home all the same when the slip cannot be taken back', async () => {
    const stage = new StagedVisit();
    await stage.printSlip();
    stage.paper.defect = defect;
    await stage.touch('leave');
    stage.seeing('attract');
    expect(stage.diary.ended.get('visit-1')).toBe('left');
    expect(stage.log.codes).toContain('VISIT-END-FAILED');
    stage.paper.defect = undefined;
    await stage.identify(joao);
    stage.seeing('contracts');
  });

  it('comes home all the same when the charge cannot be let go', async () => {
    const stage = new StagedVisit();
    const { id } = await stage.showQr();
    stage.payments.pay(id);
    stage.payments.defect = defect;
    await stage.touch('done');
    await stage.touch('done');
    stage.seeing('attract');
    expect(stage.diary.ended.get('visit-1')).toBe('completed');
    expect(stage.log.codes).toContain('VISIT-END-FAILED');
  });

  it('goes back to the invoice all the same', async () => {
    const stage = new StagedVisit();
    stage.paper.become(await stage.printSlip(), { state: 'waiting', trouble: 'no-paper' });
    stage.paper.defect = defect;
    await stage.touch('back');
    stage.seeing('invoice');
  });
});

describe('a visit that breaks', () => {
  it('leaves no boleto of its customer behind', async () => {
    const stage = new StagedVisit();
    await stage.openInvoice();
    await stage.touch('show-boleto');
    expect(stage.boletos.onScreen.size).toBe(1);
    vi.spyOn(stage.paper, 'progress').mockImplementation(() => {
      throw defect;
    });
    await stage.touch('print-pages');
    stage.seeing('attract');
    expect(stage.log.codes).toContain('VISIT-FAILED');
    expect(stage.boletos.onScreen.size).toBe(0);
  });

  it('starts afresh with nothing of the customer, and keeps count of wrong answers', async () => {
    const stage = new StagedVisit({ secondFactor: 'birth-date' });
    for (const wrong of ['01011990', '02011990', '03011990']) {
      await stage.identify(maria);
      await stage.type(wrong);
      await stage.touch('submit');
      if (wrong !== '03011990') await stage.touch('leave');
    }
    expect(stage.seeing('document').error).toBe('blocked');
    stage.diary.endDefect = defect;
    await stage.touch('leave');
    expect(stage.screen()).toEqual({ name: 'attract', notices: [], timeZone: 'America/Sao_Paulo' });
    expect(stage.log.codes).toContain('VISIT-FAILED');

    stage.diary.endDefect = undefined;
    await stage.identify(maria);
    expect(stage.seeing('document').error).toBe('blocked');
    await stage.touch('leave');
    await stage.identify(joao);
    expect(stage.seeing('second-factor').triesLeft).toBe(3);
  });
});

describe('stopping', () => {
  it('leaves no timer and no word behind', async () => {
    const stage = new StagedVisit();
    await stage.identify(maria);
    stage.attendance.stop();
    expect(stage.clock.pending).toBe(0);
    const drawn = stage.views.length;
    await stage.clock.advance(120_000);
    expect(stage.views).toHaveLength(drawn);
  });
});
