import { bankLine, collectionLine } from '../codes/boleto-line.ts';
import { dynamicBrCode } from '../codes/br-code.ts';
import { addDays } from '../codes/calendar.ts';
import { customers } from './fixture-customers.ts';
import type { ErpCustomer, ErpInvoice, StatementEntry } from './records.ts';

/** The company that the fixtures collect for, as it stands in the ERP's own PIX codes. */
export const payee = { name: 'Serra Fibra Telecom', city: 'Bento Goncalves' } as const;

const slipHeader = 'SERRA FIBRA TELECOM\r\nCNPJ 33.000.167/0001-01\r\nAtenção: pague até o vencimento';
const pixHeader = 'SERRA FIBRA TELECOM\nRecebimento via PIX\nObrigado pela preferência!';

/** A month's fee of a customer that is in no way special; `special` overrides what is. */
function invoice(
  id: string,
  customer: ErpCustomer,
  dueDate: string,
  special: Partial<ErpInvoice> = {},
): ErpInvoice {
  const originalCents = special.originalCents ?? 12_990;
  return {
    id,
    customerId: customer.id,
    contractIds: customer.contracts.slice(0, 1).map((contract) => contract.id),
    payerName: customer.name,
    originalCents,
    interestCents: 0,
    fineCents: 0,
    discountCents: 0,
    issueDate: addDays(dueDate, -20),
    dueDate,
    description: 'Mensalidade Fibra 500 Mega',
    bankCode: '341',
    typeableLine: lineFor(id, dueDate, originalCents),
    identifier: '',
    pixCode: '',
    billReceipt: slipHeader,
    billPixReceipt: pixHeader,
    ...special,
  };
}

function lineFor(id: string, dueDate: string, amountCents: number): string {
  return bankLine({ bank: '341', dueDate, amountCents, freeField: `109${id.padStart(9, '0')}1234512345000` });
}

/** The invoices that are open when the simulator starts on `today` (YYYY-MM-DD). */
export function fixtureInvoices(today: string): readonly ErpInvoice[] {
  const invoices = [
    ...mariaInvoices(today),
    ...contractInvoices(today),
    invoice(customers.company.invoices.plain, customers.company, addDays(today, 10), {
      originalCents: 349_990,
      description: 'Link dedicado 300 Mega',
      identifier: 'carteira-1',
    }),
    invoice(customers.alphanumericCompany.invoices.plain, customers.alphanumericCompany, addDays(today, 3), {
      originalCents: 89_900,
      discountCents: 1_000,
      description: 'Plano empresarial',
    }),
    ...manyInvoices(today),
    ...difficultInvoices(today),
    invoice(customers.longNames.invoices.plain, customers.longNames, addDays(today, 8), {
      description: `Mensalidade e serviços agregados ${'de telecomunicações e conectividade '.repeat(5).trim()}`,
    }),
  ];
  const yesterday = addDays(today, -1);
  return invoices.map((each) => (each.issueDate > yesterday ? { ...each, issueDate: yesterday } : each));
}

function mariaInvoices(today: string): ErpInvoice[] {
  const { maria } = customers;
  const soon = addDays(today, 5);
  const later = addDays(today, 20);
  return [
    // 2 % fine and 1 % a month interest for 12 days on 129.90.
    invoice(maria.invoices.overdue, maria, addDays(today, -12), {
      interestCents: 52,
      fineCents: 260,
      identifier: 'carteira-1',
    }),
    invoice(maria.invoices.withPixCode, maria, soon, {
      pixCode: dynamicBrCode(
        'pix.example.com/qr/v2/erp910002c0ffee0000000000000000001',
        payee.name,
        payee.city,
      ),
    }),
    invoice(maria.invoices.plain, maria, later, { originalCents: 9_990, description: 'Telefonia fixa' }),
    invoice(maria.invoices.collection, maria, addDays(today, 25), {
      originalCents: 14_359,
      description: 'Conta de telecomunicações (convênio)',
      bankCode: '',
      typeableLine: collectionLine({
        segment: '4',
        amountCents: 14_359,
        freeField: '02402000000000000091000400001',
      }),
    }),
  ];
}

function contractInvoices(today: string): ErpInvoice[] {
  const { twoContracts } = customers;
  return [
    invoice(twoContracts.invoices.firstContract, twoContracts, addDays(today, 1)),
    invoice(twoContracts.invoices.secondContract, twoContracts, addDays(today, 2), {
      contractIds: ['3003'],
      originalCents: 7_990,
    }),
    invoice(twoContracts.invoices.bothContracts, twoContracts, addDays(today, 15), {
      contractIds: ['3002', '3003'],
      originalCents: 4_500,
      description: 'Manutenção das duas instalações',
    }),
  ];
}

function manyInvoices(today: string): ErpInvoice[] {
  const { many } = customers;
  const { firstId, count } = many.invoices;
  return Array.from({ length: count }, (_, index) =>
    invoice(String(Number(firstId) + index), many, addDays(today, index - 10), {
      originalCents: 5_000 + index,
      description: `Unidade ${index + 1} - Fibra 100 Mega`,
    }),
  );
}

function difficultInvoices(today: string): ErpInvoice[] {
  const { difficult } = customers;
  const ids = difficult.invoices;
  const dueDate = addDays(today, 7);
  const soundLine = lineFor(ids.brokenLine, dueDate, 12_990);
  return [
    // One digit mistyped: a check digit no longer fits.
    invoice(ids.brokenLine, difficult, dueDate, {
      typeableLine: soundLine.slice(0, 12) + ((Number(soundLine[12]) + 1) % 10) + soundLine.slice(13),
    }),
    // All check digits fit, but the line says 99.99.
    invoice(ids.contradictingLine, difficult, dueDate, {
      typeableLine: lineFor(ids.contradictingLine, dueDate, 9_999),
    }),
    // Legal: the payer's bank asks the register for the amount.
    invoice(ids.zeroValueLine, difficult, dueDate, { typeableLine: lineFor(ids.zeroValueLine, dueDate, 0) }),
    invoice(ids.noLine, difficult, dueDate, { typeableLine: '', bankCode: '' }),
    invoice(ids.unknownIdentifier, difficult, dueDate, { identifier: 'carteira-desconhecida' }),
    invoice(ids.longReceipts, difficult, dueDate, {
      identifier: 'carteira-1',
      billReceipt: longHeader('BOLETO'),
      billPixReceipt: longHeader('PIX'),
    }),
    invoice(ids.inconsistentAmounts, difficult, dueDate, { fineCents: 260, claimedDueCents: 12_990 }),
    // The CRC of this one is wrong: 8E76 would be right.
    invoice(ids.brokenPixCode, difficult, dueDate, {
      pixCode:
        '00020126330014BR.GOV.BCB.PIX0111123456789012520400005303986540510.005802BR5915LOJA ONLYWAVE6009SAO PAULO62070503***63044D12',
    }),
  ];
}

function longHeader(kind: string): string {
  const lines = [
    'PROVEDOR AÇAÍ & CIA — CONEXÕES',
    `${kind}: não é documento fiscal`,
    'Coração, maçã, pão, ÀÉÎÕÜ',
  ];
  const control = '\u001b@\u001bm\u001d!\u0011Linha com bytes de controle\u0007\u0000';
  return [
    ...lines,
    control,
    'palavra'.repeat(15),
    ...Array.from({ length: 8 }, (_, i) => `linha ${i + 1}`),
  ].join('\n');
}

/** Settlements of earlier months that the statement shows. */
export function fixtureStatement(today: string): readonly StatementEntry[] {
  return [customers.maria, customers.noneOpen].map((customer, index) => ({
    invoiceId: String(909_001 + index),
    customerId: customer.id,
    postedOn: addDays(today, -50),
    dueDate: addDays(today, -30),
    writtenOffOn: addDays(today, -31),
    description: 'Mensalidade Fibra 500 Mega',
    receivedCents: 12_990,
    invoiceCents: 12_990,
    charge: 'Boleto',
  }));
}
