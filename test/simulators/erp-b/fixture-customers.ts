import type { ErpBCustomer } from './records.ts';

type FixtureCustomer<Invoices> = ErpBCustomer & { readonly invoices: Invoices };

function fixture<const Invoices>(customer: FixtureCustomer<Invoices>): FixtureCustomer<Invoices> {
  return customer;
}

/**
 * The customers that the ERP of contract B knows unless a test brings its own. Maria and the two companies are customers
 * of the ERP of contract A too, by the same documents; every id is from a range of its own.
 */
export const customersB = {
  /** Overdue, with the ERP's own PIX, with a link, plain, and collection; contacts known. */
  maria: fixture({
    id: '51001',
    document: '52998224725',
    name: 'Maria da Silva Souza',
    birthDate: '1985-03-15',
    registeredOn: '2022-04-10',
    contractId: '64001',
    street: 'Rua das Hortênsias',
    email: 'maria@example.com',
    phone: '(54) 98765-4321',
    pendingMessages: ['Equipamento não devolvido: roteador', 'Endereço a confirmar'],
    invoices: {
      overdue: '420001',
      withPixCode: '420002',
      withLink: '420003',
      plain: '420004',
      collection: '420005',
    },
  }),
  /** Has but one open invoice. */
  single: fixture({
    id: '51002',
    document: '71428793860',
    name: 'Pedro Álvares Lima',
    birthDate: '1991-06-20',
    registeredOn: '2023-09-01',
    contractId: '64002',
    street: 'Rua do Comércio',
    phone: '54 99911-7788',
    invoices: { plain: '420011' },
  }),
  company: fixture({
    id: '51003',
    document: '33000167000101',
    name: 'Panificadora Pão Nosso Ltda',
    registeredOn: '2021-05-20',
    contractId: '64003',
    street: 'Rua Marechal Deodoro',
    invoices: { plain: '420021' },
  }),
  /** A company with letters in its CNPJ. */
  alphanumericCompany: fixture({
    id: '51004',
    document: '12ABC34501DE35',
    name: 'Núcleo Digital Inovações S.A.',
    registeredOn: '2026-08-03',
    contractId: '64004',
    street: 'Rua Saldanha Marinho',
    invoices: { plain: '420031' },
  }),
  /** Known, and owes nothing. */
  noneOpen: fixture({
    id: '51005',
    document: '12345678909',
    name: 'Antônio Nonato Leal',
    birthDate: '1960-01-02',
    registeredOn: '2012-12-12',
    contractId: '64005',
    street: 'Rua 13 de Maio',
    invoices: {},
  }),
  /** 120 open invoices: `firstId` and the 119 that follow it. */
  many: fixture({
    id: '51006',
    document: '39053344705',
    name: 'Condomínio Edifício Cento e Vinte',
    registeredOn: '2010-04-04',
    contractId: '64006',
    street: 'Rua Herny Hugo Dreher',
    invoices: { firstId: '421001', count: 120 },
  }),
  /** Invoices that are hard to print or to trust. */
  difficult: fixture({
    id: '51007',
    document: '86288366757',
    name: 'Zé \u001b@<b>Ninguém</b> Ltda',
    birthDate: '1999-12-31',
    registeredOn: '2020-02-29',
    contractId: '64007',
    street: 'Beco sem saída',
    invoices: { noLine: '420051', brokenLine: '420052', wrongSum: '420053', unknownIdentifier: '420054' },
  }),
} as const;

/** The fixture customers as a list, in the order of their ids. */
export const allCustomersB: readonly ErpBCustomer[] = Object.values(customersB);
