import type { ErpAddress, ErpCustomer } from './records.ts';

function address(street: string, number: string, complement = ''): ErpAddress {
  return {
    street,
    number,
    complement,
    postalCode: '95700-010',
    city: 'Bento Gonçalves',
    district: 'São Francisco',
    state: 'RS',
  };
}

/** A demo customer, with the ids of the invoices that the ERP opens for them. */
type FixtureCustomer<Invoices> = ErpCustomer & { readonly invoices: Invoices };

function fixture<const Invoices>(customer: FixtureCustomer<Invoices>): FixtureCustomer<Invoices> {
  return customer;
}

/** ESC @ (printer reset), a paper cut, BEL, markup, an escape to bold: all of it inside a name. */
const hostileName = 'Zé \u001b@\u001dV\u0000<b>Ninguém</b> & "Filhos"\u0007\r\n\u001bE\u0001 Ltda';

const longName =
  'Maximiliano Alexandre Sebastião Albuquerque de Vasconcellos e Figueiredo Montenegro do Espírito Santo Cavalcanti de Holanda Junior';

/** The customers that the simulated ERP knows unless a test brings its own. */
export const customers = {
  /** Overdue, ERP's own PIX, plain and collection invoices; one contract; birth date and phones known. */
  maria: fixture({
    id: '7001',
    document: '52998224725',
    name: 'Maria da Silva Souza',
    birthDate: '1985-03-15',
    registeredOn: '2019-08-01',
    active: 'S',
    contracts: [{ id: '3001', label: 'Rua das Hortênsias, 120 - São Francisco' }],
    address: address('Rua das Hortênsias', '120', 'Apto 302'),
    contact: {
      fone: '(54) 3452-1000',
      telefone_celular: '(54) 98765-4321',
      whatsapp: '5554987654321',
      email: 'maria@example.com',
    },
    invoices: { overdue: '910001', withPixCode: '910002', plain: '910003', collection: '910004' },
  }),
  /** Two contracts, and one invoice that belongs to both. */
  twoContracts: fixture({
    id: '7002',
    document: '11144477735',
    name: 'João Batista Conceição',
    birthDate: '1978-11-30',
    registeredOn: '2015-02-10',
    active: 'Sim',
    contracts: [
      { id: '3002', label: 'Av. Osvaldo Aranha, 1500 - Centro' },
      { id: '3003', label: 'Linha Palmeiro, km 4 - Interior' },
    ],
    address: address('Av. Osvaldo Aranha', '1500'),
    contact: { telefone_celular: '54 99911-2233' },
    invoices: { firstContract: '910011', secondContract: '910012', bothContracts: '910013' },
  }),
  /** A company with a CNPJ of digits only. */
  company: fixture({
    id: '7003',
    document: '33000167000101',
    name: 'Panificadora Pão Nosso Ltda',
    registeredOn: '2021-05-20',
    active: 'true',
    contracts: [{ id: '3004', label: 'Rua Marechal Deodoro, 88 - Centro' }],
    address: address('Rua Marechal Deodoro', '88', 'Loja 2'),
    contact: { fone: '5434511234' },
    invoices: { plain: '910021' },
  }),
  /** A company with letters in its CNPJ (registrations since July 2026). */
  alphanumericCompany: fixture({
    id: '7004',
    document: '12ABC34501DE35',
    name: 'Núcleo Digital Inovações S.A.',
    registeredOn: '2026-08-03',
    active: '1',
    contracts: [{ id: '3005', label: 'Rua Saldanha Marinho, 540 - Centro' }],
    address: address('Rua Saldanha Marinho', '540', 'Sala 901'),
    contact: {},
    invoices: { plain: '910031' },
  }),
  /** Known, and owes nothing. */
  noneOpen: fixture({
    id: '7005',
    document: '12345678909',
    name: 'Antônio Nonato Leal',
    birthDate: '1960-01-02',
    registeredOn: '2012-12-12',
    active: 'S',
    contracts: [{ id: '3006', label: 'Rua 13 de Maio, 7 - Humaitá' }],
    address: address('Rua 13 de Maio', '7'),
    contact: { whatsapp: '555499887766' },
    invoices: {},
  }),
  /** 200 open invoices: `firstId` and the 199 that follow it. */
  many: fixture({
    id: '7006',
    document: '39053344705',
    name: 'Condomínio Edifício Duzentos',
    registeredOn: '2010-04-04',
    active: 'S',
    contracts: [{ id: '3007', label: 'Rua Herny Hugo Dreher, 200 - Planalto' }],
    address: address('Rua Herny Hugo Dreher', '200'),
    contact: {},
    invoices: { firstId: '911001', count: 200 },
  }),
  /** A name with control characters and markup, and every invoice that is hard to print or to trust. */
  difficult: fixture({
    id: '7007',
    document: '86288366757',
    name: hostileName,
    birthDate: '1999-12-31',
    registeredOn: '2020-02-29',
    active: 'S',
    contracts: [{ id: '3008', label: 'Beco <i>sem</i> saída, s/n \u001bd\u0005- Fundos' }],
    address: address('Beco <i>sem</i> saída\u001bi', 's/n', 'Fundos "B"'),
    contact: { telefone_celular: '+55 (54) 9 9123-0000' },
    invoices: {
      brokenLine: '910051',
      contradictingLine: '910052',
      zeroValueLine: '910053',
      noLine: '910054',
      unknownIdentifier: '910055',
      longReceipts: '910056',
      inconsistentAmounts: '910057',
      brokenPixCode: '910058',
    },
  }),
  /** Names and addresses longer than any paper is wide. */
  longNames: fixture({
    id: '7008',
    document: '15350946056',
    name: longName,
    birthDate: '1970-07-07',
    registeredOn: '2018-01-01',
    active: 'S',
    contracts: [
      {
        id: '3009',
        label: `Estrada Geral da Comunidade de Nossa Senhora dos Navegantes do Alto Rio Comprido, km ${'12'.repeat(20)}`,
      },
    ],
    address: address(
      'Estrada Geral da Comunidade de Nossa Senhora dos Navegantes do Alto Rio Comprido e Adjacências',
      '12345-B',
      'Bloco Ipê-Amarelo, Torre Norte, Apartamento 2304, Cobertura Duplex',
    ),
    contact: {},
    invoices: { plain: '910061' },
  }),
} as const;

/** The fixture customers as a list, in the order of their ids. */
export const allCustomers: readonly ErpCustomer[] = Object.values(customers);
