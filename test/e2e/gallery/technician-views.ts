import type { Page } from 'playwright-core';
import type {
  ChargeItem,
  ClosedDay,
  FieldProblem,
  JsonObject,
  KioskState,
  SettingsState,
  TestReport,
} from '../../../src-main/contract/technician.ts';
import type { TechnicianAnswers } from './fake-totem.ts';
import { samplePreview } from './sample-preview.ts';
import { sectionStates } from './section-views.ts';

/** The technician's area in one of its states: what main answers, and what is touched until it looks like that. */
export interface TechnicianView {
  readonly name: string;
  readonly answers?: TechnicianAnswers;
  readonly steps?: (page: Page) => Promise<void>;
}

const sealed = 'sealed:v1:bm90aGluZw==';

const draft: JsonObject = {
  version: 1,
  terminal: {
    id: 'T01',
    companyName: 'Provedor Exemplo Ltda.',
    companyDocument: '33.000.167/0001-01',
    companyAddress: 'Rua das Flores, 100, Centro, Campinas - SP, CEP 13010-000',
    supportPhone: '(19) 3000-0000',
    brandColor: '#0b6e4f',
    logo: 'logo.png',
    hours: [
      { days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '08:00', to: '18:00' },
      { days: ['sat'], from: '08:00', to: '12:00' },
    ],
  },
  erps: [
    {
      id: 'fibra',
      companyName: 'Exemplo Fibra',
      profile: 'contract-a',
      baseUrl: 'https://erp.example.com.br/api',
      auth: { header: 'Authorization', scheme: 'Bearer', token: sealed },
      successWords: ['ok', 'sucesso'],
    },
    {
      id: 'tv',
      profile: 'ixc',
      baseUrl: 'https://tv.example.com.br/webservice/v1',
      auth: { username: 'totem', password: sealed },
    },
  ],
  pix: {
    accounts: [
      {
        id: 'principal',
        payeeName: 'PROVEDOR EXEMPLO LTDA',
        key: sealed,
        baseUrl: 'https://pix.example.com.br/v2',
        tokenUrl: 'https://pix.example.com.br/oauth/token',
        clientId: sealed,
        clientSecret: sealed,
      },
    ],
    defaultAccount: 'principal',
    accountByIdentifier: { 'carteira-1': 'principal' },
  },
  printer: { model: 'generic-80mm', serial: { path: '/dev/ttyUSB0', baudRate: 9600, flowControl: 'none' } },
  visit: { secondFactor: 'birth-date' },
  relay: {
    chat: {
      onLoadContact: 'https://chat.example.com.br/eventos/carregou?doc=$Document$&nome=$name$',
      wid: 'C61BBC40-D019-427A-A31C-230243E27242',
      agentName: 'Totem da loja',
      sender: { url: 'https://chat.example.com.br/enviar', token: sealed },
      variables: { key: sealed, visitSummary: 'balcao_$Jid$' },
    },
    crm: {
      loginUrl: 'https://redehorizonte.my.salesforce.com',
      signIn: 'username-password',
      clientId: sealed,
      clientSecret: sealed,
      username: 'api@redehorizonte.example.com',
      password: sealed,
      auditFields: true,
      customerUsername: 'balcao.cliente@redehorizonte.example.com',
    },
    seniorCrm: { token: sealed, tenant: 'redehorizonte', agentExtension: '8001' },
    webhooks: [
      {
        id: 'bi',
        url: 'https://bi.example.com.br/totem',
        secret: sealed,
        events: ['charge-paid', 'write-off-done'],
      },
    ],
  },
};

const settings: SettingsState = {
  revision: 7,
  draft,
  problems: [],
  secretKeeping: 'keyring',
  undoable: { savedAt: 1_795_000_000_000 },
};

const problems: readonly FieldProblem[] = [
  { field: 'terminal.companyDocument', message: 'o dígito verificador não confere' },
  { field: 'erps[1].baseUrl', message: 'use um endereço que comece com https://' },
  { field: 'visit.idleSeconds', message: 'use um número inteiro de 2 a 600' },
];

const report: TestReport = {
  worked: true,
  summary: 'Achou Maria S. com 2 faturas em aberto.',
  tookMs: 412,
  exchanges: [
    {
      method: 'GET',
      url: 'https://erp.example.com.br/api/clientes?documento=529.982.247-25',
      headers: [
        ['authorization', 'Bearer ***'],
        ['accept', 'application/json'],
      ],
      status: 200,
      answer:
        '{"resposta":{"nome":"Maria da Silva","faturas":[{"id":"90211","valor":"129,90"},{"id":"90107","valor":"134,22"}]}}',
      tookMs: 398,
    },
  ],
  mapped: { customer: { id: '4411', name: 'Maria da Silva' }, invoices: [{ id: '90211', dueCents: 12_990 }] },
};

const charge: ChargeItem = {
  id: '01JD3K7Q4Z',
  txid: 'BALCAOT01A7F3K2M9QXZP4R8W1',
  source: 'api-pix',
  state: 'PAID',
  amountCents: 12_990,
  invoiceIds: ['90211'],
  createdAt: 1_795_000_000_000,
  paidAt: '2026-11-20T14:03:07-03:00',
  writeOffs: ['PENDING'],
  canReprint: true,
};

const state: KioskState = {
  versions: [
    { name: 'Balcão', version: '0.1.0' },
    { name: 'Electron', version: '45.4.1' },
  ],
  disk: { freeBytes: 41_200_000_000, totalBytes: 120_000_000_000 },
  audit: {
    intact: true,
    last: [
      { at: 1_795_000_000_000, event: 'save-settings', detail: 'revision 7' },
      { at: 1_794_999_000_000, event: 'print-test-page' },
      { at: 1_794_998_000_000, event: 'pin-right' },
    ],
  },
  running: {
    erps: [
      { id: 'fibra', down: false },
      { id: 'tv', down: true },
    ],
    printer: { status: 'near-end', alarm: { trouble: 'near-end', since: 1_794_999_400_000 } },
    pixAccounts: [{ id: 'principal', down: false, lastSuccessAt: 1_795_000_000_000 }],
    writeOffs: [
      {
        id: 'w1',
        chargeId: charge.id,
        erp: 'fibra',
        invoiceId: '90211',
        amountCents: 12_990,
        state: 'UNKNOWN',
        detail: 'sem resposta do ERP',
        paidAt: 1_795_000_000_000,
        sends: 2,
      },
    ],
    oldestUnknownSince: 1_794_990_000_000,
    deliveries: [
      {
        event: 12,
        target: 'chat-callbacks',
        type: 'customer-identified',
        state: 'dead',
        attempts: 8,
        lastFailure: 'HTTP 500',
        occurredAt: 1_795_000_000_000,
        hasTarget: true,
        isOvertaken: false,
      },
    ],
    deliveriesTotal: 1,
    gateway: { address: '192.168.0.20:8443', state: 'listening' },
    storage: { backups: 7, lastBackupAt: 1_794_990_000_000, paymentsOff: [] },
  },
};

const drives = [
  { id: 'usb-1', label: 'KINGSTON', freeBytes: 7_400_000_000 },
  { id: 'usb-2', label: 'Pen do técnico com um nome bem comprido para caber', freeBytes: 512_000_000 },
];

const nothing = { forPerson: 0, closedByHand: 0, refundDue: 0, refunded: 0 };

const closedDay: ClosedDay = {
  day: '2026-11-21',
  today: '2026-11-21',
  timeZone: 'America/Sao_Paulo',
  groups: [
    {
      ...nothing,
      erp: 'principal',
      account: 'efi-matriz',
      charged: 412_480,
      chargedCount: 34,
      paid: 389_560,
      paidCount: 31,
      writtenOff: 376_570,
      settledByErp: 0,
      pending: 12_990,
    },
    {
      ...nothing,
      erp: 'vale-fibra',
      charged: 25_980,
      chargedCount: 2,
      paid: 12_990,
      paidCount: 1,
      writtenOff: 0,
      settledByErp: 12_990,
      pending: 0,
    },
  ],
  total: {
    ...nothing,
    charged: 438_460,
    chargedCount: 36,
    paid: 402_550,
    paidCount: 32,
    writtenOff: 376_570,
    settledByErp: 12_990,
    pending: 12_990,
  },
  openFromBefore: { count: 1, cents: 9_990 },
  entries: 18_204,
  differences: 0,
};

/** What main answers as long as a view says nothing else. */
export const standardAnswers: TechnicianAnswers = {
  door: { state: 'open' },
  unlock: { outcome: 'open' },
  'choose-pin': { outcome: 'open' },
  'change-pin': { outcome: 'open' },
  leave: null,
  'read-settings': settings,
  'check-settings': [],
  'list-drives': drives,
  'list-folder': [
    { name: 'logos', path: 'logos', kind: 'folder', bytes: 0 },
    { name: 'marca-da-empresa.png', path: 'marca-da-empresa.png', kind: 'file', bytes: 48_211 },
  ],
  'pick-file': { outcome: 'unfit', problems: [{ field: '', message: 'o arquivo tem mais de 256 kB' }] },
  'export-settings': { outcome: 'written', name: 'balcao-T01-2026-11-22.json' },
  'export-log': { outcome: 'written', name: 'balcao-T01-log.jsonl' },
  'close-day': closedDay,
  'export-closing': { outcome: 'written', name: 'fechamento-T01-2026-11-21.txt' },
  'erp-profiles': [
    {
      name: 'contract-a',
      title: 'Contrato A',
      description: 'Um pedido traz cliente e faturas; a baixa é confirmada por palavra.',
      own: false,
      credentials: ['token'],
      operations: [
        { name: 'getCustomer', path: '/clientes' },
        { name: 'listOpenInvoices', path: '/faturas' },
        { name: 'writeOffInvoice', path: '/faturas/baixa' },
      ],
      problems: [],
    },
    {
      name: 'ixc',
      title: 'IXC Provedor',
      description: 'Webservice do IXC.',
      own: false,
      credentials: ['username', 'password'],
      operations: [{ name: 'getCustomer', path: '/cliente' }],
      problems: [],
    },
  ],
  'test-erp': report,
  'pix-certificate': { state: 'good', validTo: 1_820_000_000_000 },
  'test-pix': { ...report, worked: false, summary: 'A conta recusou o acesso.', code: 'PIX-AUTH-REFUSED' },
  'test-relay': report,
  'test-senior-crm': report,
  'serial-ports': [{ path: '/dev/ttyUSB0', label: 'FTDI FT232R' }, { path: '/dev/ttyS0' }],
  'printer-status': 'near-end',
  'printer-profiles': [
    { name: 'recepcao', title: 'Impressora da recepção', verified: 'Testada em 20/11/2026.', problems: [] },
    {
      name: 'velha',
      title: 'velha',
      verified: '',
      problems: [{ field: 'printers/velha.json: columns', message: 'são colunas demais' }],
    },
  ],
  'preview-papers': samplePreview(),
  'test-a4-printer': {
    ...report,
    exchanges: [],
    summary: 'Brother HL-L2370DW está pronta e aceita PDF.',
    mapped: { state: 'idle', reasons: ['none'], acceptsJobs: true, media: ['iso_a4_210x297mm'] },
  },
  'test-gateway': { ...report, summary: 'O endereço público chega até este totem.' },
  'print-test-page': { ...report, exchanges: [], summary: 'Página impressa.' },
  'read-state': state,
  'read-clock': [{ host: 'erp.example.com.br', aheadMs: 320 }, { host: 'pix.example.com.br' }],
  'find-charges': { charges: [charge], total: 1 },
  'reprint-receipt': { outcome: 'done' },
  'retry-write-off': { outcome: 'done' },
  'settle-write-off': { outcome: 'done' },
  'retry-delivery': { outcome: 'done' },
  'retry-deliveries': { outcome: 'done' },
  'close-request': { outcome: 'done' },
  'drop-delivery': { outcome: 'done' },
};

const touch =
  (...testIds: readonly string[]) =>
  async (page: Page): Promise<void> => {
    for (const testId of testIds) await page.getByTestId(testId).click();
  };

const tab = (key: string, ...more: readonly string[]) => touch(`tech-tab-${key}`, ...more);

const broken: TechnicianAnswers = {
  'read-settings': { ...settings, problems },
  'check-settings': problems,
};

const atTheDoor: TechnicianAnswers = { door: { state: 'locked', triesLeft: 10, waitMs: 0 } };

const sectionViews: readonly TechnicianView[] = [
  'erp',
  'pix',
  'printer',
  'relay',
  'terminal',
  'security',
  'state',
].flatMap((key) => [
  { name: `section-${key}`, steps: tab(key) },
  {
    name: `section-${key}-end`,
    steps: async (page) => {
      await tab(key)(page);
      await page.getByTestId(`tech-section-${key}`).evaluate((body) => body.scrollTo(0, 1e6));
    },
  },
]);

/** Every state of the technician's area worth a look. */
export const technicianViews: readonly TechnicianView[] = [
  { name: 'door', answers: atTheDoor, steps: touch('pin-4', 'pin-8', 'pin-2') },
  { name: 'door-choose', answers: { door: { state: 'no-pin' } } },
  {
    name: 'door-wrong',
    answers: { ...atTheDoor, unlock: { outcome: 'wrong', triesLeft: 6, waitMs: 20_000 } },
    steps: touch('pin-4', 'pin-8', 'pin-2', 'pin-2', 'pin-1', 'pin-9', 'pin-enter'),
  },
  { name: 'door-locked-out', answers: { door: { state: 'locked', triesLeft: 0, waitMs: 3_540_000 } } },
  { name: 'settings-unread', answers: { 'read-settings': undefined } },
  ...sectionViews,
  ...sectionStates,
  { name: 'problems', answers: broken, steps: tab('terminal') },
  { name: 'problems-list', answers: broken, steps: tab('state', 'draft-problems') },
  {
    name: 'problem-revealed',
    answers: broken,
    steps: tab('state', 'draft-problems', 'problem-link-visit.idleSeconds'),
  },
  {
    name: 'keyboard-letters',
    steps: async (page) => {
      await tab('terminal')(page);
      await page.getByTestId('field-terminal.companyAddress').tap();
      await touch('osk-x', 'osk-shift', 'osk-ã')(page);
    },
  },
  {
    name: 'keyboard-signs',
    steps: async (page) => {
      await tab('terminal')(page);
      await page.getByTestId('field-terminal.companyAddress').tap();
      await touch('osk-page')(page);
    },
  },
  {
    name: 'keyboard-digits',
    steps: async (page) => {
      await tab('terminal')(page);
      await page.getByTestId('field-visit.thanksSeconds').tap();
      await touch('osk-1', 'osk-2')(page);
    },
  },
  {
    name: 'leaving-unsaved',
    steps: async (page) => {
      await tab('terminal')(page);
      await page.getByTestId('field-terminal.id').fill('T02');
      await touch('tech-leave')(page);
    },
  },
  {
    name: 'unsaved',
    steps: async (page) => {
      await tab('terminal')(page);
      await page.getByTestId('field-terminal.id').fill('T02');
    },
  },
  { name: 'undo', steps: touch('action-undo') },
  { name: 'file-drives', steps: tab('terminal', 'logo-pick') },
  { name: 'file-no-drive', answers: { 'list-drives': [] }, steps: tab('terminal', 'logo-pick') },
  {
    name: 'file-unfit',
    steps: tab('terminal', 'logo-pick', 'drive-usb-1', 'entry-marca-da-empresa.png'),
  },
  {
    name: 'import',
    answers: {
      'pick-file': {
        outcome: 'settings',
        preview: {
          outcome: 'readable',
          draft,
          problems: problems.slice(0, 1),
          changes: [
            { field: 'terminal.id', before: 'T01', after: 'T02', secret: false },
            { field: 'erps[0].auth.token', secret: true },
            { field: 'terminal.logo', before: 'logo.png', secret: false },
          ],
        },
      },
    },
    steps: tab('security', 'action-import', 'drive-usb-1', 'entry-marca-da-empresa.png'),
  },
  {
    name: 'security-key-file',
    answers: { 'read-settings': { ...settings, secretKeeping: 'key-file' } },
    steps: tab('security'),
  },
];
