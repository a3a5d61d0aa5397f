import type { Screen } from '../../../src-main/contract/screen.ts';
import type { CopyCard, StatementLine } from '../../../src-main/contract/second-copies-screen.ts';

const note: CopyCard = {
  id: 'principal:0',
  number: '000.123.457',
  date: '2026-11-03',
  amountCents: 12_990,
  protocol: '135 2611 0304 5577 8899 0011 2233 4455',
};

const twentyNotes: readonly CopyCard[] = Array.from({ length: 20 }, (_, index) => ({
  ...note,
  id: `principal:${index}`,
  number: String(457 - index),
  ...(index % 3 === 0 && { companyName: 'Vale Fibra Telecomunicações' }),
}));

const paid: StatementLine = {
  id: 'principal:0',
  description: 'Mensalidade Fibra 500 Mega · outubro',
  dueDate: '2026-10-10',
  amountCents: 12_990,
  paid: { on: '2026-10-09', amountCents: 12_990 },
};

const open: StatementLine = {
  id: 'principal:1',
  description: 'Mensalidade Fibra 500 Mega · novembro e taxa de instalação de ponto adicional',
  dueDate: '2026-11-10',
  amountCents: 1_234_567,
  companyName: 'Vale Fibra Telecomunicações',
};

const manyLines: readonly StatementLine[] = Array.from({ length: 30 }, (_, index) => ({
  ...(index % 4 === 0 ? open : paid),
  id: `principal:${index}`,
}));

const statement = {
  name: 'statement',
  months: 3,
  lines: [open, paid],
  paidCents: 12_990,
  openCents: 1_234_567,
  slip: { offered: true },
} as const;

const fiscalNote = {
  name: 'copy',
  paper: 'fiscal-note',
  copy: note,
  canShow: true,
  slip: { offered: true },
  hasAddress: true,
} as const;

/** Fiscal notes, statement and yearly declarations. */
export const secondCopiesViews: readonly (readonly [string, Screen])[] = [
  ['second-copies', { name: 'second-copies', kinds: ['fiscal-note', 'statement', 'debt-clearance'] }],
  ['second-copies-one', { name: 'second-copies', kinds: ['statement'] }],
  ['reading-copies', { name: 'reading-copies', kind: 'fiscal-note' }],
  ['copies-two', { name: 'copies', paper: 'fiscal-note', copies: [note, { id: 'x', date: '2026-10-03' }] }],
  ['copies-many', { name: 'copies', paper: 'fiscal-note', copies: twentyNotes, unreadable: ['Vale Fibra'] }],
  [
    'copies-years',
    {
      name: 'copies',
      paper: 'debt-clearance',
      copies: [2025, 2024, 2023].map((year) => ({ id: String(year), year, amountCents: 155_880 })),
    },
  ],
  ['copies-none', { name: 'copies', paper: 'debt-clearance', copies: [] }],
  ['copy', fiscalNote],
  [
    'copy-no-paper',
    {
      ...fiscalNote,
      slip: { offered: false, reason: 'printer' },
      copy: { ...note, companyName: 'Vale Fibra' },
    },
  ],
  [
    'copy-year',
    { ...fiscalNote, paper: 'debt-clearance', copy: { id: '2025', year: 2025 }, hasAddress: false },
  ],
  ['opening-copy', { name: 'opening-copy' }],
  ['statement', statement],
  ['statement-many', { ...statement, months: 12, lines: manyLines, unreadable: ['Vale Fibra'] }],
  [
    'statement-too-long',
    { ...statement, months: 0, lines: manyLines, slip: { offered: false, reason: 'too-long' } },
  ],
  ['statement-none', { ...statement, lines: [], slip: { offered: false, reason: 'nothing-to-print' } }],
  ['printing-paper', { name: 'printing-paper' }],
  ['paper-printed', { name: 'paper-printed' }],
  ['paper-trouble-no-paper', { name: 'paper-trouble', trouble: 'no-paper', canRetry: false, waits: true }],
  ['paper-trouble-uncertain', { name: 'paper-trouble', trouble: 'uncertain', canRetry: true, waits: false }],
];
