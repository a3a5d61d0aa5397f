export const message = {
  receive: {
    'typeable-line': 'Get it on WhatsApp',
    pix: 'Get the code on WhatsApp',
    receipt: 'Get it on WhatsApp',
  },
  receiveHint: {
    'typeable-line': 'The number line, for your bank app',
    pix: 'The PIX code, to pay later',
  },
  pixRuns: 'Time left to pay the PIX',
  phones: {
    title: 'To which number?',
    lead: 'These are the numbers we have on file for you.',
    searching: 'Looking for the numbers on file…',
    other: 'Another number',
    otherHint: 'Type area code and mobile',
  },
  number: {
    title: 'Type your WhatsApp number',
    label: 'Area code and mobile',
    empty: 'Nothing typed',
    hint: 'Start with the area code, without the zero. For example: (11) 98765-4321.',
    error: {
      incomplete: 'Some digits are missing. Type the area code and the mobile, 11 digits in all.',
      'unknown-area': 'This area code does not exist. Check the first two digits.',
      landline: 'This looks like a landline. Type a mobile that has WhatsApp.',
      impossible: 'This is not a mobile number. After the area code it starts with 9.',
    },
  },
  consent: {
    title: 'Send it to {{phone}}?',
    what: {
      'typeable-line':
        'We will send the number line of this boleto by WhatsApp, with its description, amount and due date.',
      pix: 'We will send the PIX copy-and-paste code by WhatsApp, with its description and amount. It is valid only until its time runs out.',
      receipt: 'We will send the receipt of this payment by WhatsApp, with its description and amount.',
    },
    use: '{{company}} uses this number for this message only. Whoever holds the phone will be able to read it.',
    agree: 'I agree, send it',
    decline: 'No, thank you',
    sending: 'Asking for it to be sent…',
  },
  asked: {
    title: 'Done, we asked for it to be sent',
    lead: 'It should arrive shortly on WhatsApp at {{phone}}.',
    late: 'If it takes long, you need not wait here: it goes out as soon as the internet allows.',
    failedTitle: 'We could not take your request',
    failedLead: 'Nothing was sent. You can try again in a moment.',
  },
} as const;
