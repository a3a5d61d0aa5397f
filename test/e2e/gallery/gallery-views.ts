import { readFileSync } from 'node:fs';
import QRCode from 'qrcode';
import type {
  Brand,
  InvoiceCard,
  PaidInvoice,
  ReceiptCard,
  Screen,
  View,
} from '../../../src-main/contract/screen.ts';
import { blue, green, yellow } from './brands.ts';
import { joinViews } from './join-views.ts';
import { messageViews } from './message-views.ts';
import { myDataViews } from './my-data-views.ts';
import { secondCopiesViews } from './second-copies-views.ts';
import { servicesViews } from './services-views.ts';
import { ticketViews } from './ticket-views.ts';

/** A screen in one of its states, under the name of its picture. */
export interface GalleryView {
  readonly name: string;
  readonly view: View;
}

const minute = 60_000;

const fibre: InvoiceCard = {
  id: '90211',
  description: 'Mensalidade Fibra 500 Mega · dezembro',
  dueDate: '2026-12-10',
  overdue: false,
  originalCents: 12_990,
  dueCents: 12_990,
  interestCents: 0,
  fineCents: 0,
  discountCents: 0,
};

const overdue: InvoiceCard = {
  id: '90107',
  description: 'Mensalidade Fibra 500 Mega · outubro',
  dueDate: '2026-10-10',
  overdue: true,
  originalCents: 12_990,
  dueCents: 13_422,
  interestCents: 172,
  fineCents: 260,
  discountCents: 0,
};

const everything: InvoiceCard = {
  id: '90108',
  description:
    'Fatura com tudo: instalação de ponto adicional, roteador e mensalidade proporcional de novembro',
  dueDate: '2026-11-10',
  overdue: true,
  originalCents: 1_234_567,
  dueCents: 1_250_000,
  interestCents: 12_345,
  fineCents: 24_691,
  discountCents: 21_603,
};

const television: InvoiceCard = {
  ...fibre,
  id: '90212',
  description: 'TV a cabo',
  dueDate: '2026-12-15',
  originalCents: 8_900,
  dueCents: 7_900,
  discountCents: 1_000,
};

const twoHundred: readonly InvoiceCard[] = Array.from({ length: 200 }, (_, index) => ({
  ...(index % 3 === 0 ? overdue : fibre),
  id: `7${String(index).padStart(4, '0')}`,
  description: `Mensalidade ${index + 1} de 200`,
}));

const pixText =
  '00020126870014br.gov.bcb.pix2565qrcodes.psp.example/v2/cobv/3b9f6f1c2f6e4c0f8b1d0a7e5c4d3b2a5204000053039865802BR5925FIBRA VALE TELECOM LTDA6009SAO PAULO62070503***6304B14F';

/** The symbol of a text as the contract's picture. */
function qrPicture(text: string): { readonly size: number; readonly path: string } {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  let path = '';
  for (let y = 0; y < modules.size; y += 1) {
    for (let x = 0; x < modules.size; x += 1) {
      if (modules.get(y, x)) path += `M${x} ${y}h1v1h-1z`;
    }
  }
  return { size: modules.size, path };
}

const pix = {
  name: 'pix',
  amountCents: 13_422,
  qr: qrPicture(pixText),
  payeeName: 'FIBRA VALE TELECOM LTDA',
  countdown: { totalMs: 10 * minute, remainingMs: 4 * minute + 32_000 },
  connectionTrouble: false,
  confirmedByErp: false,
} as const satisfies Screen;

const { payeeName: _none, ...pixWithoutPayee } = pix;
const withoutPayee = { ...pixWithoutPayee, amountCents: 125_000_000 };

const document = {
  name: 'document',
  entry: '',
  kind: 'unknown',
  letters: 'offered',
  canSubmit: false,
  busy: false,
} as const satisfies Screen;

const cpf = { ...document, entry: '529.982.247-25', kind: 'cpf', canSubmit: true } as const;
const cnpj = { ...document, entry: '12.ABC.345/01DE-35', kind: 'cnpj', canSubmit: true } as const;

const birthDate = {
  name: 'second-factor',
  question: 'birth-date',
  entry: '17/0',
  length: 8,
  canSubmit: true,
  busy: false,
  triesLeft: 3,
} as const satisfies Screen;

const phone = { ...birthDate, question: 'phone-last-digits', entry: '43', length: 4 } as const;

const invoices = {
  name: 'invoices',
  customerName: 'Maria S.',
  invoices: [overdue, fibre],
  canGoBack: false,
  busy: false,
  hasReceipts: false,
  offersSeveral: false,
} as const satisfies Screen;

const several = {
  name: 'several',
  invoices: [
    { ...overdue, ticked: true },
    { ...everything, ticked: true },
    { ...fibre, ticked: false },
  ],
  count: 2,
  totalCents: overdue.dueCents + everything.dueCents,
  allTicked: false,
  pix: { offered: true },
  withoutReceipt: false,
} as const satisfies Screen;

const paidTogether: readonly PaidInvoice[] = [
  { id: '1', description: 'Mensalidade Fibra 500 Mega · outubro', amountCents: 13_422, writeOff: 'done' },
  { id: '2', description: 'Mensalidade Fibra 500 Mega · novembro', amountCents: 12_990, writeOff: 'by-hand' },
  { id: '3', description: 'TV a cabo', amountCents: 8_990, writeOff: 'processing' },
  { id: '4', description: 'Telefonia fixa', amountCents: 9_990, writeOff: 'done' },
  { id: '5', description: 'Locação de equipamento', amountCents: 1_990, writeOff: 'done' },
];

const dayOf = (index: number): string => String(21 - index).padStart(2, '0');

const receipts = {
  name: 'receipts',
  receipts: [
    {
      id: 'c1',
      paidOn: '2026-11-21',
      amountCents: 13_422,
      descriptions: ['Mensalidade Fibra 500 Mega · outubro'],
      paper: 'uncertain',
    },
    { id: 'c2', paidOn: '2026-11-10', amountCents: 12_990, descriptions: ['TV a cabo'], paper: 'printed' },
  ],
  canPrint: true,
} as const satisfies Screen;

const twentyReceipts: readonly ReceiptCard[] = Array.from({ length: 20 }, (_, index) => ({
  id: `c${index}`,
  paidOn: `2026-11-${dayOf(index)}`,
  amountCents: index === 1 ? 1_250_000 : 12_990,
  descriptions:
    index === 1 ? ['Instalação de ponto adicional, roteador e mensalidade', 'TV a cabo'] : ['Fibra 500 Mega'],
  paper: index === 0 ? 'uncertain' : index === 1 ? 'none' : 'printed',
}));

const notConfigured = { offered: false, reason: 'not-configured' } as const;

/** A page of the kiosk's own boleto. */
const boletoPage = {
  address: `data:image/png;base64,${readFileSync(new URL('boleto-page.png', import.meta.url)).toString('base64')}`,
  width: 1075,
  height: 1520,
};

const invoice = {
  name: 'invoice',
  invoice: overdue,
  pix: { offered: true },
  slip: { offered: true },
  slipContents: 'boleto',
  boleto: { offered: true, onA4: false },
  withoutReceipt: false,
} as const satisfies Screen;

const paid = {
  name: 'paid',
  amountCents: 13_422,
  receipt: { state: 'printing' },
  writeOff: 'done',
} as const satisfies Screen;

const problems = [
  'erp-unreachable',
  'erp-answer-unusable',
  'pix-outside-limits',
  'pix-unreachable',
  'pix-refused',
  'pix-account-missing',
  'invoice-changed',
  'invoice-already-settled',
  'invoices-already-settled',
  'pix-not-together',
  'identity-unverifiable',
  'pix-cancel-unconfirmed',
  'payment-mismatch',
  'storage-unavailable',
  'printer-unavailable',
  'unexpected',
] as const;

const screens: readonly (readonly [string, Screen])[] = [
  [
    'configuring',
    {
      name: 'configuring',
      settingsFile: '/var/lib/balcao/settings.json',
      problems: [
        { field: 'erps[0].baseUrl', message: 'não é um endereço https válido' },
        { field: 'pix.accounts[0].clientSecret', message: 'falta preencher' },
        { field: 'terminal.brandColor', message: 'use o formato #rrggbb' },
      ],
    },
  ],
  [
    'configuring-many',
    {
      name: 'configuring',
      settingsFile: 'C:\\ProgramData\\Balcão Autoatendimento\\terminal-do-saguão\\settings.json',
      problems: Array.from({ length: 14 }, (_, index) => ({
        field: `pix.accounts[${index}].baseUrl`,
        message: 'não é um endereço https válido',
      })),
    },
  ],
  ['attract', { name: 'attract', notices: [], timeZone: 'America/Sao_Paulo' }],
  [
    'attract-no-printer',
    { name: 'attract', notices: ['printer-unavailable'], timeZone: 'America/Sao_Paulo' },
  ],
  [
    'attract-nothing',
    { name: 'attract', notices: ['printer-unavailable', 'pix-unavailable'], timeZone: 'America/Sao_Paulo' },
  ],
  [
    'attract-closed',
    {
      name: 'attract',
      notices: ['closed'],
      timeZone: 'America/Sao_Paulo',
      opensAt: '08:00',
      opensOn: 'mon',
    },
  ],
  ['attract-only-pix', { name: 'attract', notices: [], timeZone: 'America/Sao_Paulo', hidden: ['slip'] }],
  ['attract-no-erp', { name: 'attract', notices: ['erp-unavailable'], timeZone: 'America/Sao_Paulo' }],
  ['document-empty', document],
  ['document-typing', { ...document, entry: '529.982.2', kind: 'cpf', canSubmit: true }],
  ['document-letters', { ...cnpj, entry: '12.ABC.345', letters: 'shown' }],
  ['document-busy', { ...cpf, letters: 'impossible', busy: true }],
  ['document-incomplete', { ...cpf, entry: '529.982', error: 'incomplete' }],
  ['document-wrong', { ...cpf, letters: 'impossible', error: 'wrong-check-digit' }],
  ['document-repeated', { ...cpf, entry: '111.111.111-11', error: 'repeated-digits' }],
  [
    'document-letter-last',
    { ...cnpj, entry: '12.ABC.345/01DE-3A', letters: 'shown', error: 'letter-in-check-digits' },
  ],
  ['document-not-found-cpf', { ...cpf, letters: 'impossible', error: 'not-found' }],
  ['document-not-found-cnpj', { ...cnpj, letters: 'shown', error: 'not-found' }],
  ['document-blocked', { ...cpf, letters: 'impossible', error: 'blocked', retryInMinutes: 14 }],
  ['second-factor-date', birthDate],
  ['second-factor-date-wrong', { ...birthDate, entry: '17/03/1980', error: 'wrong', triesLeft: 2 }],
  ['second-factor-date-impossible', { ...birthDate, entry: '31/02/1980', error: 'impossible-date' }],
  ['second-factor-phone', phone],
  ['second-factor-phone-busy', { ...phone, entry: '4321', busy: true }],
  ['second-factor-phone-last-try', { ...phone, entry: '4321', error: 'wrong', triesLeft: 1 }],
  [
    'contracts',
    {
      name: 'contracts',
      customerName: 'Maria S.',
      contracts: [
        { id: '1', label: 'Rua das Laranjeiras, 120, ap. 31 · Centro, Pindamonhangaba' },
        { id: '2', label: 'Estrada Municipal do Ribeirão Grande, km 14, Sítio Boa Esperança, Zona Rural' },
        { id: '3', label: 'Loja · Av. Brasil, 900' },
      ],
      canGoBack: true,
    },
  ],
  [
    'contracts-many',
    {
      name: 'contracts',
      customerName: 'Condomínio Edifício Solar das Acácias',
      contracts: Array.from({ length: 30 }, (_, index) => ({
        id: String(index),
        label: `Bloco ${index + 1} · Rua das Acácias, ${100 + index}`,
      })),
      canGoBack: false,
    },
  ],
  ['invoices-one', { ...invoices, invoices: [fibre] }],
  ['invoices-two', invoices],
  [
    'invoices-four',
    {
      ...invoices,
      contractLabel: 'Rua das Laranjeiras, 120, ap. 31 · Centro, Pindamonhangaba',
      invoices: [overdue, everything, fibre, television],
      canGoBack: true,
    },
  ],
  ['invoices-two-hundred', { ...invoices, invoices: twoHundred }],
  ['invoices-busy', { ...invoices, busy: true }],
  ['invoices-loading', { ...invoices, invoices: [], contractLabel: 'Loja · Av. Brasil, 900', busy: true }],
  ['invoices-partly', { ...invoices, unreadable: ['Vale Fibra Telecomunicações'] }],
  [
    'invoices-two-hundred-partly',
    { ...invoices, invoices: twoHundred, unreadable: ['Vale Fibra Telecomunicações'] },
  ],
  ['invoices-none-partly', { ...invoices, invoices: [], unreadable: ['Vale Fibra'] }],
  [
    'invoices-four-partly',
    {
      ...invoices,
      contractLabel: 'Rede Horizonte · Rua das Laranjeiras, 120',
      invoices: [overdue, everything, fibre, television],
      canGoBack: true,
      unreadable: ['Vale Fibra Telecomunicações'],
    },
  ],
  ['invoices-one-receipts', { ...invoices, invoices: [fibre], hasReceipts: true }],
  [
    'invoices-four-receipts',
    {
      ...invoices,
      contractLabel: 'Rua das Laranjeiras, 120, ap. 31 · Centro, Pindamonhangaba',
      invoices: [overdue, everything, fibre, television],
      canGoBack: true,
      hasReceipts: true,
    },
  ],
  [
    'invoices-two-hundred-receipts',
    {
      ...invoices,
      invoices: twoHundred,
      contractLabel: 'Loja · Av. Brasil, 900',
      hasReceipts: true,
      unreadable: ['Vale Fibra Telecomunicações'],
    },
  ],
  ['invoices-two-several', { ...invoices, offersSeveral: true }],
  [
    'invoices-four-several',
    {
      ...invoices,
      contractLabel: 'Rua das Laranjeiras, 120, ap. 31 · Centro, Pindamonhangaba',
      invoices: [overdue, everything, fibre, television],
      canGoBack: true,
      offersSeveral: true,
    },
  ],
  [
    'invoices-two-hundred-several-receipts',
    {
      ...invoices,
      invoices: twoHundred,
      contractLabel: 'Loja · Av. Brasil, 900',
      hasReceipts: true,
      offersSeveral: true,
      unreadable: ['Vale Fibra Telecomunicações'],
    },
  ],
  ['several', several],
  [
    'several-none',
    {
      ...several,
      invoices: several.invoices.map((each) => ({ ...each, ticked: false })),
      count: 0,
      totalCents: 0,
      pix: { offered: false, reason: 'nothing-ticked' },
    },
  ],
  [
    'several-news',
    {
      ...several,
      invoices: [
        { ...overdue, ticked: true, changed: true },
        { ...everything, ticked: false, hindrance: 'another-account' },
        { ...fibre, ticked: true },
        { ...television, ticked: false, hindrance: 'alone' },
      ],
      settled: ['Mensalidade Fibra 500 Mega · outubro'],
      withoutReceipt: true,
    },
  ],
  [
    'several-too-much',
    {
      ...several,
      invoices: twoHundred.map((each) => ({ ...each, ticked: true })),
      count: 200,
      totalCents: 2_598_000,
      allTicked: true,
      pix: { offered: false, reason: 'above-maximum' },
    },
  ],
  [
    'several-many-news',
    {
      ...several,
      invoices: twoHundred.map((each, index) => ({
        ...each,
        ticked: index < 3,
        ...(index < 2 && { changed: true as const }),
      })),
      settled: ['Mensalidade Fibra 500 Mega · outubro', 'Locação de equipamento · setembro'],
    },
  ],
  ['invoices-none-receipts', { ...invoices, invoices: [], hasReceipts: true }],
  ['receipts', receipts],
  ['receipts-one', { ...receipts, receipts: receipts.receipts.slice(1) }],
  ['receipts-many', { ...receipts, receipts: twentyReceipts }],
  ['receipts-enough', { ...receipts, receipts: twentyReceipts, canPrint: false }],
  ['receipts-four', { ...receipts, receipts: twentyReceipts.slice(0, 4) }],
  ['printing-receipt', { name: 'printing-receipt' }],
  ['receipt-printed', { name: 'receipt-printed' }],
  [
    'receipt-trouble-no-paper',
    { name: 'receipt-trouble', trouble: 'no-paper', canRetry: false, waits: true },
  ],
  [
    'receipt-trouble-uncertain',
    { name: 'receipt-trouble', trouble: 'uncertain', canRetry: true, waits: false },
  ],
  [
    'receipt-trouble-enough',
    { name: 'receipt-trouble', trouble: 'uncertain', canRetry: false, waits: false },
  ],
  ['invoices-none', { ...invoices, invoices: [], canGoBack: true }],
  ['invoice', invoice],
  ['invoice-plain', { ...invoice, invoice: fibre }],
  ['invoice-everything', { ...invoice, invoice: everything }],
  ['invoice-no-slip', { ...invoice, slip: { offered: false, reason: 'no-sound-line' } }],
  ['invoice-pix-too-large', { ...invoice, pix: { offered: false, reason: 'above-maximum' } }],
  ['invoice-pix-down', { ...invoice, pix: { offered: false, reason: 'unavailable' } }],
  ['invoice-no-pix', { ...invoice, pix: { offered: false, reason: 'not-configured' } }],
  ['invoice-no-paper', { ...invoice, withoutReceipt: true, slip: { offered: false, reason: 'printer' } }],
  [
    'invoice-paper-needed',
    {
      ...invoice,
      withoutReceipt: true,
      pix: { offered: false, reason: 'printer' },
      slip: { offered: false, reason: 'printer' },
    },
  ],
  ['invoice-pix-slip', { ...invoice, slipContents: 'pix' }],
  [
    'invoice-settled',
    {
      ...invoice,
      boleto: { offered: false, onA4: false },
      invoice: { ...fibre, dueCents: 0, originalCents: 0 },
      pix: { offered: false, reason: 'nothing-to-pay' },
      slip: { offered: true },
    },
  ],
  [
    'invoice-neither',
    {
      ...invoice,
      boleto: { offered: false, onA4: false },
      pix: { offered: false, reason: 'no-sound-line' },
      slip: { offered: false, reason: 'printer' },
    },
  ],
  ['invoice-message', { ...invoice, message: 'typeable-line' }],
  ['invoice-message-everything', { ...invoice, invoice: everything, message: 'typeable-line' }],
  [
    'invoice-message-no-pix',
    {
      ...invoice,
      pix: { offered: false, reason: 'unavailable' },
      slip: { offered: false, reason: 'printer' },
      message: 'typeable-line',
    },
  ],
  ['pix-message', { ...pix, message: 'pix' }],
  ['pix-message-trouble', { ...pix, message: 'pix', connectionTrouble: true }],
  ['paid-message', { ...paid, receipt: { state: 'printed' }, message: 'receipt' }],
  [
    'paid-message-waiting',
    { ...paid, receipt: { state: 'waiting', trouble: 'no-paper' }, message: 'receipt' },
  ],
  [
    'paid-message-several',
    {
      ...paid,
      receipt: { state: 'uncertain' },
      amountCents: 47_382,
      writeOff: 'by-hand',
      protocol: '3B9F6F1C2F',
      service: { state: 'returning', withinHours: 24 },
      invoices: paidTogether,
      message: 'receipt',
    },
  ],
  ['paid-message-no-receipt', { ...paid, receipt: { state: 'none' }, message: 'receipt' }],
  ...joinViews,
  ...messageViews,
  ...myDataViews,
  ...ticketViews,
  ...secondCopiesViews,
  ...servicesViews,
  ['preparing-pix', { name: 'preparing-pix', amountCents: 13_422 }],
  ['pix', pix],
  ['pix-trouble', { ...pix, connectionTrouble: true }],
  ['pix-erp', { ...pix, confirmedByErp: true, payeeName: 'COMPANHIA MUNICIPAL DE AGUAS' }],
  ['pix-no-payee', withoutPayee],
  ['cancelling-pix', { name: 'cancelling-pix' }],
  ['pix-expired', { name: 'pix-expired', amountCents: 13_422 }],
  ['paid', paid],
  [
    'paid-service-returning',
    { ...paid, writeOff: 'processing', service: { state: 'returning', withinHours: 24 } },
  ],
  ['paid-service-back', { ...paid, receipt: { state: 'printed' }, service: { state: 'back' } }],
  ['paid-printed', { ...paid, receipt: { state: 'printed' } }],
  ['paid-waiting', { ...paid, receipt: { state: 'waiting', trouble: 'no-paper' }, writeOff: 'processing' }],
  ['paid-uncertain', { ...paid, receipt: { state: 'uncertain' }, amountCents: 125_000_000 }],
  ['paid-by-hand', { ...paid, receipt: { state: 'printed' }, writeOff: 'by-hand', protocol: '3B9F6F1C2F' }],
  [
    'paid-by-hand-no-paper',
    {
      ...paid,
      receipt: { state: 'waiting', trouble: 'no-paper' },
      writeOff: 'by-hand',
      protocol: '3B9F6F1C2F',
    },
  ],
  [
    'paid-several',
    {
      ...paid,
      receipt: { state: 'printed' },
      invoices: paidTogether.map((each) => ({ ...each, writeOff: 'done' as const })),
    },
  ],
  [
    'paid-several-mixed',
    {
      ...paid,
      receipt: { state: 'waiting', trouble: 'no-paper' },
      writeOff: 'by-hand',
      protocol: '3B9F6F1C2F',
      invoices: paidTogether,
      service: { state: 'returning', withinHours: 24 },
    },
  ],
  ['paid-no-receipt', { ...paid, receipt: { state: 'none' } }],
  ['invoice-a4-only', { ...invoice, slip: notConfigured, boleto: { offered: true, onA4: true } }],
  ['invoice-without-boleto', { ...invoice, boleto: { offered: false, onA4: false } }],
  ['opening-boleto', { name: 'opening-boleto' }],
  ['boleto', { name: 'boleto', paper: 'boleto', pages: [boletoPage], pageCount: 1, canPrint: false }],
  [
    'boleto-a4-many-pages',
    { name: 'boleto', paper: 'boleto', pages: [boletoPage, boletoPage], pageCount: 12, canPrint: true },
  ],
  ['printing-slip-a4-sent', { name: 'printing-slip', onA4: 'sent' }],
  ['printing-slip-a4', { name: 'printing-slip', onA4: 'printing' }],
  ['slip-printed-a4', { name: 'slip-printed', contents: 'boleto', onA4: true }],
  ['printing-slip', { name: 'printing-slip' }],
  ['slip-printed', { name: 'slip-printed', contents: 'boleto' }],
  ['slip-printed-with-pix', { name: 'slip-printed', contents: 'boleto-and-pix' }],
  ['slip-printed-pix', { name: 'slip-printed', contents: 'pix' }],
  ['slip-trouble-no-paper', { name: 'slip-trouble', trouble: 'no-paper' }],
  ['slip-trouble-cover-open', { name: 'slip-trouble', trouble: 'cover-open' }],
  ['slip-trouble-offline', { name: 'slip-trouble', trouble: 'offline' }],
  ['slip-trouble-error', { name: 'slip-trouble', trouble: 'error' }],
  ['slip-trouble-failed', { name: 'slip-trouble', trouble: 'error', canRetry: true }],
  ['slip-trouble-uncertain', { name: 'slip-trouble', trouble: 'uncertain' }],
  ['thanks-paid', { name: 'thanks', paid: true, countdown: { totalMs: 8_000, remainingMs: 6_000 } }],
  ['thanks', { name: 'thanks', paid: false, countdown: { totalMs: 8_000, remainingMs: 8_000 } }],
  ...(['printing', 'printed', 'none'] as const).map((state): readonly [string, Screen] => [
    `problem-protocol-${state}`,
    {
      name: 'problem',
      problem: 'payment-mismatch',
      code: 'CHARGE-WRONG-AMOUNT',
      canRetry: false,
      canGoBack: false,
      protocol: { number: '3B9F6F1C2F', paper: { state } },
    },
  ]),
  ...problems.map(
    (problem, index) =>
      [
        `problem-${problem}`,
        {
          name: 'problem',
          problem,
          code: problem.toUpperCase(),
          canRetry: index % 2 === 0,
          canGoBack: index % 3 === 0,
        },
      ] as const,
  ),
];

const otherBrands: readonly (readonly [string, Brand, Screen])[] = [
  ['blue-attract', blue, { name: 'attract', notices: [], timeZone: 'America/Sao_Paulo' }],
  ['blue-document', blue, { ...document, entry: '529.982.2', kind: 'cpf', canSubmit: true }],
  [
    'yellow-attract',
    yellow,
    { name: 'attract', notices: ['pix-unavailable'], timeZone: 'America/Sao_Paulo' },
  ],
  ['yellow-invoice', yellow, invoice],
  ['yellow-pix', yellow, pix],
];

/** Beside whose controls "Chamar atendente" has to find its place. */
const withAttendant: ReadonlySet<string> = new Set([
  'document-empty',
  'document-letters',
  'second-factor-date-wrong',
  'contracts-many',
  'invoices-two-hundred-several-receipts',
  'several',
  'several-many-news',
  'invoice-everything',
  'pix-message',
  'pix-message-trouble',
  'paid-message',
  'paid-message-several',
  'paid-several-mixed',
  'boleto-a4-many-pages',
  'printing-slip',
  'receipts-many',
  'message-number-incomplete',
  'message-consent-pix',
  'thanks-paid',
  'problem-protocol-printed',
  'problem-unexpected',
]);

const idleWarning = { totalMs: 15_000, remainingMs: 12_000 };

/** Every screen in every state worth a look, ready to be drawn. */
export const galleryViews: readonly GalleryView[] = [
  ...screens.map(([name, screen]) => ({ name, brand: green, screen })),
  ...otherBrands.map(([name, brand, screen]) => ({ name, brand, screen })),
]
  .map(
    ({ name, brand, screen }, index): GalleryView => ({
      name,
      view: { screenKey: index + 1, screen, brand },
    }),
  )
  .concat([
    { name: 'idle-warning', view: { screenKey: 9_001, screen: invoice, brand: green, idleWarning } },
    {
      name: 'idle-warning-invoices',
      view: { screenKey: 9_002, screen: invoices, brand: yellow, idleWarning },
    },
    {
      name: 'attendant-called-pix',
      view: { screenKey: 9_003, screen: pix, brand: yellow, attendant: 'called' },
    },
    {
      name: 'attendant-told',
      view: {
        screenKey: 9_004,
        screen: pix,
        brand: green,
        attendant: 'called',
        helpNotice: { told: true, name: 'Maria S.' },
      },
    },
    {
      name: 'attendant-not-told',
      view: {
        screenKey: 9_005,
        screen: invoices,
        brand: blue,
        attendant: 'offered',
        helpNotice: { told: false },
      },
    },
    ...screens
      .filter(([name]) => withAttendant.has(name))
      .map(
        ([name, screen], index): GalleryView => ({
          name: `attendant-${name}`,
          view: { screenKey: 9_100 + index, screen, brand: green, attendant: 'offered' },
        }),
      ),
  ]);
