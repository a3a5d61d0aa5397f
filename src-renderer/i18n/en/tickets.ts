import type { Translation } from '../translation.ts';

export const ticket: Translation['ticket'] = {
  opening: { title: 'Just a moment', lead: 'We are looking at how we can help.' },
  choice: {
    place: { title: 'What do you need help with?', lead: 'Touch one of them.' },
    type: { title: 'What is going on?', lead: 'Touch what comes closest.' },
    department: { title: 'Who would you like to speak to?', lead: 'Touch one of them.' },
    subject: { title: 'What is it about?', lead: 'Touch one of them, or write your own.' },
    contact: { title: 'How can we reach you?', lead: 'Touch the contact you use most.' },
  },
  option: {
    general: 'Something else',
    generalOf: '{{company}}: something else',
    own: 'Something else: I will write it',
    phone: 'Another phone number',
    email: 'Another e-mail',
    none: 'I do not want to leave a contact',
  },
  text: {
    'own-subject': { title: 'What is it about?', label: 'Subject', hint: 'In a few words.' },
    message: {
      title: 'Tell us what happened',
      label: 'Message',
      hint_one: 'Write it your own way. There is room for {{count}} more letter.',
      hint_other: 'Write it your own way. There is room for {{count}} more letters.',
    },
    email: { title: 'What is your e-mail?', label: 'E-mail', hint: 'For example: maria@gmail.com' },
    phone: { title: 'What is your phone number?', label: 'Phone', hint: 'With the area code (DDD) first.' },
  },
  error: {
    'own-subject': { missing: 'Write what it is about to go on.', wrong: 'Please write it another way.' },
    message: { missing: 'Write what happened to go on.', wrong: 'Please write it another way.' },
    email: {
      missing: 'Write your e-mail to go on.',
      wrong: 'Something is missing in this e-mail. Check the @ and the end.',
    },
    phone: {
      missing: 'Type your phone number to go on.',
      wrong: 'Check the area code and the digits. Mobiles have 9 digits, landlines 8.',
    },
  },
  review: {
    title: 'Shall we send it?',
    lead: 'Please check. To change something, touch Back.',
    place: 'About',
    subject: 'Subject',
    message: 'Message',
    contact: 'Contact',
    noContact: 'No contact',
    send: 'Send',
    sending: 'Sending…',
  },
  result: {
    done: { title: 'We have your request', lead: 'Keep the number. You can follow the request with it.' },
    unclear: {
      title: 'Your request is being checked',
      lead: 'You need not send it again. Keep the number: we will find your request by it.',
    },
    refused: {
      title: 'The request could not be opened',
      lead: 'The system did not take it. Please talk to us and tell us this number.',
    },
    'not-sent': {
      title: 'It could not be sent now',
      lead: 'Nothing was sent. What you wrote is still here: please try again.',
    },
  },
};
