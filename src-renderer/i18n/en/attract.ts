import type { Translation } from '../translation.ts';

export const attract: Translation['attract'] = {
  title: 'Pay your bill here',
  lead: 'It’s quick: about one minute.',
  start: 'Touch to begin',
  see: 'See your open bills',
  pix: 'Pay now by PIX',
  slip: 'Print your boleto here',
  notice: {
    'printer-unavailable': 'No printer today: you can pay by PIX.',
    'pix-unavailable': 'No PIX today: you can print your boleto.',
    'erp-unavailable': 'We can’t see the bills right now. Please try again soon.',
    'printer-and-pix': 'No printer and no PIX today: you can only look.',
  },
  closed: {
    today: 'We are closed now. We open today at {{time}}.',
    later: 'We are closed now. We open {{day}} at {{time}}.',
    day: {
      mon: 'on Monday',
      tue: 'on Tuesday',
      wed: 'on Wednesday',
      thu: 'on Thursday',
      fri: 'on Friday',
      sat: 'on Saturday',
      sun: 'on Sunday',
    },
  },
};
