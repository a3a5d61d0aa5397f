import type { Translation } from '../translation.ts';

export const myData: Translation['myData'] = {
  opening: { title: 'Just a moment', lead: 'We are looking for your contacts.' },
  title: 'Your contacts',
  lead: 'For your safety we show only a part. Touch one to change it.',
  field: { phone: 'Phone', whatsapp: 'WhatsApp', email: 'E-mail' },
  none: 'We have none',
  tellWhatsapp: 'Add or change',
  counts: 'This counts for {{companies}}.',
  unreadable: 'The data at {{companies}} cannot be read now.',
  entry: {
    phone: {
      title: 'What is the new phone number?',
      label: 'Phone',
      hint: 'With the area code (DDD) first. Landline or mobile.',
    },
    whatsapp: {
      title: 'What is your WhatsApp number?',
      label: 'WhatsApp',
      hint: 'A mobile, with the area code (DDD) first.',
    },
    email: { title: 'What is the new e-mail?', label: 'E-mail', hint: 'For example: maria@gmail.com' },
  },
  error: {
    phone: {
      missing: 'Type the phone number to go on.',
      wrong: 'Check the area code and the digits. Mobiles have 9 digits, landlines 8.',
      same: 'We already have this phone number.',
      'not-mobile': 'Type a mobile number, which begins with 9.',
    },
    whatsapp: {
      missing: 'Type the number to go on.',
      wrong: 'Check the area code and the digits. Mobiles have 9 digits, landlines 8.',
      same: 'We already have this WhatsApp number.',
      'not-mobile': 'This is a landline. Type a mobile number, which begins with 9.',
    },
    email: {
      missing: 'Write the e-mail to go on.',
      wrong: 'Something is missing in this e-mail. Check the @ and the end.',
      same: 'We already have this e-mail.',
      'not-mobile': 'Write an e-mail.',
    },
  },
  confirm: {
    title: 'Is this right?',
    lead: { phone: 'Check every digit.', whatsapp: 'Check every digit.', email: 'Check every letter.' },
    counts: 'It will change at {{companies}}.',
    save: 'Yes, save it',
    saving: 'Saving…',
  },
  saved: {
    done: { title: 'Done, it is saved', lead: 'The new contact counts from now on.' },
    unclear: {
      title: 'The change is being checked',
      lead: 'You need not do it again. If you want to ask, tell us the number.',
    },
    refused: {
      title: 'It could not be changed',
      lead: 'The system did not take it. Please talk to us and tell us the number.',
    },
    'not-sent': {
      title: 'It could not be changed now',
      lead: 'Nothing changed. Please try again in a while.',
    },
    mixed: { title: 'Only a part was changed', lead: 'See what happened at each company.' },
    standing: {
      done: 'saved',
      unclear: 'being checked',
      refused: 'did not take it',
      'not-sent': 'not now',
    },
    number: 'Number {{protocol}}',
    others: 'See my contacts',
  },
  forbidden: {
    title: 'This cannot be changed here',
    lead: 'Nothing changed. Please talk to us if you need it.',
    reason: 'The company answered: {{reason}}',
  },
};
