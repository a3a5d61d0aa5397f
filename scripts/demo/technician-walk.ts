import type { Page } from 'playwright-core';
import { TouchPanel } from '../../test/support/touch-panel.ts';
import { maria } from './demo-people.ts';
import type { VisitScene } from './visits.ts';

/** Neither a row of digits nor a pair again and again, which the kiosk refuses. */
const pin = '482915';

/** As the hidden gesture wants it: so many touches on the company's mark. */
const touches = 5;

export interface TechnicianScene extends VisitScene {
  readonly page: Page;
}

/** A technician opens the hidden area, chooses its PIN, asks the ERP about Maria and looks at how the kiosk stands. */
export async function walkTechniciansArea({ customer, page }: TechnicianScene): Promise<void> {
  const finger = await TouchPanel.on(page);
  await customer.step('technician-choose-pin', 'tech-door', async () => {
    await finger.touchMark(touches);
    for (const digit of pin) await finger.press(`pin-${digit}`);
  });
  await customer.step('technician-state', 'journal-table', async () => {
    await finger.tap('pin-enter');
    await page.locator('[data-step="repeat"]').waitFor();
    for (const digit of pin) await finger.press(`pin-${digit}`);
    await finger.tap('pin-enter');
  });
  await customer.step('technician-erp', 'tech-section-erp', () => finger.tap('tech-tab-erp'));
  await customer.step('technician-erp-document', 'osk', async () => {
    await finger.tap('field-test-erp-operation-listOpenInvoices');
    await finger.tap('field-test-erp-document');
    for (const digit of maria.document) await finger.press(`osk-${digit}`);
  });
  await finger.tap('osk-close');
  await customer.step('technician-erp-tested', 'test-erp-mapped', async () => {
    await finger.tap('test-erp-run');
    await page.getByTestId('test-erp-mapped').scrollIntoViewIfNeeded();
  });
  await customer.step('technician-erp-exchange', 'test-erp-exchange-0', async () => {
    await finger.tap('test-erp-exchanges');
    await page.getByTestId('test-erp-exchange-0').scrollIntoViewIfNeeded();
  });
  await customer.step('technician-left', 'screen-attract', () => finger.tap('tech-leave'));
}
