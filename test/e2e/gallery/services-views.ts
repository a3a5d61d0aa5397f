import type { Screen } from '../../../src-main/contract/screen.ts';
import type { ServiceCard } from '../../../src-main/contract/services-screen.ts';

const blocked: ServiceCard = {
  id: 'principal:0',
  name: 'Fibra 500 Mega',
  address: 'Rua das Laranjeiras, 120, ap. 31 · Centro, Pindamonhangaba',
  plan: '1',
  situation: 'Suspenso por débito',
  blocked: true,
};

const active: ServiceCard = {
  id: 'principal:1',
  name: 'Telefonia fixa ilimitada',
  address: 'Rua das Laranjeiras, 120, ap. 31',
  plan: '2',
  situation: 'Ativo',
  blocked: false,
};

const service = {
  name: 'service',
  service: blocked,
  owed: { count: 2, totalCents: 26_412, overdue: true },
  unlock: 'offered',
} as const satisfies Screen;

const menu = {
  name: 'menu',
  customerName: 'Maria S.',
  entries: ['invoices', 'receipts', 'services', 'second-copies', 'help', 'my-data', 'order'],
  openInvoices: 2,
  overdueInvoices: 1,
  busy: false,
} as const satisfies Screen;

const terms =
  'O serviço bloqueado volta a funcionar por 3 dias. Até lá, pague o que está vencido. Se não pagar, ele é bloqueado de novo e a dívida continua, com juros e multa.';

const result = {
  name: 'unlock-result',
  standing: 'done',
  service: 'Fibra 500 Mega',
  protocol: '3B9F6F1C2F',
  paper: 'printed',
} as const satisfies Screen;

/** The menu, and a customer's own services. */
export const servicesViews: readonly (readonly [string, Screen])[] = [
  ['menu', menu],
  ['menu-few', { ...menu, entries: ['invoices', 'services'], openInvoices: 1, overdueInvoices: 0 }],
  [
    'menu-odd',
    {
      ...menu,
      customerName: 'Condomínio Edifício Solar das Acácias',
      entries: ['invoices', 'services', 'second-copies', 'help', 'my-data', 'order'],
      openInvoices: 0,
      overdueInvoices: 0,
      unreadable: ['Rede Litoral'],
    },
  ],
  ['menu-busy', { ...menu, busy: true }],
  ['services-busy', { name: 'services', services: [], busy: true }],
  ['services-none', { name: 'services', services: [], busy: false, unreadable: ['Rede Litoral'] }],
  ['services-two', { name: 'services', services: [blocked, active], busy: false }],
  [
    'services-many',
    {
      name: 'services',
      services: Array.from({ length: 500 }, (_, index) => ({
        ...(index === 0 ? blocked : active),
        id: String(index),
        name: `Fibra 500 Mega com telefone e televisão, ponto ${index + 1}`,
        company: 'Rede Litoral',
      })),
      busy: false,
      unreadable: ['Rede Horizonte Telecomunicações do Vale'],
    },
  ],
  ['service-blocked', service],
  ['service-unlock-recently', { ...service, unlock: 'recently' }],
  ['service-unlock-unclear', { ...service, unlock: 'unclear', protocol: '3B9F6F1C2F' }],
  ['service-nothing-owed', { ...service, owed: { count: 0, totalCents: 0, overdue: false } }],
  [
    'service-everything',
    {
      ...service,
      service: {
        ...blocked,
        name: 'Fibra 500 Mega com telefone e televisão a cabo',
        company: 'Rede Litoral',
      },
      unlock: 'too-much-owed',
    },
  ],
  ['service-owed-unknown', { name: 'service', service: blocked, unlock: 'held' }],
  ['service-active', { name: 'service', service: active, unlock: 'none' }],
  ['unlock-terms', { name: 'unlock-terms', service: 'Fibra 500 Mega', terms }],
  [
    'unlock-terms-long',
    { name: 'unlock-terms', service: 'Fibra 500 Mega', terms: `${terms} `.repeat(4).slice(0, 500) },
  ],
  ['unlocking', { name: 'unlocking' }],
  ['unlock-done', result],
  ['unlock-unclear', { ...result, standing: 'unclear', paper: 'none' }],
  [
    'unlock-refused',
    { ...result, standing: 'refused', paper: 'none', remarks: 'Cliente já usou a liberação neste mês' },
  ],
  ['unlock-not-sent', { ...result, standing: 'not-sent', paper: 'none' }],
];
