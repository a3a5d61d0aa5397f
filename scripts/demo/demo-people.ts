import { dynamicBrCode } from '../../test/simulators/codes/br-code.ts';
import { addDays } from '../../test/simulators/codes/calendar.ts';
import { allCustomers, customers } from '../../test/simulators/erp/fixture-customers.ts';
import { fixtureInvoices, payee } from '../../test/simulators/erp/fixture-invoices.ts';
import type { ErpCustomer, ErpInvoice } from '../../test/simulators/erp/records.ts';

/**
 * The demo asks for a second factor, so everybody needs one that the ERP knows; and the company with letters in its
 * CNPJ gets a second contract, and an invoice with the ERP's own PIX.
 */

const headquarters = { id: '3005', label: 'Rua Saldanha Marinho, 540 - Centro' };
const branch = { id: '3010', label: 'Rua 13 de Maio, 200 - Cidade Alta' };

const companyRecord: ErpCustomer = {
  ...customers.alphanumericCompany,
  contracts: [headquarters, branch],
  contact: { telefone_celular: '(54) 99988-7766' },
};

/** Núcleo Digital, and what somebody types and touches who comes for it. */
export const company = {
  document: companyRecord.document,
  phoneEnd: '7766',
  mainContract: headquarters.id,
  hybridInvoice: customers.alphanumericCompany.invoices.plain,
};

export const maria = { ...customers.maria, typedBirthDate: '15031985' } as const;

const manyPhone = { fone: '(54) 3455-0200' };

/** The customers of the demo's ERP. */
export const demoCustomers: readonly ErpCustomer[] = allCustomers.map((customer): ErpCustomer => {
  if (customer.id === companyRecord.id) return companyRecord;
  return customer.id === customers.many.id ? { ...customer, contact: manyPhone } : customer;
});

/** The invoices of the demo's ERP as they stand on `today` (YYYY-MM-DD). */
export function demoInvoices(today: string): readonly ErpInvoice[] {
  const invoices = fixtureInvoices(today).map((invoice) =>
    invoice.id === company.hybridInvoice ? withOwnPix(invoice) : invoice,
  );
  const sample = invoices.find((invoice) => invoice.id === company.hybridInvoice);
  if (!sample) throw new Error(`the fixtures have no invoice ${company.hybridInvoice}`);
  const second: ErpInvoice = {
    ...sample,
    id: '910032',
    contractIds: [branch.id],
    dueDate: addDays(today, 12),
    pixCode: '',
    typeableLine: '',
  };
  return [...invoices, second];
}

function withOwnPix(invoice: ErpInvoice): ErpInvoice {
  const location = `pix.example.com/qr/v2/erp${invoice.id}c0ffee000000000000000000002`;
  return { ...invoice, pixCode: dynamicBrCode(location, payee.name, payee.city) };
}

/** Whom no ERP knows, with a sound CPF. */
export const newcomer = { name: 'Ana Beatriz Rocha', typedDocument: '71428793860' } as const;

/** Somebody whom a person at the demo can play. */
export interface DemoPerson {
  readonly name: string;
  /** With its mask, as one would read it on a card. */
  readonly document: string;
  /** The answer to the second factor, in words. */
  readonly proof: string;
  /** What there is to see. */
  readonly shows: string;
}

/** For the page beside the kiosk, in its language. */
export const demoPeople: readonly DemoPerson[] = [
  {
    name: 'Maria',
    document: '529.982.247-25',
    proof: 'nasceu em 15/03/1985',
    shows: 'internet bloqueada, fatura vencida, boleto com PIX do ERP, conta de convênio',
  },
  {
    name: 'João',
    document: '111.444.777-35',
    proof: 'nasceu em 30/11/1978',
    shows: 'dois contratos',
  },
  {
    name: 'Núcleo Digital',
    document: '12.ABC.345/01DE-35',
    proof: `telefone final ${company.phoneEnd}`,
    shows: 'CNPJ com letras, boleto híbrido',
  },
  {
    name: 'Condomínio',
    document: '390.533.447-05',
    proof: 'telefone final 0200',
    shows: '200 faturas',
  },
  {
    name: 'Antônio',
    document: '123.456.789-09',
    proof: 'nasceu em 02/01/1960',
    shows: 'nenhuma fatura em aberto',
  },
  {
    name: 'Zé',
    document: '862.883.667-57',
    proof: 'nasceu em 31/12/1999',
    shows: 'faturas com defeito',
  },
  {
    name: 'Ana',
    document: '714.287.938-60',
    proof: 'ainda não é cliente',
    shows: '“Quero ser cliente” na tela inicial',
  },
];
