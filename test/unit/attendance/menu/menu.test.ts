import { describe, expect, it } from 'vitest';
import { FakeDirectory } from '../fake-parts.ts';
import { invoiceOf, joao, maria } from '../people.ts';
import { FakeServices } from '../services/fake-services.ts';
import { StagedVisit } from '../staged-visit.ts';

function withMenu(others: Readonly<Record<string, FakeDirectory>> = {}) {
  const services = new FakeServices();
  return { services, stage: new StagedVisit({}, others, { services }) };
}

describe('the menu', () => {
  it('stands first where there is more than paying, and says what is open', async () => {
    const { stage } = withMenu();
    await stage.identify(maria);
    expect(stage.seeing('menu')).toEqual({
      name: 'menu',
      customerName: 'Maria S.',
      entries: ['invoices', 'receipts', 'services'],
      openInvoices: 2,
      overdueInvoices: 1,
      busy: false,
    });
  });

  it('is not there for who can only pay', async () => {
    const { stage, services } = withMenu();
    services.offered = false;
    await stage.identify(maria);
    expect(stage.seeing('invoices')).toMatchObject({ canGoBack: false, hasReceipts: true });
  });

  it('leads to the invoices and back', async () => {
    const { stage } = withMenu();
    await stage.identify(maria);
    await stage.send({ type: 'choose-entry', entry: 'invoices' });
    expect(stage.seeing('invoices')).toMatchObject({ canGoBack: true, hasReceipts: false });
    await stage.touch('back');
    stage.seeing('menu');
  });

  it('leads to the receipts and back', async () => {
    const { stage } = withMenu();
    await stage.identify(maria);
    await stage.send({ type: 'choose-entry', entry: 'receipts' });
    stage.seeing('receipts');
    await stage.touch('back');
    stage.seeing('menu');
  });

  it('has no way to what it does not show', async () => {
    const { stage, services } = withMenu();
    await stage.identify(maria);
    await stage.send({ type: 'choose-entry', entry: 'order' });
    services.offered = false;
    await stage.send({ type: 'choose-entry', entry: 'services' });
    stage.seeing('menu');
  });

  it('counts the invoices of all contracts, also after one of them was looked at', async () => {
    const { stage } = withMenu();
    await stage.identify(joao);
    expect(stage.seeing('menu').openInvoices).toBe(2);
    await stage.send({ type: 'choose-entry', entry: 'invoices' });
    expect(stage.seeing('contracts').canGoBack).toBe(true);
    await stage.send({ type: 'choose-contract', contractId: 'K-1' });
    expect(stage.seeing('invoices').invoices).toHaveLength(1);
    await stage.touch('back');
    stage.directory.hold();
    await stage.touch('back');
    expect(stage.seeing('menu').busy).toBe(true);
    stage.directory.release();
    await stage.clock.advance(0);
    expect(stage.seeing('menu')).toMatchObject({ busy: false, openInvoices: 2 });
    await stage.send({ type: 'choose-entry', entry: 'invoices' });
    stage.seeing('contracts');
  });

  it('can be come back to after the ERP failed on the way to it', async () => {
    const { stage } = withMenu();
    await stage.identify(joao);
    await stage.send({ type: 'choose-entry', entry: 'invoices' });
    await stage.send({ type: 'choose-contract', contractId: 'K-1' });
    await stage.touch('back');
    stage.directory.failure = { kind: 'no-answer', detail: '' };
    await stage.touch('back');
    expect(stage.seeing('problem').canRetry).toBe(true);
    stage.directory.failure = undefined;
    await stage.touch('retry');
    expect(stage.seeing('menu').openInvoices).toBe(2);
    // The contract is forgotten, too: nothing has to be read once more.
    await stage.send({ type: 'choose-entry', entry: 'invoices' });
    stage.directory.hold();
    await stage.touch('back');
    expect(stage.seeing('menu').busy).toBe(false);
  });

  it('says of a customer of two companies that not all could be read', async () => {
    const other = new FakeDirectory();
    other.know({ ...maria, invoices: [invoiceOf('F-9')] });
    const { stage } = withMenu({ 'Vale Fibra': other });
    other.failure = { kind: 'no-answer', detail: '' };
    await stage.identify(maria);
    expect(stage.seeing('menu')).toMatchObject({ openInvoices: 2, unreadable: ['Vale Fibra'] });
  });

  it('ends by itself when nobody is there', async () => {
    const { stage } = withMenu();
    await stage.identify(maria);
    await stage.clock.advance(60_000);
    stage.seeing('attract');
    expect(stage.diary.ended.get('visit-1')).toBe('timed-out');
  });

  it('lets go who wants to leave', async () => {
    const { stage } = withMenu();
    await stage.identify(maria);
    await stage.touch('leave');
    stage.seeing('attract');
  });
});
