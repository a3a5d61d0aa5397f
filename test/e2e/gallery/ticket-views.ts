import type { Screen } from '../../../src-main/contract/screen.ts';
import type { TextEntry } from '../../../src-main/contract/text-entry.ts';

const longMessage =
  'Boa tarde. Desde ontem à noite a internet cai de meia em meia hora, a luz vermelha do aparelho acende, eu desligo e ligo de novo e não adianta. Minha neta precisa dela para a aula. Podem mandar alguém? Estou em casa de manhã. O portão azul, ao lado da padaria. Obrigada pela atenção de vocês, e desculpem escrever tanto.';

function entry(id: string, keyboard: TextEntry['keyboard'], text: string, maxLength: number): TextEntry {
  return { id, keyboard, text, maxLength, canSubmit: text !== '', busy: false };
}

const places = {
  name: 'ticket-choice',
  question: 'place',
  options: [
    { id: '0', kind: 'name', text: 'Fibra 500 Mega', detail: 'Rua das Hortênsias, 120 - São Francisco' },
    { id: '1', kind: 'name', text: 'Telefonia fixa', detail: 'Linha Palmeiro, km 4 - Interior' },
    { id: '2', kind: 'general' },
  ],
} as const satisfies Screen;

const companies = {
  ...places,
  options: [
    { id: '0', kind: 'name', text: 'Fibra 500 Mega', detail: 'Fibra Vale · Rua das Hortênsias, 120' },
    { id: '1', kind: 'general', text: 'Fibra Vale' },
    {
      id: '2',
      kind: 'name',
      text: 'Plano Família Total com TV, telefone e internet de 1 Giga no centro e no interior',
      detail: 'Rede Horizonte Telecomunicações · Avenida Osvaldo Aranha, 1500, apartamento 302, Centro',
    },
    { id: '3', kind: 'general', text: 'Rede Horizonte Telecomunicações' },
  ],
} as const satisfies Screen;

const contacts = {
  name: 'ticket-choice',
  question: 'contact',
  options: [
    { id: '0', kind: 'masked-phone', text: '(54) 9****-4321' },
    { id: '1', kind: 'masked-email', text: 'm***@gmail.com' },
    { id: 'phone', kind: 'phone' },
    { id: 'email', kind: 'email' },
    { id: 'none', kind: 'none' },
  ],
} as const satisfies Screen;

const review = {
  name: 'ticket-review',
  place: 'Fibra 500 Mega',
  subject: 'Sem conexão',
  message: 'A internet caiu ontem à noite e não voltou.',
  contact: '(54) 9****-4321',
  busy: false,
} as const satisfies Screen;

const done = {
  name: 'ticket-result',
  standing: 'done',
  protocol: '2026112200451',
  paper: 'printing',
} as const satisfies Screen;

/** A ticket, each under the name of its picture. */
export const ticketViews: readonly (readonly [string, Screen])[] = [
  ['ticket-opening', { name: 'ticket-opening' }],
  ['ticket-place', places],
  ['ticket-place-companies', companies],
  ['ticket-place-unreadable', { ...companies, unreadable: ['Vale Fibra'] }],
  [
    'ticket-type-many',
    {
      name: 'ticket-choice',
      question: 'type',
      options: Array.from({ length: 500 }, (_, index) => ({
        id: String(index),
        kind: 'name',
        text:
          index === 2 ? 'Solicitação de mudança de endereço com alteração de plano' : `Sem conexão ${index}`,
      })),
    },
  ],
  [
    'ticket-department',
    {
      name: 'ticket-choice',
      question: 'department',
      options: [
        { id: '1', kind: 'name', text: 'Financeiro' },
        { id: '2', kind: 'name', text: 'Suporte técnico' },
      ],
    },
  ],
  [
    'ticket-subject',
    {
      name: 'ticket-choice',
      question: 'subject',
      options: [
        { id: '0', kind: 'name', text: 'Internet lenta' },
        { id: '1', kind: 'name', text: 'Dúvida na fatura' },
        { id: 'own', kind: 'own' },
      ],
    },
  ],
  ['ticket-contact', contacts],
  [
    'ticket-own-subject',
    { name: 'ticket-text', question: 'own-subject', entry: entry('ticket-own-subject', 'sentences', '', 80) },
  ],
  [
    'ticket-message',
    { name: 'ticket-text', question: 'message', entry: entry('ticket-message', 'sentences', '', 500) },
  ],
  [
    'ticket-message-long',
    {
      name: 'ticket-text',
      question: 'message',
      entry: entry('ticket-message', 'sentences', longMessage, 500),
    },
  ],
  [
    'ticket-message-missing',
    {
      name: 'ticket-text',
      question: 'message',
      entry: entry('ticket-message', 'sentences', ' ', 500),
      error: 'missing',
    },
  ],
  [
    'ticket-email-wrong',
    {
      name: 'ticket-text',
      question: 'email',
      entry: entry('ticket-email', 'email', 'maria@gmail', 100),
      error: 'wrong',
    },
  ],
  [
    'ticket-phone-wrong',
    {
      name: 'ticket-text',
      question: 'phone',
      entry: entry('ticket-phone', 'digits', '(54) 9876-543', 11),
      error: 'wrong',
    },
  ],
  ['ticket-review', review],
  ['ticket-review-long', { ...review, subject: 'Solicitação de mudança de endereço', message: longMessage }],
  ['ticket-review-sending', { ...review, busy: true }],
  ['ticket-done', done],
  ['ticket-done-paper-trouble', { ...done, paper: 'trouble' }],
  ['ticket-done-no-paper', { ...done, paper: 'none' }],
  ['ticket-unclear', { ...done, standing: 'unclear', protocol: '3B9F6F1C2F', paper: 'printed' }],
  ['ticket-refused', { ...done, standing: 'refused', protocol: '3B9F6F1C2F', paper: 'none' }],
  ['ticket-not-sent', { ...done, standing: 'not-sent', protocol: '3B9F6F1C2F', paper: 'none' }],
];
