/** A fiscal note in the ERP's books; amounts in cents, dates YYYY-MM-DD. */
export interface ErpFiscalNote {
  /** 6100-6199. */
  readonly id: string;
  readonly customerId: string;
  readonly number: string;
  readonly cents: number;
  readonly postedOn: string;
}

/** A yearly declaration; `id` 6200-6299. */
export interface ErpClearance {
  readonly id: string;
  readonly customerId: string;
  readonly year: string;
  readonly cents: number;
}

/** A service of a customer; `id` 6300-6399. */
export interface ErpService {
  readonly id: string;
  readonly customerId: string;
  readonly name: string;
  situation: string;
  readonly remarks: string;
  readonly cents: number;
  readonly planNumber: string;
  readonly address: string;
}

export const fiscalNotes: readonly ErpFiscalNote[] = [
  { id: '6101', customerId: '7001', number: '000.123', cents: 12_990, postedOn: '2026-10-05' },
  { id: '6102', customerId: '7001', number: '000.124', cents: 112_990, postedOn: '2026-11-05' },
];

export const clearances: readonly ErpClearance[] = [
  { id: '6201', customerId: '7001', year: '2025', cents: 155_880 },
];

/** A fresh list: situations change. */
export function fixtureServices(): ErpService[] {
  return [
    {
      id: '6301',
      customerId: '7001',
      name: 'Fibra 500 Mega',
      situation: 'Suspenso por débito',
      remarks: 'Contrato de 12 meses',
      cents: 12_990,
      planNumber: '1',
      address: 'Rua das Hortênsias, 120',
    },
    {
      id: '6302',
      customerId: '7001',
      name: 'Telefonia fixa',
      situation: 'Ativo',
      remarks: '',
      cents: 9_990,
      planNumber: '2',
      address: 'Rua das Hortênsias, 120',
    },
  ];
}
