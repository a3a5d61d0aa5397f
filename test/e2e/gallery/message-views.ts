import type { Screen } from '../../../src-main/contract/screen.ts';

const countdown = { totalMs: 600_000, remainingMs: 272_000 };

const phones = {
  name: 'message-phones',
  content: 'pix',
  phones: [
    { id: '0', label: '(24) 9****-4321' },
    { id: '1', label: '(11) 9****-0007' },
  ],
  busy: false,
} as const satisfies Screen;

const number = {
  name: 'message-number',
  content: 'typeable-line',
  entry: '',
  canSubmit: false,
} as const satisfies Screen;

const consent = {
  name: 'message-consent',
  content: 'typeable-line',
  phone: '(24) 9****-4321',
  company: 'Fibra Vale',
  busy: false,
} as const satisfies Screen;

const asked = {
  name: 'message-asked',
  content: 'receipt',
  phone: '(24) 9****-4321',
  outcome: 'asked',
} as const satisfies Screen;

const errors = ['incomplete', 'unknown-area', 'landline', 'impossible'] as const;

/** "Receber no WhatsApp", each under the name of its picture. */
export const messageViews: readonly (readonly [string, Screen])[] = [
  ['message-phones', phones],
  ['message-phones-pix', { ...phones, countdown }],
  ['message-phones-one', { ...phones, phones: phones.phones.slice(0, 1) }],
  ['message-phones-busy', { ...phones, phones: [], busy: true, countdown }],
  [
    'message-phones-many',
    {
      ...phones,
      countdown,
      phones: Array.from({ length: 500 }, (_, index) => ({
        id: String(index),
        label: `(24) 9****-${String(index).padStart(4, '0')}`,
      })),
    },
  ],
  ['message-number', number],
  ['message-number-typed', { ...number, entry: '(24) 98765-4321', canSubmit: true }],
  ...errors.map(
    (error) =>
      [`message-number-${error}`, { ...number, entry: '(20) 3333-444', canSubmit: true, error }] as const,
  ),
  ['message-consent', consent],
  ['message-consent-pix', { ...consent, content: 'pix', phone: '(24) 98765-4321', countdown }],
  [
    'message-consent-receipt',
    { ...consent, content: 'receipt', company: 'Companhia Telefônica e de Internet do Vale do Paraíba Ltda' },
  ],
  ['message-consent-busy', { ...consent, busy: true }],
  ['message-asked', asked],
  ['message-asked-pix', { ...asked, content: 'pix', phone: '(24) 98765-4321', countdown }],
  ['message-asked-failed', { ...asked, outcome: 'failed' }],
];
