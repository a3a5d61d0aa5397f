import type { JoinProgress, JoinScreen } from '../../../src-main/contract/join-screen.ts';
import type { Screen } from '../../../src-main/contract/screen.ts';

const asked = { place: { current: 4, total: 14 }, optional: false } as const;

const typed = {
  name: 'join-text',
  question: 'name',
  entry: {
    id: 'name',
    keyboard: 'words',
    text: 'Maria da Conceição',
    maxLength: 100,
    canSubmit: true,
    busy: false,
  },
  forCompany: false,
  ...asked,
} as const satisfies JoinScreen;

const cityNames = [
  'Água Boa',
  'Bento Gonçalves',
  'Caxias do Sul',
  'Garibaldi',
  'Monte Belo do Sul',
  'Óbidos',
];

const cities = Array.from({ length: 500 }, (_, index) => ({
  id: String(index),
  title: `${cityNames[index % cityNames.length] ?? ''} ${index + 1}`,
}));

const products = [
  {
    id: '8101',
    title: 'Fibra 500 Mega',
    detail: 'Internet por fibra, 500 Mb/s, Wi-Fi incluído',
    priceCents: 12_990,
  },
  { id: '8102', title: 'Telefonia fixa', priceCents: 9_990 },
  {
    id: '8103',
    title: 'Combo Família: Fibra 1 Giga, TV completa com todos os canais e telefone fixo ilimitado',
    detail: 'Instalação em até cinco dias úteis, fidelidade de doze meses, roteador em comodato',
    priceCents: 32_990,
  },
] as const;

const lines = [
  { question: 'city', value: 'Bento Gonçalves' },
  { question: 'product', value: 'Fibra 500 Mega', priceCents: 12_990 },
  { question: 'dueDate', value: 'dia 10' },
  { question: 'personKind', option: 'natural' },
  { question: 'name', value: 'Maria da Conceição dos Santos Albuquerque de Oliveira' },
  { question: 'document', value: '***.982.247-**' },
  { question: 'phone', value: '(54) 98765-4321' },
  { question: 'street', value: 'Estrada Municipal do Ribeirão Grande' },
] as const;

const done = {
  name: 'join-done',
  outcome: 'done',
  kind: 'prospect',
  protocol: '3F9A02C1B7',
  paper: 'printing',
} as const satisfies JoinScreen;

const asking: JoinProgress = {
  protocol: '3F9A02C1B7',
  kind: 'prospect',
  companyName: 'Fibra Vale Telecom',
  madeOn: '2026-11-20',
  state: 'asked',
  status: 'Em análise de crédito',
  meaning: 'waiting',
};

const consent =
  'Para registrar o seu pedido, a empresa guarda os dados que você informou: nome, CPF ou CNPJ, data de nascimento, contatos e endereço. Eles servem para analisar o pedido, instalar e cobrar o serviço e falar com você sobre ele. Você pode pedir para ver, corrigir ou apagar os seus dados quando quiser, nos nossos canais de atendimento (LGPD, Lei 13.709/2018).';

/** Becoming a customer, ordering, and asking after it. */
export const joinViews: readonly (readonly [string, Screen])[] = [
  ['join-attract', { name: 'attract', notices: [], timeZone: 'America/Sao_Paulo', offersJoin: true }],
  ['join-loading', { name: 'join-loading' }],
  ['join-text-name', typed],
  ['join-text-name-wrong', { ...typed, entry: { ...typed.entry, text: 'Maria' }, error: 'name-alone' }],
  [
    'join-text-complement',
    {
      ...typed,
      question: 'complement',
      optional: true,
      entry: { ...typed.entry, id: 'complement', text: '', canSubmit: false },
    },
  ],
  [
    'join-text-email',
    {
      ...typed,
      question: 'email',
      optional: true,
      entry: { ...typed.entry, id: 'email', keyboard: 'email', text: 'maria@gmail' },
      error: 'wrong',
    },
  ],
  [
    'join-text-phone',
    {
      ...typed,
      question: 'phone',
      entry: { ...typed.entry, id: 'phone', keyboard: 'digits', text: '(54) 98765-43' },
    },
  ],
  [
    'join-text-number',
    {
      ...typed,
      question: 'number',
      optional: true,
      entry: { ...typed.entry, id: 'number', keyboard: 'digits', text: '', canSubmit: false },
    },
  ],
  [
    'join-document',
    {
      name: 'document',
      purpose: 'join-person',
      entry: '33.000.167/0001-01',
      kind: 'cnpj',
      letters: 'impossible',
      canSubmit: true,
      busy: false,
      error: 'other-kind',
    },
  ],
  [
    'join-document-not-found',
    {
      name: 'document',
      entry: '529.982.247-25',
      kind: 'cpf',
      letters: 'offered',
      canSubmit: true,
      busy: false,
      error: 'not-found',
      offersJoin: true,
    },
  ],
  [
    'join-choice-city-few',
    {
      name: 'join-choice',
      question: 'city',
      options: [...cities.slice(1, 4), { id: 'other' }],
      ...asked,
    },
  ],
  [
    'join-choice-city-many',
    { name: 'join-choice', question: 'city', options: [...cities, { id: 'other' }], ...asked },
  ],
  ['join-choice-product', { name: 'join-choice', question: 'product', options: products, ...asked }],
  [
    'join-choice-product-many',
    {
      name: 'join-choice',
      question: 'product',
      options: Array.from({ length: 500 }, (_, index) => ({
        ...products[index % 3 === 0 ? 2 : 0],
        id: String(index),
      })),
      ...asked,
    },
  ],
  [
    'join-choice-person',
    { name: 'join-choice', question: 'personKind', options: [{ id: 'natural' }, { id: 'legal' }], ...asked },
  ],
  [
    'join-choice-origin',
    {
      name: 'join-choice',
      question: 'origin',
      options: Array.from({ length: 9 }, (_, index) => ({ id: String(index), title: `Rádio ${index + 1}` })),
      ...asked,
      optional: true,
    },
  ],
  ['join-review', { name: 'join-review', lines, purpose: 'join', covered: true }],
  [
    'join-review-outside',
    {
      name: 'join-review',
      lines: [
        { question: 'city', option: 'other' },
        { question: 'cityName', value: 'Pinto Bandeira' },
        { question: 'name', value: 'Maria da Conceição' },
        { question: 'phone', value: '(54) 98765-4321' },
      ],
      purpose: 'join',
      covered: false,
    },
  ],
  ['join-review-order', { name: 'join-review', lines: [lines[1]], purpose: 'order', covered: true }],
  ['join-consent', { name: 'join-consent', text: consent, purpose: 'join' }],
  [
    'join-consent-long',
    { name: 'join-consent', text: `${consent} ${consent}`.slice(0, 800), purpose: 'order' },
  ],
  ['join-sending', { name: 'join-sending' }],
  ['join-done', done],
  [
    'join-done-remarks',
    { ...done, paper: 'trouble', remarks: 'Cadastro recebido, aguarde contato do setor comercial' },
  ],
  ['join-done-unclear', { ...done, outcome: 'unclear', paper: 'printed' }],
  ['join-done-not-sent', { name: 'join-done', outcome: 'not-sent', kind: 'prospect', paper: 'none' }],
  ['join-done-refused', { name: 'join-done', outcome: 'refused', kind: 'order', paper: 'none' }],
  ['join-done-already', { ...done, outcome: 'already', paper: 'none' }],
  ['join-done-customer', { name: 'join-done', outcome: 'customer', kind: 'prospect', paper: 'none' }],
  ['join-done-held', { name: 'join-done', outcome: 'held', kind: 'order', paper: 'none' }],
  ['join-progress', { name: 'join-progress', requests: [asking] }],
  [
    'join-progress-many',
    {
      name: 'join-progress',
      requests: [
        { ...asking, status: 'Reprovado', meaning: 'refused', reason: 'Sem viabilidade técnica no endereço' },
        { ...asking, protocol: '77AB01C1D2', kind: 'order', state: 'unclear' },
        { ...asking, protocol: '99AB01C1D2', kind: 'order', state: 'received' },
      ],
    },
  ],
  ['join-progress-none', { name: 'join-progress', requests: [] }],
];
