import type { Translation } from '../translation.ts';

export const document: Translation['document'] = {
  title: 'Type your CPF or CNPJ',
  hint: 'A CPF has 11 numbers, a CNPJ has 14.',
  hintComplete: 'Check it and touch Continue.',
  hintLetters: 'A new CNPJ may have letters: use the letter keys.',
  label: { unknown: 'CPF or CNPJ', cpf: 'CPF', cnpj: 'CNPJ' },
  empty: 'Nothing typed yet',
  showLetters: 'CNPJ with letters',
  hideLetters: 'Numbers only',
  searching: 'Looking for your bills…',
  error: {
    incomplete: 'Some numbers are missing. Please complete it.',
    'wrong-check-digit': 'One of the numbers is not right. Check what you typed and try again.',
    'repeated-digits': 'That is the same number repeated. Type your own CPF or CNPJ.',
    'letter-in-check-digits': 'The last two of a CNPJ are always numbers. Check the end.',
    'not-found': {
      unknown: 'We did not find this CPF or CNPJ. Check the numbers or talk to us.',
      cpf: 'We did not find this CPF. Check the numbers or try the account holder’s CPF.',
      cnpj: 'We did not find this CNPJ. Check the numbers or try the account holder’s CPF.',
    },
    blocked_one: 'Too many tries. For your safety, wait {{count}} minute and try again.',
    blocked_other: 'Too many tries. For your safety, wait {{count}} minutes and try again.',
    blockedForAWhile: 'Too many tries. For your safety, wait a little and try again.',
  },
};

export const keypad: Translation['keypad'] = {
  label: 'Number keys',
  letters: 'Letters',
  erase: 'Delete',
  clear: 'Clear',
};

export const secondFactor: Translation['secondFactor'] = {
  'birth-date': {
    title: 'What is your date of birth?',
    lead: 'This protects your data: only you see your bills.',
    label: 'Date of birth',
  },
  'phone-last-digits': {
    title_one: 'What is the last number of your phone?',
    title_other: 'What are the last {{count}} numbers of your phone?',
    lead: 'The phone you gave us. This protects your data.',
    label: 'Last numbers of your phone',
  },
  day: 'day',
  month: 'month',
  year: 'year',
  checking: 'Checking…',
  typed_one: '{{count}} number typed',
  typed_other: '{{count}} numbers typed',
  triesLeft_one: 'You can try {{count}} more time.',
  triesLeft_other: 'You can try {{count}} more times.',
  error: {
    incomplete: 'Some numbers are missing. Complete them and continue.',
    'impossible-date': 'That date does not exist. Check day, month and year.',
    wrong: 'That is not what we have on file.',
  },
};

export const contracts: Translation['contracts'] = {
  title: 'Hello, {{name}}',
  lead: 'You have more than one contract. Touch the one you want to see.',
};
