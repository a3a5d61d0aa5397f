import type { PastReceipt } from '../../../src-main/attendance/visit-parts.ts';
import { formatCalendarDate } from '../../../src-main/domain/calendar-date.ts';
import type { Contract, Customer } from '../../../src-main/domain/customer.ts';
import type { OpenInvoice } from '../../../src-main/domain/customer-account.ts';

/** A customer, what the ERP knows of them, and what of it must not outlive their visit. */
export interface Person {
  readonly document: string;
  readonly customer: Customer;
  readonly contracts: readonly Contract[];
  readonly invoices: readonly OpenInvoice[];
  readonly pastReceipts: readonly PastReceipt[];
}

const soundSlip: OpenInvoice['slip'] = {
  sound: true,
  boleto: {
    kind: 'bank',
    typeableLine: '00190000090281928601450903000170313730000012500',
    barcode: '00193137300000125000000002819286015090300017',
    amountCents: 12_500,
    dueDateCandidates: [],
  },
};

/** An open invoice of 125 reais, due after the manual clock's day, for PIX and paper. */
export function invoiceOf(id: string, change: Partial<OpenInvoice> = {}): OpenInvoice {
  return {
    erp: 'principal',
    key: id,
    id,
    customerName: 'Maria Aparecida Souza',
    contractIds: [],
    description: `Mensalidade ${id}`,
    dueDate: '2026-12-10',
    originalCents: 12_500,
    dueCents: 12_500,
    interestCents: 0,
    fineCents: 0,
    discountCents: 0,
    slip: soundSlip,
    ...change,
  };
}

/** A payment of some days before the manual clock's day. */
function receiptOf(chargeId: string, change: Partial<PastReceipt> = {}): PastReceipt {
  return {
    chargeId,
    paidOn: '2026-11-10',
    amountCents: 12_500,
    descriptions: [`Fibra de ${chargeId}`],
    paper: 'printed',
    ...change,
  };
}

export const maria: Person = {
  document: '52998224725',
  customer: {
    erpId: 'C-1',
    name: 'Maria Aparecida Souza',
    active: true,
    birthDate: '1958-03-07',
    phones: ['1933334444', '19987654321'],
    email: 'maria@example.com',
  },
  contracts: [],
  invoices: [invoiceOf('F-101'), invoiceOf('F-102', { dueDate: '2026-11-01', dueCents: 12_991 })],
  pastReceipts: [receiptOf('paid-7', { paper: 'uncertain' }), receiptOf('paid-6')],
};

export const joao: Person = {
  document: '11144477735',
  customer: {
    erpId: 'C-2',
    name: 'Joao Batista Pereira',
    active: true,
    birthDate: '1990-12-31',
    phones: ['11912345678'],
  },
  contracts: [
    { id: 'K-1', label: 'Rua das Flores, 10' },
    { id: 'K-2', label: 'Avenida do Sol, 20' },
  ],
  invoices: [
    invoiceOf('G-201', { customerName: 'Joao Batista Pereira', contractIds: ['K-1'] }),
    invoiceOf('G-202', { customerName: 'Joao Batista Pereira', contractIds: ['K-2'] }),
  ],
  pastReceipts: [receiptOf('paid-9')],
};

/** Texts of which none may be drawn once the person's visit is over. */
export function tracesOf({
  document,
  customer,
  contracts,
  invoices,
  pastReceipts,
}: Person): readonly string[] {
  return [
    document,
    `${document.slice(0, 3)}.${document.slice(3, 6)}`,
    ...customer.name.split(' '),
    customer.erpId,
    ...customer.phones,
    ...(customer.birthDate === undefined ? [] : [customer.birthDate, formatCalendarDate(customer.birthDate)]),
    ...contracts.flatMap(({ id, label }) => [id, label]),
    ...invoices.flatMap(({ id, description }) => [id, description]),
    ...pastReceipts.flatMap(({ chargeId, descriptions }) => [chargeId, ...descriptions]),
  ];
}
