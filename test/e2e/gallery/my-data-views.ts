import type { Screen } from '../../../src-main/contract/screen.ts';

const contacts = {
  name: 'my-data',
  phones: ['(54) 9****-4321', '(54) ****-1000'],
  emails: ['m***@gmail.com'],
  companies: ['Fibra Vale'],
  unreadable: [],
} as const satisfies Screen;

const typing = {
  name: 'contact-entry',
  field: 'phone',
  entry: {
    id: 'contact-phone',
    keyboard: 'digits',
    text: '(54) 3452-100',
    maxLength: 11,
    canSubmit: true,
    busy: false,
  },
} as const satisfies Screen;

const address = {
  name: 'contact-entry',
  field: 'email',
  entry: {
    id: 'contact-email',
    keyboard: 'email',
    text: 'maria.aparecida.souza@gmail.com',
    maxLength: 100,
    canSubmit: true,
    busy: false,
  },
} as const satisfies Screen;

const confirm = {
  name: 'contact-confirm',
  field: 'phone',
  text: '(54) 98765-4321',
  companies: ['Fibra Vale'],
  busy: false,
} as const satisfies Screen;

const longAddress = 'maria.aparecida.albuquerque.de.vasconcellos.e.figueiredo@secretaria.municipio.rs.gov.br';

const saved = { companyName: 'Fibra Vale', standing: 'done', protocol: '3B9F6F1C2F' } as const;
const other = { companyName: 'Rede Horizonte Telecomunicações', protocol: '7C1A9E0B42' } as const;

function savedView(standing: 'done' | 'refused' | 'unclear' | 'not-sent'): Screen {
  return { name: 'contact-saved', field: 'email', savings: [{ ...saved, standing }] };
}

/** Contact data, each under the name of its picture. */
export const myDataViews: readonly (readonly [string, Screen])[] = [
  ['my-data-opening', { name: 'my-data-opening' }],
  ['my-data', contacts],
  ['my-data-none', { ...contacts, phones: [], emails: [] }],
  [
    'my-data-companies',
    {
      ...contacts,
      phones: ['(54) 9****-4321', '(54) ****-1000', '(11) 9****-0007', '(21) 9****-8080', '(51) 9****-1234'],
      companies: ['Fibra Vale', 'Rede Horizonte Telecomunicações'],
      unreadable: ['TV Serra'],
    },
  ],
  ['contact-entry-phone', typing],
  ['contact-entry-phone-wrong', { ...typing, error: 'wrong' }],
  [
    'contact-entry-whatsapp-landline',
    {
      ...typing,
      field: 'whatsapp',
      entry: { ...typing.entry, text: '(54) 3452-1000' },
      error: 'not-mobile',
    },
  ],
  ['contact-entry-email', address],
  ['contact-entry-email-same', { ...address, error: 'same' }],
  ['contact-confirm-phone', confirm],
  [
    'contact-confirm-email-companies',
    { ...confirm, field: 'email', text: longAddress, companies: ['Fibra Vale', other.companyName] },
  ],
  ['contact-confirm-saving', { ...confirm, busy: true }],
  ['contact-saved', savedView('done')],
  ['contact-unclear', savedView('unclear')],
  ['contact-refused', savedView('refused')],
  ['contact-not-sent', savedView('not-sent')],
  ['contact-not-now', { name: 'contact-saved', field: 'email', savings: [] }],
  [
    'contact-saved-in-part',
    { name: 'contact-saved', field: 'email', savings: [saved, { ...other, standing: 'unclear' }] },
  ],
  [
    'contact-forbidden',
    { name: 'contact-forbidden', field: 'phone', reason: 'Este telefone já é de outro cliente.' },
  ],
  ['contact-forbidden-no-reason', { name: 'contact-forbidden', field: 'phone', reason: '' }],
];
