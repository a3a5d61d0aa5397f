export const secondCopies = {
  title: 'Tax invoices, statement and certificates',
  lead: 'Touch what you need.',
  kind: {
    'fiscal-note': 'Tax invoices',
    statement: 'Account statement',
    'debt-clearance': 'Clearance certificate',
  },
  hint: {
    'fiscal-note': 'See it here or take a paper with its code',
    statement: 'What you paid and what is open',
    'debt-clearance': 'It certifies that the year is paid',
  },
} as const;

export const copies = {
  lead: 'Touch the one you want.',
  numbered: 'Invoice {{number}}',
  ofYear: 'Year {{year}}',
  withoutNumber: 'Invoice without a number',
  reading: {
    'fiscal-note': 'Getting your tax invoices…',
    statement: 'Getting your statement…',
    'debt-clearance': 'Getting your certificates…',
  },
  readingLead: 'Just a moment.',
  none: {
    'fiscal-note': 'There are no tax invoices',
    'debt-clearance': 'There are no certificates yet',
  },
  noneLead: 'If you expected to find one, please talk to the staff.',
  unreadable: 'We could not ask: {{companies}}. This list is not complete.',
} as const;

export const copy = {
  title: {
    'fiscal-note': 'What shall we do with this invoice?',
    'debt-clearance': 'What shall we do with this certificate?',
  },
  postedOn: 'Issued on',
  company: 'Company',
  protocol: 'Protocol',
  amount: 'Amount',
  show: 'See it here',
  print: 'Print a summary',
  printHint: 'With a code that opens the document on your phone',
  printPlainHint: 'A paper with what the document says',
  noPaper: 'The printer cannot print right now.',
  noPrinter: 'This kiosk does not print.',
  page: 'Page {{current}} of {{total}} of the document',
  openingTitle: 'Opening the document…',
  openingLead: 'Just a moment.',
} as const;

export const statement = {
  period: 'Period of the statement',
  months_one: '{{count}} month',
  months_other: '{{count}} months',
  all: 'All',
  totals: 'Paid: {{paid}} · Open: {{open}}',
  none: 'Nothing in this period.',
  due: 'Due on {{date}}',
  paidOn: 'Paid on {{date}}',
  paid: 'Paid',
  open: 'Open',
  print: 'Print statement',
  tooLong: 'It is too long to print. Choose fewer months.',
} as const;

export const printingPaper = {
  title: 'Printing…',
  lead: 'The paper comes out in a few seconds.',
} as const;

export const paperPrinted = {
  title: 'Take your paper',
  lead: 'Do not leave it here: it is about you.',
} as const;

export const otherPaperTrouble = {
  title: {
    'no-paper': 'The paper has run out',
    'cover-open': 'The printer cover is open',
    offline: 'The printer is not answering',
    error: 'The printer is stuck',
    uncertain: 'Did the paper come out whole?',
  },
  lead: {
    'no-paper': 'Please ask the staff to put in paper.',
    'cover-open': 'Please ask the staff to close the cover.',
    offline: 'Please tell the staff.',
    error: 'Please tell the staff.',
    uncertain: 'The printer did not confirm. If the paper is cut or faded, print another one.',
  },
  waits: 'As soon as the printer is back, the paper comes out by itself.',
  again: 'Print another one',
} as const;
