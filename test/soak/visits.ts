import { customers } from '../simulators/erp/fixture-customers.ts';
import type { World, WorldSettings } from '../support/world.ts';
import type { SoakStep } from './drive-page.ts';

/** An id of the fixtures' range that no fixture uses. */
const firstOwnInvoice = 920_000;

/** A document that nobody has. */
const strangersDocument = '98765432100';

/** Everything besides paying that a soak tries. */
export function offerServices({ visit }: WorldSettings): void {
  Object.assign(visit, {
    services: { secondCopies: true, services: true, tickets: true, callAttendant: true },
  });
}

const toDocument: SoakStep = { screen: 'attract', touch: 'action-start' };
const leave = (screen: string): SoakStep => ({ screen, touch: 'action-leave' });
const atAttract: SoakStep = { screen: 'attract' };

function identify(document: string, entry?: string): readonly SoakStep[] {
  return [
    toDocument,
    { screen: 'document', keys: document, touch: 'action-submit' },
    ...(entry === undefined ? [] : [{ screen: 'menu', touch: `entry-${entry}` }]),
  ];
}

/** What customers do, one after another: of ten one pays, two print, the others look, mistype or change their mind. */
const turns: readonly ((world: World, round: number) => readonly SoakStep[])[] = [
  pay,
  look,
  print,
  lookAtOne,
  beUnknown,
  readStatement,
  print,
  chooseContract,
  giveUp,
  seeService,
];

/** The steps of the visit with this number. */
export function soakVisit(world: World, number: number): readonly SoakStep[] {
  const turn = turns[number % turns.length] ?? look;
  return turn(world, number);
}

/** Pays with PIX and waits for the receipt. The PSP of a soak pays every charge at once. */
function pay(world: World, round: number): readonly SoakStep[] {
  const invoice = String(firstOwnInvoice + round);
  const { noneOpen, maria } = customers;
  world.erp.addInvoice({
    ...world.erp.invoice(maria.invoices.plain),
    id: invoice,
    customerId: noneOpen.id,
    contractIds: noneOpen.contracts.map(({ id }) => id),
  });
  return [
    ...identify(noneOpen.document, 'invoices'),
    { screen: 'invoices', touch: `invoice-${invoice}` },
    { screen: 'invoice', touch: 'action-pay-pix' },
    { screen: 'paid', sees: 'receipt-printed', touch: 'action-done' },
    { screen: 'thanks', touch: 'action-done' },
    atAttract,
  ];
}

function print(): readonly SoakStep[] {
  return [
    ...identify(customers.maria.document, 'invoices'),
    { screen: 'invoices', touch: `invoice-${customers.maria.invoices.overdue}` },
    { screen: 'invoice', touch: 'action-print-slip' },
    leave('slip-printed'),
    { screen: 'thanks', touch: 'action-done' },
    atAttract,
  ];
}

function look(): readonly SoakStep[] {
  return [...identify(customers.many.document, 'invoices'), leave('invoices'), atAttract];
}

function lookAtOne(): readonly SoakStep[] {
  return [
    ...identify(customers.maria.document, 'invoices'),
    { screen: 'invoices', touch: `invoice-${customers.maria.invoices.overdue}` },
    { screen: 'invoice', touch: 'action-back' },
    leave('invoices'),
    atAttract,
  ];
}

function readStatement(): readonly SoakStep[] {
  return [
    ...identify(customers.maria.document, 'second-copies'),
    { screen: 'second-copies', touch: 'copies-statement' },
    { screen: 'statement', touch: 'months-12' },
    leave('statement'),
    atAttract,
  ];
}

function seeService(): readonly SoakStep[] {
  return [
    ...identify(customers.maria.document, 'services'),
    { screen: 'services', touch: 'service-principal:0' },
    { screen: 'service', touch: 'action-back' },
    leave('services'),
    atAttract,
  ];
}

function beUnknown(): readonly SoakStep[] {
  return [
    ...identify(strangersDocument),
    { screen: 'document', sees: 'error-not-found', touch: 'action-leave' },
    atAttract,
  ];
}

function chooseContract(): readonly SoakStep[] {
  const { twoContracts } = customers;
  return [
    ...identify(twoContracts.document, 'invoices'),
    { screen: 'contracts', touch: `contract-${twoContracts.contracts[0]?.id ?? ''}` },
    leave('invoices'),
    atAttract,
  ];
}

function giveUp(): readonly SoakStep[] {
  return [toDocument, { screen: 'document', keys: '529', touch: 'action-leave' }, atAttract];
}
