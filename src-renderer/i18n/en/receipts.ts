import type { Translation } from '../translation.ts';

export const receipts: Translation['receipts'] = {
  title: 'Receipts',
  lead: 'Touch the one you want to print again.',
  enough: 'To print more, please talk to our staff.',
  paidOn: 'Paid on {{date}}',
  paper: {
    uncertain: 'May not have come out',
    none: 'Not printed yet',
  },
};

export const printingReceipt: Translation['printingReceipt'] = {
  title: 'Printing your receipt…',
  lead: 'The paper comes out in a few seconds.',
};

export const receiptPrinted: Translation['receiptPrinted'] = {
  title: 'Take your receipt',
  lead: 'A second copy says “reimpressão” (reprint).',
};

export const receiptTrouble: Translation['receiptTrouble'] = {
  title: {
    'no-paper': 'The paper has run out',
    'cover-open': 'The printer’s cover is open',
    offline: 'The printer is not answering',
    error: 'The printer is jammed',
    uncertain: 'Did the receipt come out whole?',
  },
  lead: {
    'no-paper': 'Please ask the staff to add paper. Your payment is safe.',
    'cover-open': 'Please ask the staff to close the cover. Your payment is safe.',
    offline: 'Please tell the staff. Your payment is safe.',
    error: 'Please tell the staff. Your payment is safe.',
    uncertain: 'The printer did not confirm. If the paper came out cut or faint, print another.',
  },
  uncertainEnough: 'The printer did not confirm. If the paper came out cut or faint, talk to our staff.',
  waits: 'As soon as the printer is back, the receipt comes out by itself.',
  again: 'Print another',
};
