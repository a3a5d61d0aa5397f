export const services = {
  title: 'My services',
  lead: 'Touch one to see more.',
  loadingTitle: 'Looking for your services…',
  loadingLead: 'Just a moment.',
  emptyTitle: 'We found no services in your name',
  emptyLead: 'A new one can take some days to show up here.',
  blocked: 'Blocked',
} as const;

export const service = {
  company: 'Company',
  address: 'Address',
  plan: 'Plan',
  situation: 'Status',
  blocked: 'This service is blocked',
  owedOverdue_one: 'One overdue invoice is still to be paid.',
  owedOverdue_other: '{{count}} overdue invoices are still to be paid.',
  owedOpen_one: 'There is one open invoice.',
  owedOpen_other: 'There are {{count}} open invoices.',
  nothingOwed: 'We found no open invoice. Ask our staff for the reason.',
  owedUnknown: 'We cannot see what is owed right now. Try again later.',
  pay: 'Pay now',
  payHint: 'Choose how to pay',
  unlock: 'Unlock on trust',
  unlockHint: 'Use it now and pay within some days',
  without: 'No unlock on trust',
  why: {
    recently: 'This service was unlocked like this not long ago. Pay to have it back.',
    'too-much-owed': 'There are too many overdue invoices. Pay to have the service back.',
    held: 'Please speak with our staff: something must be settled first.',
    unclear: 'Your request is being checked. No need to ask again. Number {{protocol}}',
  },
} as const;

export const unlockTerms = {
  title: 'Unlock on trust',
  lead: 'Read this and tell us if you accept.',
  service: 'Service',
  agree: 'I accept, unlock it',
  decline: 'Not now',
} as const;

export const unlocking = {
  title: 'Unlocking your service…',
  lead: 'It takes up to a minute. Please stay here.',
} as const;

export const unlockResult = {
  done: {
    title: 'Service unlocked',
    lead: 'If it does not work yet, unplug your device for a minute.',
  },
  refused: {
    title: 'It could not be unlocked',
    lead: 'Pay what is open, or speak with our staff.',
  },
  unclear: {
    title: 'Your request is being checked',
    lead: 'The system has not confirmed it yet. No need to ask again: our staff will check.',
  },
  'not-sent': {
    title: 'We could not ask for it now',
    lead: 'Nothing was sent. Try again in a while.',
  },
  said: 'The system says: {{words}}',
} as const;
