import { describe, expect, it } from 'vitest';
import { maria } from './people.ts';
import { StagedVisit } from './staged-visit.ts';

async function typed(text: string): Promise<StagedVisit> {
  const stage = new StagedVisit();
  await stage.touch('start');
  await stage.type(text);
  return stage;
}

describe('the document', () => {
  it.each([
    ['', 'incomplete'],
    ['5299822472', 'incomplete'],
    ['529982247251', 'incomplete'],
    ['52998224726', 'wrong-check-digit'],
    ['11111111111', 'repeated-digits'],
    ['00000000000000', 'repeated-digits'],
    ['33000167000102', 'wrong-check-digit'],
    ['12ABC34501DE36', 'wrong-check-digit'],
    ['11144477735', undefined],
    ['12ABC34501DE35', 'not-found'],
    ['33000167000101', 'not-found'],
  ])('%j is %s', async (text, error) => {
    const stage = await typed(text);
    await stage.touch('submit');
    if (error === undefined) return expect(stage.screen().name).toBe('contracts');
    expect(stage.seeing('document')).toMatchObject({ error, busy: false });
    expect(stage.directory.asked).toEqual(error === 'not-found' ? ['customer'] : []);
  });

  it('takes a letter in the check digits for nothing typed', async () => {
    const stage = await typed('12ABC34501DEX');
    expect(stage.seeing('document').entry).toBe('12.ABC.345/01DE');
  });

  it('keeps what was typed beside the message and drops the message at the next key', async () => {
    const stage = await typed('52998224726');
    await stage.touch('submit');
    expect(stage.seeing('document').entry).toBe('529.982.247-26');
    await stage.touch('erase');
    expect(stage.seeing('document')).not.toHaveProperty('error');
    await stage.type('5');
    await stage.touch('submit');
    stage.seeing('invoices');
  });

  it('clears everything at once', async () => {
    const stage = await typed('52998224726');
    await stage.touch('submit');
    await stage.touch('clear');
    expect(stage.seeing('document')).toMatchObject({ entry: '', canSubmit: false });
    expect(stage.seeing('document')).not.toHaveProperty('error');
  });

  it('stops at fourteen characters when a key repeats', async () => {
    const stage = await typed('7'.repeat(40));
    expect(stage.seeing('document')).toMatchObject({ entry: '77.777.777/7777-77', kind: 'cnpj' });
  });

  it('takes small letters for capitals', async () => {
    const stage = await typed('12abc');
    expect(stage.seeing('document')).toMatchObject({ entry: '12.ABC', kind: 'cnpj' });
  });

  it('erases nothing from nothing', async () => {
    const stage = await typed('1');
    await stage.touch('erase');
    await stage.touch('erase');
    expect(stage.seeing('document').entry).toBe('');
  });

  it('offers letters where a CNPJ may have them, and hides them where none can follow', async () => {
    const stage = await typed('12ABC34501');
    expect(stage.seeing('document').letters).toBe('offered');
    await stage.touch('toggle-letters');
    expect(stage.seeing('document').letters).toBe('shown');
    await stage.type('D');
    expect(stage.seeing('document').letters).toBe('shown');
    await stage.type('E');
    expect(stage.seeing('document').letters).toBe('impossible');
    await stage.touch('toggle-letters');
    expect(stage.seeing('document').letters).toBe('impossible');
    await stage.touch('erase');
    expect(stage.seeing('document').letters).toBe('offered');
  });

  it('finds a customer by an alphanumeric CNPJ', async () => {
    const stage = new StagedVisit();
    stage.directory.know({ ...maria, document: '12ABC34501DE35' });
    await stage.identify({ document: '12abc34501de35' });
    stage.seeing('invoices');
  });

  it('is asked afresh of the next customer', async () => {
    const stage = await typed('5299822472');
    await stage.touch('leave');
    await stage.touch('start');
    expect(stage.seeing('document').entry).toBe('');
  });
});

describe('an ERP in trouble', () => {
  it.each([
    [{ kind: 'not-sent', detail: '' }, 'erp-unreachable', 'ERP-UNREACHABLE'],
    [{ kind: 'no-answer', detail: '' }, 'erp-unreachable', 'ERP-NO-ANSWER'],
    [{ kind: 'server-error', status: 503, detail: '' }, 'erp-unreachable', 'ERP-SERVER-ERROR'],
    [{ kind: 'refused', status: 401, detail: '' }, 'erp-answer-unusable', 'ERP-REFUSED'],
    [{ kind: 'malformed', detail: '' }, 'erp-answer-unusable', 'ERP-MALFORMED'],
  ] as const)('$0.kind is told and may be tried again', async (failure, problem, code) => {
    const stage = new StagedVisit();
    stage.directory.failure = failure;
    await stage.identify(maria);
    expect(stage.screen()).toMatchObject({ name: 'problem', problem, code, canRetry: true });
    stage.directory.failure = undefined;
    await stage.touch('retry');
    stage.seeing('invoices');
  });

  it('is met while the account is opened, and the customer is identified once', async () => {
    const stage = new StagedVisit();
    stage.directory.contractsFailure = { kind: 'no-answer', detail: '' };
    await stage.identify(maria);
    expect(stage.screen()).toMatchObject({ name: 'problem', code: 'ERP-NO-ANSWER', canRetry: true });
    await stage.touch('retry');
    stage.seeing('problem');
    stage.directory.contractsFailure = undefined;
    await stage.touch('retry');
    stage.seeing('invoices');
    expect(stage.diary.entries).toEqual(['visit-1 visit-started', 'visit-1 customer-identified']);
  });

  it('is met while a contract is opened, and the contract is still the chosen one', async () => {
    const stage = new StagedVisit();
    await stage.identify({ document: '11144477735' });
    stage.directory.failure = { kind: 'not-sent', detail: '' };
    await stage.send({ type: 'choose-contract', contractId: 'K-2' });
    stage.seeing('problem');
    stage.directory.failure = undefined;
    await stage.touch('retry');
    expect(stage.seeing('invoices').invoices.map(({ id }) => id)).toEqual(['G-202']);
  });
});
