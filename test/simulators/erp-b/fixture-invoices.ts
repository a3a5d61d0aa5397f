import { bankLine, collectionLine } from '../codes/boleto-line.ts';
import { dynamicBrCode } from '../codes/br-code.ts';
import { addDays } from '../codes/calendar.ts';
import { customersB } from './fixture-customers.ts';
import type { ErpBCustomer, ErpBInvoice } from './records.ts';

/** The boleto's id of a fixture invoice: of another range, and never the invoice's own number shifted by a constant. */
export function boletoIdOf(invoiceId: string): string {
  return String(879_999 - (Number(invoiceId) - 420_000) * 3);
}

function invoice(
  id: string,
  customer: ErpBCustomer,
  dueDate: string,
  special: Partial<ErpBInvoice> = {},
): ErpBInvoice {
  const originalCents = special.originalCents ?? 11_950;
  return {
    id,
    boletoId: boletoIdOf(id),
    code: `COB-${Number(id) - 90_000}`,
    customerId: customer.id,
    payerName: customer.name,
    originalCents,
    interestCents: 0,
    fineCents: 0,
    issueDate: addDays(dueDate, -20),
    dueDate,
    description: 'Plano Fibra 400 Mega',
    typeableLine: lineFor(id, dueDate, originalCents),
    identifier: '',
    pixCode: '',
    hasLink: false,
    ...special,
  };
}

function lineFor(id: string, dueDate: string, amountCents: number): string {
  return bankLine({ bank: '748', dueDate, amountCents, freeField: `112${id.padStart(9, '0')}5432154321000` });
}

/** The invoices that are open when the simulator starts on `today` (YYYY-MM-DD). */
export function fixtureInvoicesB(today: string): readonly ErpBInvoice[] {
  const { single, company, alphanumericCompany } = customersB;
  return [
    ...mariaInvoices(today),
    invoice(single.invoices.plain, single, addDays(today, 6)),
    invoice(company.invoices.plain, company, addDays(today, 10), {
      originalCents: 249_900,
      identifier: 'carteira-1',
    }),
    invoice(alphanumericCompany.invoices.plain, alphanumericCompany, addDays(today, 3), {
      originalCents: 79_900,
    }),
    ...manyInvoices(today),
    ...difficultInvoices(today),
  ];
}

function mariaInvoices(today: string): ErpBInvoice[] {
  const { maria } = customersB;
  const { invoices } = maria;
  const location = 'pix.example.com/qr/v2/erpb420002c0ffee000000000000000001';
  return [
    // 2 % fine and 1 % a month interest for 15 days on 119.50.
    invoice(invoices.overdue, maria, addDays(today, -15), {
      interestCents: 60,
      fineCents: 239,
      identifier: 'carteira-1',
    }),
    invoice(invoices.withPixCode, maria, addDays(today, 4), {
      pixCode: dynamicBrCode(location, 'Serra Fibra Movel', 'Bento Goncalves'),
    }),
    invoice(invoices.withLink, maria, addDays(today, 12), { originalCents: 4_990, hasLink: true }),
    invoice(invoices.plain, maria, addDays(today, 18), { originalCents: 8_990 }),
    invoice(invoices.collection, maria, addDays(today, 24), {
      originalCents: 13_377,
      typeableLine: collectionLine({
        segment: '4',
        amountCents: 13_377,
        freeField: '02402000000000000042000500001',
      }),
    }),
  ];
}

function manyInvoices(today: string): ErpBInvoice[] {
  const { many } = customersB;
  const { firstId, count } = many.invoices;
  return Array.from({ length: count }, (_, index) =>
    invoice(String(Number(firstId) + index), many, addDays(today, index - 5), {
      originalCents: 6_000 + index,
    }),
  );
}

function difficultInvoices(today: string): ErpBInvoice[] {
  const { difficult } = customersB;
  const { invoices } = difficult;
  const dueDate = addDays(today, 7);
  const sound = lineFor(invoices.brokenLine, dueDate, 11_950);
  return [
    invoice(invoices.noLine, difficult, dueDate, { typeableLine: '' }),
    // One digit mistyped: a check digit no longer fits.
    invoice(invoices.brokenLine, difficult, dueDate, {
      typeableLine: sound.slice(0, 12) + ((Number(sound[12]) + 1) % 10) + sound.slice(13),
    }),
    invoice(invoices.wrongSum, difficult, dueDate, { fineCents: 239, claimedDueCents: 11_950 }),
    invoice(invoices.unknownIdentifier, difficult, dueDate, { identifier: 'carteira-desconhecida' }),
  ];
}
