import { answerQuestions } from '../../test/support/joining.ts';
import { newcomer } from './demo-people.ts';
import type { PageScene } from './services-visit.ts';
import { paperAfter } from './visits.ts';

/** Ids of the ERP's fixtures. */
const [city, product, dueDate, origin] = ['8701', '8101', '8510', '8601'];

/** Ana is nobody's customer yet: she chooses a plan, tells who she is and leaves with a protocol. */
export async function becomeCustomer({ world, customer, album, page }: PageScene): Promise<void> {
  await customer.step('join-city', `option-${city}`, () => customer.tap('action-join'));
  await customer.step('join-product', `option-${product}`, () => customer.tap(`option-${city}`));
  await customer.tap(`option-${product}`);
  await answerQuestions(page, [
    ['dueDate', { card: dueDate }],
    ['personKind', { card: 'natural' }],
  ]);
  await customer.step('join-name', 'text-field', () => customer.write(newcomer.name));
  await customer.tap('action-submit');
  await answerQuestions(page, [
    ['document', { digits: newcomer.typedDocument }],
    ['birthDate', { digits: '05031960' }],
    ['phone', { digits: '54991112233' }],
    ['email', 'skip'],
    ['postalCode', { digits: '95700010' }],
    ['street', { letters: 'Rua das Flores' }],
    ['number', { digits: '12' }],
    ['complement', 'skip'],
    ['district', { letters: 'Centro' }],
    ['landmark', 'skip'],
    ['billing', { card: 'same' }],
    ['origin', { card: origin }],
  ]);
  await customer.step('join-review', 'screen-join-review', () => customer.tap('action-skip'));
  await customer.step('join-consent', 'agreement', () => customer.tap('action-submit'));
  const printed = world.printer.papers.length;
  await customer.step('join-protocol', 'paper-printed', () => customer.tap('action-agree'));
  await album.keepPaper('registration', await paperAfter(world, printed));
  await customer.step('join-attract', 'screen-attract', async () => {
    await customer.tap('action-done');
    await page.getByTestId('screen-thanks').waitFor();
    await customer.tap('action-done');
  });
}
