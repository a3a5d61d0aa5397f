import { describe, expect, it } from 'vitest';
import { joao, maria } from './people.ts';
import { StagedVisit } from './staged-visit.ts';

async function answer(stage: StagedVisit, text: string): Promise<void> {
  await stage.touch('clear');
  await stage.type(text);
  await stage.touch('submit');
}

describe('the birth date', () => {
  it('opens the account when it is right', async () => {
    const stage = new StagedVisit({ secondFactor: 'birth-date' });
    await stage.identify(maria);
    expect(stage.seeing('second-factor')).toEqual({
      name: 'second-factor',
      question: 'birth-date',
      entry: '',
      length: 8,
      canSubmit: false,
      busy: false,
      triesLeft: 3,
    });
    await stage.type('0703');
    expect(stage.seeing('second-factor').entry).toBe('07/03');
    expect(stage.diary.entries).not.toContain('visit-1 customer-identified');
    await answer(stage, '07031958');
    stage.seeing('invoices');
    expect(stage.diary.entries).toContain('visit-1 customer-identified');
  });

  it('asks the ERP for no account before it is answered', async () => {
    const stage = new StagedVisit({ secondFactor: 'birth-date' });
    await stage.identify(maria);
    expect(stage.directory.asked).toEqual(['customer']);
    expect(stage.drawn()).not.toContain('Maria');
  });

  it.each([
    ['', 'incomplete'],
    ['0703195', 'incomplete'],
    ['31021958', 'impossible-date'],
    ['00001958', 'impossible-date'],
  ])('%j is %s and costs no try', async (text, error) => {
    const stage = new StagedVisit({ secondFactor: 'birth-date' });
    await stage.identify(maria);
    await answer(stage, text);
    expect(stage.seeing('second-factor')).toMatchObject({ error, triesLeft: 3 });
  });

  it('takes eight digits, no letters, and no more however long a key repeats', async () => {
    const stage = new StagedVisit({ secondFactor: 'birth-date' });
    await stage.identify(maria);
    await stage.type('07A031958999');
    expect(stage.seeing('second-factor').entry).toBe('07/03/1958');
    await stage.touch('erase');
    expect(stage.seeing('second-factor').entry).toBe('07/03/195');
  });

  it('leads back to the document, which is then looked up again', async () => {
    const stage = new StagedVisit({ secondFactor: 'birth-date' });
    await stage.identify(maria);
    await stage.touch('back');
    expect(stage.seeing('document').entry).toBe('529.982.247-25');
    await stage.touch('clear');
    await stage.type(joao.document);
    await stage.touch('submit');
    await answer(stage, '07031958');
    expect(stage.seeing('second-factor').error).toBe('wrong');
    await answer(stage, '31121990');
    stage.seeing('contracts');
  });

  it('stays on its screen, busy, while the account is opened', async () => {
    const stage = new StagedVisit({ secondFactor: 'birth-date' });
    await stage.identify(maria);
    stage.directory.hold();
    await answer(stage, '07031958');
    expect(stage.seeing('second-factor').busy).toBe(true);
  });
});

describe('the last digits of the phone', () => {
  it.each(['4444', '4321'])('may be those of any of the phones (%s)', async (digits) => {
    const stage = new StagedVisit({ secondFactor: 'phone-last-digits' });
    await stage.identify(maria);
    expect(stage.seeing('second-factor')).toMatchObject({ question: 'phone-last-digits', length: 4 });
    await answer(stage, digits);
    stage.seeing('invoices');
  });

  it('are wrong when they are of none', async () => {
    const stage = new StagedVisit({ secondFactor: 'phone-last-digits' });
    await stage.identify(maria);
    await answer(stage, '1987');
    expect(stage.seeing('second-factor')).toMatchObject({ error: 'wrong', entry: '', triesLeft: 2 });
  });

  it('are asked of whoever has no birth date, and the other way round', async () => {
    const { birthDate: _, ...company } = maria.customer;
    const byDate = new StagedVisit({ secondFactor: 'birth-date' });
    byDate.directory.know({ ...maria, customer: company });
    await byDate.identify(maria);
    expect(byDate.seeing('second-factor').question).toBe('phone-last-digits');

    const byPhone = new StagedVisit({ secondFactor: 'phone-last-digits' });
    byPhone.directory.know({ ...maria, customer: { ...maria.customer, phones: [] } });
    await byPhone.identify(maria);
    expect(byPhone.seeing('second-factor').question).toBe('birth-date');
  });

  it('are not asked of a phone too short to have them', async () => {
    const { birthDate: _, ...company } = maria.customer;
    const stage = new StagedVisit({ secondFactor: 'phone-last-digits' });
    stage.directory.know({ ...maria, customer: { ...company, phones: ['', '12'] } });
    await stage.identify(maria);
    expect(stage.screen()).toMatchObject({ name: 'problem', problem: 'identity-unverifiable' });
  });

  it('cannot be asked of whoever the ERP knows nothing of, who learns nothing either', async () => {
    const { birthDate: _, ...company } = maria.customer;
    const stage = new StagedVisit({ secondFactor: 'birth-date' });
    stage.directory.know({ ...maria, customer: { ...company, phones: [] } });
    await stage.identify(maria);
    expect(stage.screen()).toEqual({
      name: 'problem',
      problem: 'identity-unverifiable',
      code: 'IDENTITY-UNVERIFIABLE',
      canRetry: false,
      canGoBack: false,
    });
    await stage.touch('retry');
    await stage.touch('back');
    stage.seeing('problem');
    await stage.touch('leave');
    stage.seeing('attract');
  });
});

describe('wrong answers', () => {
  it('are counted down and block the document at the third', async () => {
    const stage = new StagedVisit({ secondFactor: 'birth-date' });
    await stage.identify(maria);
    await answer(stage, '01011990');
    expect(stage.seeing('second-factor')).toMatchObject({ error: 'wrong', triesLeft: 2, entry: '' });
    await stage.type('0');
    expect(stage.seeing('second-factor')).not.toHaveProperty('error');
    await answer(stage, '02011990');
    expect(stage.seeing('second-factor')).toMatchObject({ error: 'wrong', triesLeft: 1 });
    await answer(stage, '03011990');
    expect(stage.seeing('document')).toMatchObject({
      entry: '529.982.247-25',
      error: 'blocked',
      retryInMinutes: 15,
    });
  });

  it('are counted across visits, per document, until the block is over', async () => {
    const stage = new StagedVisit({ secondFactor: 'birth-date' });
    for (const wrong of ['01011990', '02011990', '03011990']) {
      await stage.identify(maria);
      await answer(stage, wrong);
      await stage.touch('leave');
    }
    const asked = stage.directory.asked.length;
    await stage.identify(maria);
    expect(stage.seeing('document')).toMatchObject({ error: 'blocked', retryInMinutes: 15 });
    expect(stage.directory.asked).toHaveLength(asked);
    await stage.touch('leave');

    await stage.identify(joao);
    expect(stage.seeing('second-factor').triesLeft).toBe(3);
    await stage.touch('leave');

    await stage.clock.advance(900_000 - 60_001);
    await stage.identify(maria);
    expect(stage.seeing('document')).toMatchObject({ error: 'blocked', retryInMinutes: 2 });
    await stage.touch('leave');
    await stage.clock.advance(60_000);
    await stage.identify(maria);
    expect(stage.seeing('document')).toMatchObject({ error: 'blocked', retryInMinutes: 1 });
    await stage.touch('leave');
    await stage.clock.advance(1);
    await stage.identify(maria);
    expect(stage.seeing('second-factor').triesLeft).toBe(3);
    await answer(stage, '07031958');
    stage.seeing('invoices');
  });

  it('stay blocked when somebody sets the clock', async () => {
    const stage = new StagedVisit({ secondFactor: 'birth-date' });
    await stage.identify(maria);
    for (const wrong of ['01011990', '02011990', '03011990']) await answer(stage, wrong);
    stage.clock.setWallTime(Date.UTC(2027, 10, 21));
    await stage.touch('submit');
    expect(stage.seeing('document').error).toBe('blocked');
  });

  it('are forgiven by the right one', async () => {
    const stage = new StagedVisit({ secondFactor: 'birth-date' });
    await stage.identify(maria);
    await answer(stage, '01011990');
    await answer(stage, '07031958');
    await stage.touch('leave');
    await stage.identify(maria);
    expect(stage.seeing('second-factor').triesLeft).toBe(3);
  });
});
