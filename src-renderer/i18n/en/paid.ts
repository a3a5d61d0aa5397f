import type { Translation } from '../translation.ts';

export const paid: Translation['paid'] = {
  title: 'Paid!',
  lead: 'We have received your PIX.',
  writeOff: {
    done: 'Your bill is settled.',
    processing: 'Your bill is being settled, which can take a few minutes. Don’t pay again.',
    'by-hand': 'Someone from the company will finish settling it. Don’t pay again.',
  },
  several: {
    done: 'Your {{count}} bills are settled.',
    processing: 'Your bills are being settled, which can take a few minutes. Don’t pay again.',
    'by-hand': 'Someone from the company will finish the rest. Don’t pay again.',
  },
  standing: { processing: 'On its way', 'by-hand': 'With the company' },
  more_one: 'and {{count}} more bill',
  more_other: 'and {{count}} more bills',
  rest_one: '{{count}} bill is already settled.',
  rest_other: '{{count}} bills are already settled.',
  protocol: 'Reference {{protocol}}',
  service: {
    back: 'Your service is back on.',
    returning_one: 'Your service will be back within {{count}} hour.',
    returning_other: 'Your service will be back within {{count}} hours.',
  },
  receipt: {
    printing: 'Printing your receipt…',
    printed: 'Take your receipt from the paper slot.',
    waiting: {
      'no-paper': 'The printer has run out of paper.',
      'cover-open': 'The printer’s cover is open.',
      offline: 'The printer is not answering.',
      error: 'The printer is jammed.',
    },
    waitingCalm: 'Your payment is safe. The receipt comes out when the printer is back.',
    uncertain: 'We don’t know if the receipt came out whole. Your payment is safe.',
    none: 'Your receipt is in your bank’s app.',
  },
};
