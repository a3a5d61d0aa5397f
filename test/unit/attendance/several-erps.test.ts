import { describe, expect, it } from 'vitest';
import { FakeDirectory } from './fake-parts.ts';
import { invoiceOf, joao, maria, type Person } from './people.ts';
import { StagedVisit } from './staged-visit.ts';

const company = 'Vale Fibra';

/** Maria as the other company knows her: another id there, and an invoice whose id the first one uses, too. */
const mariaThere: Person = {
  ...maria,
  customer: { ...maria.customer, erpId: 'V-9' },
  invoices: [invoiceOf('F-101', { dueCents: 7_777, originalCents: 7_777, dueDate: '2026-10-01' })],
};

function twoCompanies(rules: ConstructorParameters<typeof StagedVisit>[0] = {}) {
  const other = new FakeDirectory();
  other.know(mariaThere);
  return { other, stage: new StagedVisit(rules, { [company]: other }) };
}

describe('a customer of two companies', () => {
  it('chooses between the companies first, when neither has contracts', async () => {
    const { stage } = twoCompanies();
    await stage.identify(maria);
    const { contracts } = stage.seeing('contracts');
    expect(contracts.map(({ label }) => label)).toEqual(['Rede Horizonte', company]);
    await stage.send({ type: 'choose-contract', contractId: contracts[1]?.id ?? '' });
    expect(stage.seeing('invoices')).toMatchObject({
      contractLabel: company,
      invoices: [{ dueCents: 7_777 }],
    });
  });

  it('pays the invoice that was touched, although another has the same id', async () => {
    const { stage } = twoCompanies();
    await stage.identify(maria);
    const { contracts } = stage.seeing('contracts');
    await stage.send({ type: 'choose-contract', contractId: contracts[1]?.id ?? '' });
    const [card] = stage.seeing('invoices').invoices;
    await stage.send({ type: 'choose-invoice', invoiceId: card?.id ?? '' });
    await stage.touch('pay-pix');
    expect(stage.seeing('pix').amountCents).toBe(7_777);
    expect(stage.payments.orders).toMatchObject([
      { invoices: [{ erp: 'vale-fibra', id: 'F-101', dueCents: 7_777 }] },
    ]);
    expect(stage.charge()).toMatchObject({ erp: 'vale-fibra', customerErpId: 'V-9' });
  });

  it('is shown what one company has while the other cannot be asked, and told so', async () => {
    const { stage, other } = twoCompanies();
    other.failure = { kind: 'no-answer', detail: '' };
    await stage.identify(maria);
    expect(stage.seeing('invoices')).toMatchObject({ invoices: [{}, {}], unreadable: [company] });
    expect(stage.log.codes).toEqual(['ERP-PARTLY-UNAVAILABLE']);
    await stage.touch('leave');
    other.failure = undefined;
    await stage.identify(maria);
    stage.seeing('contracts');
  });

  it('is told the same when the other fails only after it knew them', async () => {
    const { stage, other } = twoCompanies({ secondFactor: 'birth-date' });
    await stage.identify(maria);
    await stage.type('07031958');
    other.failure = { kind: 'no-answer', detail: '' };
    await stage.touch('submit');
    expect(stage.seeing('invoices')).toMatchObject({ invoices: [{}, {}], unreadable: [company] });
  });

  it('is asked what the one that answers knows', async () => {
    const { stage } = twoCompanies({ secondFactor: 'birth-date' });
    stage.directory.know({
      ...maria,
      customer: { erpId: 'C-1', name: maria.customer.name, active: true, phones: [] },
    });
    await stage.identify(maria);
    expect(stage.seeing('second-factor').question).toBe('birth-date');
    await stage.type('07031958');
    await stage.touch('submit');
    stage.seeing('contracts');
  });
});

describe('a customer of the first company only', () => {
  it('sees nothing of the other', async () => {
    const { stage } = twoCompanies();
    await stage.identify(joao);
    expect(stage.seeing('contracts').contracts.map(({ label }) => label)).toEqual(
      joao.contracts.map(({ label }) => label),
    );
  });

  it('who is not found there while the other fails is not called unknown', async () => {
    const { stage, other } = twoCompanies();
    other.failure = { kind: 'no-answer', detail: '' };
    await stage.identify({ document: '39053344705' });
    expect(stage.seeing('problem')).toMatchObject({ problem: 'erp-unreachable', canRetry: true });
  });
});

describe('ERPs that are known to be down', () => {
  it('one of two is no reason to send customers away', () => {
    const { stage, other } = twoCompanies();
    other.down = true;
    expect(stage.seeing('attract').notices).toEqual([]);
  });

  it('all of them: said at once, before anybody types, and over as soon as one is back', async () => {
    const { stage, other } = twoCompanies();
    stage.directory.down = true;
    other.down = true;
    stage.attendance.redraw();
    expect(stage.views.at(-1)?.screen).toMatchObject({ name: 'attract', notices: ['erp-unavailable'] });
    await stage.touch('start');
    expect(stage.seeing('problem')).toMatchObject({
      problem: 'erp-unreachable',
      code: 'ERP-DOWN',
      canRetry: true,
    });
    expect(stage.diary.entries).toEqual([]);
    await stage.touch('retry');
    stage.seeing('problem');
    other.down = false;
    await stage.touch('retry');
    stage.seeing('document');
    expect(stage.directory.asked).toEqual([]);
  });

  it('the screen that says so goes away by itself', async () => {
    const stage = new StagedVisit();
    stage.directory.down = true;
    await stage.touch('start');
    stage.seeing('problem');
    await stage.clock.advance(60_000);
    stage.seeing('attract');
    expect(stage.attendance.isFree()).toBe(true);
  });
});
