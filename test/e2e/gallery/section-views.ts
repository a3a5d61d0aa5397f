import type { Page } from 'playwright-core';
import type {
  ChargeItem,
  DeliveryItem,
  FieldProblem,
  JsonObject,
  KioskState,
  WriteOffItem,
} from '../../../src-main/contract/technician.ts';
import type { TechnicianAnswers } from './fake-totem.ts';
import type { TechnicianView } from './technician-views.ts';

const at = 1_795_000_000_000;
const minute = 60_000;

const writeOff = (id: string, more: Partial<WriteOffItem>): WriteOffItem => ({
  id,
  chargeId: `c-${id}`,
  erp: 'fibra',
  invoiceId: `9021${id}`,
  amountCents: 12_990,
  state: 'PENDING',
  paidAt: at - 37 * minute,
  sends: 0,
  ...more,
});

const delivery: DeliveryItem = {
  event: 7,
  target: 'chat-callbacks',
  type: 'customer-identified',
  state: 'waiting',
  attempts: 3,
  lastFailure: 'unreachable: ECONNREFUSED',
  occurredAt: at - 5 * minute,
  hasTarget: true,
  isOvertaken: false,
};

const charge = (id: number, more: Partial<ChargeItem>): ChargeItem => ({
  id: `charge-${id}`,
  txid: `balcao7f3a9c2e5d8b4a1f6c0e9d2b4c${id}`,
  source: 'api-pix',
  state: 'PAID',
  amountCents: 12_990,
  invoiceIds: [`9021${id}`],
  createdAt: at - id * 47 * minute,
  writeOffs: ['DONE'],
  canReprint: more.state === undefined,
  ...(more.state === undefined ? { paidAt: '2026-11-18T08:03:07-03:00' } : {}),
  ...more,
});

const machine = {
  versions: [
    { name: 'Balcão', version: '0.1.0' },
    { name: 'SQLite', version: '3.52.0' },
  ],
  disk: { freeBytes: 640_000_000, totalBytes: 64_000_000_000 },
  audit: { intact: true, last: [] },
} as const satisfies KioskState;

/** Everything that may stand in a queue, and the machine in trouble. */
const busy: TechnicianAnswers = {
  'read-state': {
    ...machine,
    running: {
      erps: [
        { id: 'fibra', down: false },
        { id: 'tv', down: true },
      ],
      pixAccounts: [
        { id: 'principal', down: false, lastSuccessAt: at },
        { id: 'filial', down: true, lastSuccessAt: at - 600_000, lastFailureAt: at },
        { id: 'nova', down: false },
      ],
      writeOffs: [
        writeOff('1', {}),
        writeOff('2', { state: 'SENT', sends: 1, erp: 'tv' }),
        writeOff('3', { state: 'UNKNOWN', sends: 2, detail: 'timeout after 8000 ms' }),
        writeOff('4', {
          state: 'MANUAL',
          sends: 2,
          amountCents: 125_000_000,
          detail: 'Fatura não localizada para baixa no sistema, contate o suporte',
        }),
        writeOff('5', { state: 'REFUND_DUE', chargeId: '5', detail: 'wrong amount', refund: 'possible' }),
        writeOff('6', { state: 'REFUND_DUE', detail: 'paid twice', refund: 'failed' }),
        writeOff('7', { state: 'REFUND_DUE', refund: 'under-way' }),
      ],
      oldestUnknownSince: at,
      deliveries: [
        { ...delivery, event: 5, target: 'salesforce-case', type: 'visit-ended', state: 'dead' },
        { ...delivery, event: 6, target: 'salesforce-case', type: 'visit-ended', state: 'dead' },
        {
          ...delivery,
          event: 4,
          target: 'webhook:bi',
          type: 'charge-paid',
          state: 'dead',
          isOvertaken: true,
        },
        delivery,
      ],
      deliveriesTotal: 240,
      unclearRequests: [
        {
          id: 'r1',
          protocol: '3B9F6F1C2F',
          kind: 'trust-unlock',
          erp: 'fibra',
          serviceId: '6301',
          remarks: 'Solicitação registrada',
          askedAt: at - 50 * minute,
        },
        { id: 'r2', protocol: 'A07714E0BB', kind: 'ticket', erp: 'tv', askedAt: at - 20 * minute },
      ],
      gateway: { address: '0.0.0.0:8443', state: 'failed', problem: 'EADDRINUSE' },
    },
  },
  'read-clock': [{ host: 'erp.example.com.br', aheadMs: -95_000 }, { host: 'pix.example.com.br' }],
  'find-charges': {
    charges: [
      charge(1, { state: 'AWAITING', writeOffs: [] }),
      charge(2, {}),
      charge(3, { invoiceIds: ['90213', '90214'], writeOffs: ['MANUAL', 'DONE'] }),
      charge(4, { state: 'EXPIRED', writeOffs: [] }),
      charge(5, { source: 'erp-pix', writeOffs: ['NOT_OURS'] }),
      charge(6, { state: 'REFUND_DUE', writeOffs: ['REFUND_DUE'] }),
    ],
    total: 46,
  },
  'retry-write-off': { outcome: 'failed' },
};

/** A database that was damaged, on a full disk, with an audit log that somebody changed. */
const storageInTrouble: TechnicianAnswers = {
  'read-state': {
    ...machine,
    running: {
      erps: [{ id: 'fibra', down: false }],
      pixAccounts: [],
      writeOffs: [],
      deliveries: [],
      deliveriesTotal: 0,
      storage: {
        backups: 7,
        lastBackupAt: at - 600 * minute,
        restoredAt: at - 3 * minute,
        paymentsOff: ['restored', 'disk-full'],
      },
    },
  },
  'close-day': {
    day: '2026-11-20',
    today: '2026-11-21',
    timeZone: 'America/Sao_Paulo',
    groups: [],
    total: {
      charged: 0,
      chargedCount: 0,
      paid: 0,
      paidCount: 0,
      writtenOff: 0,
      settledByErp: 0,
      pending: 0,
      forPerson: 0,
      closedByHand: 0,
      refundDue: 0,
      refunded: 0,
    },
    openFromBefore: { count: 0, cents: 0 },
    entries: 18_204,
    brokenAt: 812,
    differences: 2,
  },
};

const nothing: JsonObject = {};

const missing: readonly FieldProblem[] = [
  { field: 'terminal', message: 'falta preencher' },
  { field: 'erps', message: 'falta pelo menos um ERP' },
];

/** First start: no file yet, nothing runs. */
const empty: TechnicianAnswers = {
  'read-settings': { revision: 0, draft: nothing, problems: missing, secretKeeping: 'key-file' },
  'check-settings': missing,
  'read-state': machine,
  'read-clock': [],
  'serial-ports': [],
};

const steps =
  (section: string, ...testIds: readonly string[]) =>
  async (page: Page): Promise<void> => {
    await page.getByTestId(`tech-tab-${section}`).click();
    for (const testId of testIds) await page.getByTestId(testId).click();
  };

/** An account at a PSP that the kiosk knows, with a certificate. */
const withPsp: TechnicianAnswers['read-settings'] = {
  revision: 3,
  problems: [],
  secretKeeping: 'keyring',
  draft: {
    pix: {
      accounts: [
        {
          id: 'principal',
          payeeName: 'PROVEDOR EXEMPLO LTDA',
          preset: 'inter',
          certificateFile: '3f9a0c1b2d4e.crt',
          certificateKeyFile: '9b1c2d3e4f50.key',
        },
      ],
      defaultAccount: 'principal',
    },
  },
};

/** The sections in their less common states. */
export const sectionStates: readonly TechnicianView[] = [
  ...['erp', 'pix', 'printer', 'relay', 'state'].map((section) => ({
    name: `empty-${section}`,
    answers: empty,
    steps: steps(section),
  })),
  {
    name: 'relay-chat-agent',
    steps: async (page) => {
      await steps('relay')(page);
      await page.getByTestId('test-chat-run').scrollIntoViewIfNeeded();
      await page.getByTestId('field-relay.chat.department').scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'relay-chat-sender',
    steps: async (page) => {
      await steps('relay')(page);
      await page.getByTestId('field-relay.chat.sender.templates.receipt').scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'relay-chat-variables',
    steps: async (page) => {
      await steps('relay')(page);
      await page.getByTestId('field-relay.chat.variables.visitSummary').scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'relay-crm',
    steps: async (page) => {
      await steps('relay')(page);
      await page.getByTestId('test-crm-run').scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'relay-senior',
    steps: async (page) => {
      await steps('relay')(page);
      await page.getByTestId('field-test-senior-crm-phone').fill('54987654321');
      await page.getByTestId('test-senior-crm-run').scrollIntoViewIfNeeded();
    },
  },
  { name: 'erp-profiles', steps: steps('erp', 'profiles-erps[0]') },
  { name: 'erp-advanced', steps: steps('erp', 'advanced-erps[0]', 'operation-erps[0].listOpenInvoices') },
  {
    name: 'erp-tested',
    steps: async (page) => {
      await steps('erp')(page);
      await page.getByTestId('field-test-erp-document').fill('529.982.247-25');
      await page.getByTestId('test-erp-run').click();
      await page.getByTestId('test-erp-exchanges').click();
    },
  },
  { name: 'erp-remove', steps: steps('erp', 'remove-erps') },
  {
    name: 'erp-profile-file',
    answers: {
      'list-folder': [{ name: 'nosso-erp.json', path: 'nosso-erp.json', kind: 'file', bytes: 6_120 }],
    },
    steps: steps('erp', 'profile-from-drive-erps[0]', 'drive-usb-1'),
  },
  {
    name: 'pix-certificate',
    answers: {
      'read-settings': withPsp,
      'pix-certificate': { state: 'ends-soon', validTo: 1_797_000_000_000 },
    },
    steps: async (page) => {
      await steps('pix')(page);
      await page.getByTestId('certificate-ends-soon').scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'pix-preset',
    answers: { 'read-settings': withPsp },
    steps: async (page) => {
      await steps('pix')(page);
      await page.getByTestId('preset-verified-inter').scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'relay-gateway',
    steps: async (page) => {
      await steps('relay', 'field-gateway', 'make-gateway-token')(page);
      await page.getByTestId('field-gateway').scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'relay-gateway-test',
    steps: async (page) => {
      await steps('relay', 'field-gateway', 'test-gateway-run')(page);
      await page.getByTestId('test-gateway').scrollIntoViewIfNeeded();
    },
  },
  { name: 'printer-no-paper', answers: { 'printer-status': 'no-paper' }, steps: steps('printer') },
  {
    name: 'printer-papers',
    steps: async (page) => {
      await steps('printer', 'paper-preview-run')(page);
      await page.getByTestId('paper-preview').scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'printer-a4',
    steps: async (page) => {
      await steps('printer')(page);
      await page.getByTestId('field-a4Printer').click();
      await page.getByTestId('test-a4-printer-run').click();
      await page.getByTestId('test-a4-printer').scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'printer-models',
    steps: async (page) => {
      await steps('printer')(page);
      await page.getByTestId('field-printer.model-velha').click();
      await page.getByTestId('printer-profile-from-drive').scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'state-closing',
    steps: async (page) => {
      await steps('state')(page);
      await page.getByTestId('closing').scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'state-storage-trouble',
    answers: storageInTrouble,
    steps: async (page) => {
      await steps('state')(page);
      await page.getByTestId('storage').scrollIntoViewIfNeeded();
    },
  },
  { name: 'state-busy', answers: busy, steps: steps('state', 'retry-write-off-4') },
  {
    name: 'state-settle',
    answers: busy,
    steps: steps('state', 'settle-write-off-4', 'settle-write-off-yes'),
  },
  {
    name: 'state-journal',
    answers: busy,
    steps: async (page) => {
      await steps('state')(page);
      await page.getByTestId('journal').scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'state-deliveries',
    answers: busy,
    steps: async (page) => {
      await steps('state')(page);
      await page.getByTestId('deliveries').scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'state-machine',
    answers: busy,
    steps: async (page) => {
      await steps('state')(page);
      await page.getByTestId('disk').scrollIntoViewIfNeeded();
    },
  },
];
