import type { Translation } from '../translation.ts';

export const problem: Translation['problem'] = {
  again: {
    other: 'Try again',
    'invoice-changed': 'Check the bill',
    'invoice-already-settled': 'See my bills',
  },
  code: 'Code: {{code}}',
  protocol: 'Reference {{protocol}}',
  protocolPaper: {
    printing: 'Please wait: a paper with this number is coming out, to take to our staff.',
    printed: 'Take the paper with this number to our staff.',
    missing: 'Write this number down or take a photo, and show it to our staff.',
  },
  'erp-unreachable': {
    title: 'We can’t see your bills right now',
    lead: 'The system did not answer. Wait a little and try again.',
  },
  'erp-answer-unusable': {
    title: 'We can’t read your bills',
    lead: 'The system answered in a way we did not understand. Please talk to our staff.',
  },
  'pix-unreachable': {
    title: 'PIX did not answer',
    lead: 'Nothing was charged. Try again in a while or pay with the boleto.',
  },
  'pix-refused': {
    title: 'We could not create the PIX',
    lead: 'The bank did not accept this charge. Nothing was charged. You can still pay with the boleto.',
  },
  'pix-account-missing': {
    title: 'We could not create the PIX',
    lead: 'This kiosk is not set up for this bill. Nothing was charged. You can still pay with the boleto.',
  },
  'pix-outside-limits': {
    title: 'This amount can’t be paid by PIX here',
    lead: 'PIX here does not take this amount, or not at this time. Nothing was charged. You can still pay with the boleto.',
  },
  'invoice-changed': {
    title: 'Your bill has changed',
    lead: 'The amount or the due date was changed just now. Check it before you pay.',
  },
  'invoice-already-settled': {
    title: 'This bill is already paid',
    lead: 'There is no need to pay again.',
  },
  'invoices-already-settled': {
    title: 'These bills are already paid',
    lead: 'There is no need to pay again.',
  },
  'pix-not-together': {
    title: 'These bills can’t be paid together',
    lead: 'Nothing was charged. Go back and pay them one at a time.',
  },
  'identity-unverifiable': {
    title: 'We could not confirm who you are',
    lead: 'Something is missing in your registration to protect your bills. Please ask our staff to update it.',
  },
  'pix-cancel-unconfirmed': {
    title: 'Don’t pay the code that was on the screen any more',
    lead: 'The bank has not confirmed the cancellation yet. If you have paid, don’t pay again: we will check.',
  },
  'payment-mismatch': {
    title: 'We received a different amount',
    lead: 'Your money is on record, but it is not the amount charged. Don’t pay again and talk to our staff.',
  },
  'boleto-unavailable': {
    title: 'We could not open the boleto',
    lead: 'Try again in a while, or go back and choose another way to pay.',
  },
  'document-unavailable': {
    title: 'We could not open the document',
    lead: 'Try again in a while. If it does not open, please talk to the staff.',
  },
  'storage-unavailable': {
    title: 'We can’t take payments right now',
    lead: 'This kiosk has an internal problem. Nothing was charged. Please talk to our staff.',
  },
  'printer-unavailable': {
    title: 'We can’t print right now',
    lead: 'The printer is not working. If you can, pay another way.',
  },
  unexpected: {
    title: 'Something did not go as expected',
    lead: 'The fault is ours, not yours. Start again in a while or talk to our staff.',
  },
};
