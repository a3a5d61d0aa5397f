import { describe, expect, test } from 'vitest';
import { todayInBrazil } from '../simulators/codes/calendar.ts';
import { customers } from '../simulators/erp/fixture-customers.ts';
import { fixtureInvoices } from '../simulators/erp/fixture-invoices.ts';
import { patience, useStage } from '../support/stage.ts';
import { payByPix, submitDocument, touch, waitForScreen } from '../support/visit.ts';

const { maria } = customers;
const { plain } = maria.invoices;

/** The other company's number of Maria; its invoice has the id of one of the first company's. */
const numberThere = '7901';

describe('a kiosk that serves two companies', () => {
  const stage = useStage({
    world: {
      secondErp: {
        customers: [{ ...maria, id: numberThere, contracts: [{ id: '3901', label: 'Rua Nova, 7' }] }],
        invoices: fixtureInvoices(todayInBrazil())
          .filter(({ id }) => id === plain)
          .map((invoice) => ({ ...invoice, customerId: numberThere, contractIds: ['3901'] })),
      },
    },
  });

  test('a customer of both chooses, pays, and is written off where it is owed, and only there', async () => {
    const { page, world } = stage;
    await submitDocument(page, maria.document);
    await waitForScreen(page, 'contracts');
    await page.getByText('Vale Fibra · Rua Nova, 7').waitFor();
    await touch(page, 'contract-segunda:3901');
    await waitForScreen(page, 'invoices');
    await touch(page, `invoice-segunda:${plain}`);
    await payByPix(page);
    const txid = world.psp.ledger.charges.at(-1)?.txid ?? '';
    expect(world.psp.pay(txid)).toMatchObject({ paid: true });
    await waitForScreen(page, 'paid');
    await page.getByTestId('write-off-done').waitFor(patience);
    expect(world.secondErp?.ledger.writeOffs).toMatchObject([
      { invoiceId: plain, customerId: numberThere, times: 1, effective: 1 },
    ]);
    expect(world.erp.ledger.writeOffPosts).toEqual([]);
    expect(world.erp.isOpen(plain)).toBe(true);
  });

  test('while one does not answer, its customer sees the rest and is told what is missing', async () => {
    const { page, world } = stage;
    world.secondErp?.setFaults([{ effect: { kind: 'status', status: 503 } }]);
    await submitDocument(page, maria.document);
    await waitForScreen(page, 'invoices');
    expect(await page.getByTestId('unreadable').innerText()).toContain('Vale Fibra');
    world.secondErp?.setFaults([]);
  });
});
