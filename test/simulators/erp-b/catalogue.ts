/** Rows of the lists, and papers and services of customers, by wire name; ids of each kind from a range of its own. */
export const catalogueB = {
  resellers: [
    { code: '81901', name: 'Loja Norte', taxvat: '33000167000101', email: 'norte@example.com' },
    { code: '81902', name: 'Quiosque', taxvat: '', email: '' },
  ],
  products: [
    { codigo: '82901', nome: 'Fibra 400 Mega' },
    { codigo: '82902', nome: 'TV Básica' },
  ],
  dueDates: [
    { code: '83907', name: 'dia 7' },
    { code: '83917', name: 'dia 17' },
  ],
  origins: [{ code: '84901', description: 'Rádio' }],
} as const;

export interface ErpBFiscalNote {
  /** 74000-74999. */
  readonly id: string;
  readonly customerId: string;
  readonly number: string;
  readonly cents: number;
  readonly postedOn: string;
}

export const fiscalNotesB: readonly ErpBFiscalNote[] = [
  { id: '74001', customerId: '51001', number: '000.777', cents: 11_950, postedOn: '2026-10-07' },
];

export interface ErpBService {
  /** 73000-73999. */
  readonly id: string;
  readonly customerId: string;
  readonly name: string;
  situation: string;
  readonly cents: number;
}

/** A fresh list: situations change. */
export function fixtureServicesB(): ErpBService[] {
  return [
    { id: '73001', customerId: '51001', name: 'Fibra 400 Mega', situation: 'Bloqueado', cents: 11_950 },
    { id: '73002', customerId: '51001', name: 'TV Básica', situation: 'Ativo', cents: 4_990 },
  ];
}
