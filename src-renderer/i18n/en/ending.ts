import type { Translation } from '../translation.ts';

export const thanks: Translation['thanks'] = {
  title: 'Thank you!',
  paid: 'We have received your payment. See you soon!',
  visited: 'See you soon!',
  closes: 'This screen closes in',
  done: 'Back to the start',
};

export const idle: Translation['idle'] = {
  title: 'Are you still there?',
  lead: 'To protect your data, we will finish in',
  moreTime: 'I need more time',
};
