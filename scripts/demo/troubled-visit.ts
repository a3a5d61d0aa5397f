import { customers } from '../../test/simulators/erp/fixture-customers.ts';
import type { VisitScene } from './visits.ts';

const { document, invoices, contracts } = customers.twoContracts;
const typedBirthDate = '30111978';

/** João comes while the printer has no paper and the ERP is down: he is told, waits, and is helped after all. */
export async function meetTrouble({ world, customer }: VisitScene): Promise<void> {
  await customer.step('trouble-attract-no-paper', 'notice-printer-unavailable', () => {
    world.printer.setCondition({ paper: 'out' });
    return Promise.resolve();
  });
  world.erp.setFaults([{ effect: { kind: 'drop-before' } }]);
  await customer.tap('action-start');
  await customer.type(document);
  await customer.step('trouble-erp-down', 'screen-problem', () => customer.tap('action-submit'));
  world.erp.setFaults([]);
  await customer.step('trouble-erp-back', 'screen-second-factor', () => customer.tap('action-retry'));
  await customer.type(typedBirthDate);
  await customer.tap('action-submit');
  await customer.step('trouble-contracts', 'screen-contracts', () => customer.tap('entry-invoices'));
  await customer.step('trouble-invoices', 'screen-invoices', () =>
    customer.tap(`contract-${contracts[0]?.id}`),
  );
  await customer.step('trouble-invoice-without-slip', 'slip-not-offered', () =>
    customer.tap(`invoice-${invoices.firstContract}`),
  );
  await customer.step('trouble-attract', 'screen-attract', async () => {
    world.printer.setCondition({ paper: 'ok' });
    await customer.tap('action-leave');
  });
}
