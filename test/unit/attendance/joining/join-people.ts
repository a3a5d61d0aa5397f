import type { JoinCompany, JoinForm } from '../../../../src-main/attendance/joining/join-form.ts';

/** A company with every list. */
export const company: JoinCompany = {
  erp: 'principal',
  companyName: 'Rede Horizonte',
  creates: 'prospect',
  takesLeads: true,
  cities: [
    { id: 'CITY-1', name: 'Bento Gonçalves' },
    { id: 'CITY-2', name: 'Garibaldi' },
  ],
  products: [
    { id: 'PROD-1', name: 'Fibra 500 Mega', description: 'Internet por fibra', priceCents: 12_990 },
    { id: 'PROD-2', name: 'Telefonia' },
  ],
  dueDates: [
    { id: 'DUE-5', name: 'dia 5' },
    { id: 'DUE-10', name: 'dia 10' },
  ],
  origins: [
    { id: 'ORIGIN-1', name: 'Rádio' },
    { id: 'ORIGIN-2', name: 'Amigo' },
  ],
  resellers: [{ id: 'R-7', name: 'Loja Centro' }],
};

/** One that has no list at all. */
export const plain: JoinCompany = {
  erp: 'simples',
  companyName: 'Rede Simples',
  creates: 'lead',
  takesLeads: true,
  cities: [],
  products: [],
  dueDates: [],
  origins: [],
  resellers: [],
};

export function formOf(
  companies: readonly JoinCompany[] = [company],
  purpose: JoinForm['purpose'] = 'join',
): JoinForm {
  return {
    purpose,
    companies,
    rules: {
      fields: {
        birthDate: 'required',
        email: 'optional',
        complement: 'optional',
        landmark: 'optional',
        origin: 'optional',
        reseller: 'optional',
      },
      consent: { text: 'Guardamos seus dados.', version: 'v-consent' },
      orderTerms: { text: 'O valor vem na fatura.', version: 'v-terms' },
    },
    today: '2026-11-22',
  };
}

/** What Ana, who is nobody's customer yet, types; choices take the first option that is no way out. */
export const anaTypes: Readonly<Record<string, string>> = {
  cityName: 'Pinto Bandeira',
  companyName: 'Padaria Lima Ltda',
  name: 'Ana Conceição Lima',
  birthDate: '07031980',
  phone: '54987650001',
  email: 'ana.lima@example.com',
  postalCode: '95700000',
  street: 'Rua São João',
  number: '120',
  complement: 'ap. 31',
  district: 'Centro',
  landmark: 'ao lado da praça',
  billingPostalCode: '01310100',
  billingStreet: 'Avenida Paulista',
  billingNumber: '900',
  billingComplement: 'sala 4',
  billingDistrict: 'Bela Vista',
  billingCity: 'São Paulo',
  reseller: 'r-7',
};

export const anaCpf = '12345678909';
export const anaCnpj = '12ABC34501DE35';
