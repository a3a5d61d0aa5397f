import type { Translation } from '../translation.ts';

export const common: Translation['common'] = {
  back: 'Back',
  leave: 'Exit',
  continue: 'Continue',
  support: 'Need help? Call {{phone}}',
  step: '{{current}} of {{total}}',
  logoOf: '{{company}} logo',
};

export const steps: Translation['steps'] = {
  identify: 'Your details',
  invoices: 'Bills',
  pay: 'Payment',
  finish: 'Done',
};

export const duration: Translation['duration'] = {
  minutes: '{{minutes}} min {{seconds}} s',
  seconds: '{{seconds}} s',
};

export const pages: Translation['pages'] = {
  position: '{{current}} of {{total}}',
  previous: 'Previous',
  next: 'Next',
  label: 'Pages of the list',
};
