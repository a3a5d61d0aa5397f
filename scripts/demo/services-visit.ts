import type { Page } from 'playwright-core';
import { maria } from './demo-people.ts';
import { paperAfter, type VisitScene } from './visits.ts';

export interface PageScene extends VisitScene {
  readonly page: Page;
}

/** Of the ERP's fixtures: Maria's service that is suspended for what is owed, and the department that mends things. */
const blockedService = 'principal:0';
const support = '8402';

/** Maria's internet is blocked: she has it back on trust, and asks for what else there is besides paying. */
export async function askForServices(scene: PageScene): Promise<void> {
  const { customer } = scene;
  await customer.tap('action-start');
  await customer.type(maria.document);
  await customer.tap('action-submit');
  await customer.type(maria.typedBirthDate);
  await customer.step('menu', 'screen-menu', () => customer.tap('action-submit'));
  await lookInEnglish(scene);
  await unlockOnTrust(scene);
  await printStatement(scene);
  await openTicket(scene);
  await customer.step('attendant-called', 'help-told', () => customer.tap('action-call-attendant'));
  await customer.tap('action-close-notice');
  await haveBoletoSent(scene);
  await customer.step('services-thanks', 'screen-thanks', () => customer.tap('action-leave'));
  await customer.step('services-attract', 'screen-attract', () => customer.tap('action-done'));
}

async function lookInEnglish({ customer, page }: PageScene): Promise<void> {
  await customer.step('languages-and-modes', 'display-panel', () => customer.tap('action-display'));
  await customer.step('menu-in-english-and-large', 'screen-menu', async () => {
    await customer.tap('language-en');
    await customer.tap('mode-large-type');
    await page.locator('html[lang="en"][data-modes~="large-type"]').waitFor();
    await customer.tap('action-close-display');
  });
  await customer.tap('action-display');
  await customer.tap('mode-large-type');
  await customer.tap('language-pt-BR');
  await page.locator('html[lang="pt-BR"]:not([data-modes~="large-type"])').waitFor();
  await customer.tap('action-close-display');
}

async function unlockOnTrust({ world, customer, album }: PageScene): Promise<void> {
  await customer.step('services', `service-${blockedService}`, () => customer.tap('entry-services'));
  await customer.step('service-blocked', 'action-ask-unlock', () =>
    customer.tap(`service-${blockedService}`),
  );
  await customer.step('unlock-terms', 'terms', () => customer.tap('action-ask-unlock'));
  const printed = world.printer.papers.length;
  await customer.step('unlocked', 'protocol-paper-printed', () => customer.tap('action-agree'));
  await album.keepPaper('protocol', await paperAfter(world, printed));
  await customer.tap('action-done');
  await customer.tap('action-back');
}

async function printStatement({ world, customer, album }: PageScene): Promise<void> {
  await customer.step('second-copies', 'copies-statement', () => customer.tap('entry-second-copies'));
  await customer.step('statement', 'screen-statement', () => customer.tap('copies-statement'));
  const printed = world.printer.papers.length;
  await customer.step('statement-printed', 'screen-paper-printed', () => customer.tap('action-print-copy'));
  await album.keepPaper('statement', await paperAfter(world, printed));
  await customer.tap('action-done');
  await customer.tap('action-back');
}

async function openTicket({ world, customer, album }: PageScene): Promise<void> {
  await customer.step('ticket-service', `option-${blockedService}`, () => customer.tap('entry-help'));
  await customer.step('ticket-department', `option-${support}`, () =>
    customer.tap(`option-${blockedService}`),
  );
  await customer.tap(`option-${support}`);
  await customer.write('internet lenta');
  await customer.tap('action-submit');
  await customer.step('ticket-message', 'text-field', () => customer.write('cai toda noite, depois das 8'));
  await customer.step('ticket-contact', 'option-0', () => customer.tap('action-submit'));
  await customer.step('ticket-review', 'screen-ticket-review', () => customer.tap('option-0'));
  const printed = world.printer.papers.length;
  await customer.step('ticket-opened', 'protocol-paper-printed', () => customer.tap('action-submit'));
  await album.keepPaper('ticket', await paperAfter(world, printed));
  await customer.tap('action-done');
}

async function haveBoletoSent({ customer }: PageScene): Promise<void> {
  await customer.tap('entry-invoices');
  await customer.tap(`invoice-${maria.invoices.overdue}`);
  await customer.step('message-phones', 'phone-0', () => customer.tap('action-receive-message'));
  await customer.step('message-consent', 'consent', () => customer.tap('phone-0'));
  await customer.step('message-asked', 'screen-message-asked', () => customer.tap('action-agree'));
  await customer.tap('action-done');
}
