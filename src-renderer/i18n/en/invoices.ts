import type { Translation } from '../translation.ts';

export const invoices: Translation['invoices'] = {
  title: 'Hello, {{name}}',
  lead_one: 'One open bill. Touch it to pay.',
  lead_other: '{{count}} open bills. Touch the one you want to pay.',
  updating: 'Updating the list…',
  loadingTitle: 'Looking for your bills…',
  loadingLead: 'Just a moment.',
  unreadable: 'We can’t see the bills of {{companies}} right now. Please try later.',
  emptyTitle: 'We found no open bills',
  emptyLead: 'If you have just paid, it can take a few minutes to show.',
  several: 'Pay several together',
  severalHint: 'Tick the bills and pay with one PIX',
  receipts: 'Receipts',
  receiptsHint: 'Print again what you paid here',
  due: 'Due on {{date}}',
  overdue: 'Was due {{date}}',
};

export const several: Translation['several'] = {
  title: 'Tick what you want to pay',
  lead: 'Touch the bills. They are paid together, with one PIX.',
  all: 'Tick all',
  none: 'Untick all',
  sum_zero: 'No bill ticked',
  sum_one: '{{count}} bill ticked, {{amount}}',
  sum_other: '{{count}} bills ticked, {{amount}}',
  pay_zero: 'None ticked',
  pay_one: 'Pay {{count}} bill · {{amount}}',
  pay_other: 'Pay {{count}} bills · {{amount}}',
  payHint: 'By PIX, with your phone',
  changed: 'Changed',
  amountsChanged_one: 'The amount of {{count}} bill has changed: please check.',
  amountsChanged_other: 'The amount of {{count}} bills has changed: please check.',
  settled_one: 'Already paid: {{names}}.',
  settled_other: 'Already paid: {{names}}.',
  hindrance: {
    alone: 'This one is paid on its own',
    'another-account': 'Cannot go with those ticked',
  },
  pix: {
    'nothing-ticked': 'Touch the bills you want to pay',
    'not-together': 'These cannot be paid together',
    printer: 'No paper: you cannot pay here',
    unavailable: 'PIX is not answering now',
    'below-minimum': 'Too small for PIX here',
    'above-maximum': 'Above the limit for PIX here',
    'outside-hours': 'No PIX here at this time',
  },
};

export const amounts: Translation['amounts'] = {
  original: 'Original amount',
  originalShort: 'Original',
  interest: 'Interest',
  fine: 'Late fee',
  discount: 'Discount',
  total: 'Total to pay today',
};

export const invoice: Translation['invoice'] = {
  title: {
    ways: 'How will you pay?',
    none: 'You can’t pay here today',
    settled: 'Nothing to pay on this bill',
  },
  payPix: 'Pay by PIX',
  payPixHint: 'Instant, with your phone',
  payPixWithoutReceipt: 'Receipt only in your bank’s app',
  printSlip: { boleto: 'Print the boleto', 'boleto-and-pix': 'Print the boleto', pix: 'Print the PIX' },
  printSlipHint: {
    boleto: 'To pay at a bank or lottery shop',
    'boleto-and-pix': 'To pay at a bank or lottery shop',
    pix: 'To pay at home, with your phone',
  },
  showBoleto: 'See the boleto',
  showBoletoHint: 'All of it, here on the screen',
  showBoletoA4Hint: 'On the screen, and print on A4',
  withoutPix: 'No PIX',
  withoutSlip: 'No printed boleto',
  pix: {
    'not-configured': 'This kiosk does not take PIX.',
    'no-sound-line': 'The PIX of this bill came to us damaged.',
    printer: 'With no paper for receipts you can’t pay here. Please tell the staff.',
    'nothing-to-pay': 'This bill has no amount to pay.',
    unavailable: 'PIX is not answering now. Please try later.',
    'below-minimum': 'The amount of this bill is too small for PIX here.',
    'above-maximum': 'The amount of this bill is above the limit for PIX here.',
    'outside-hours': 'PIX is not taken here at this time.',
  },
  slip: {
    'not-configured': 'This kiosk does not print boletos.',
    'no-sound-line': 'The code of this boleto came to us damaged and the bank would not take it.',
    printer: 'The printer is not working right now.',
    'nothing-to-pay': 'This bill has no amount to pay.',
  },
  neither: 'Please talk to our staff to pay this bill.',
};
