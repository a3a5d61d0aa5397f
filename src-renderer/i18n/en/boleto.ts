import type { Translation } from '../translation.ts';

export const openingBoleto: Translation['openingBoleto'] = {
  title: 'Opening your boleto…',
  lead: 'Just a moment.',
};

export const boleto: Translation['boleto'] = {
  title: 'Your boleto',
  lead: 'If you like, scan the code with your bank’s app.',
  drag: 'Drag with your finger to see the rest.',
  page: 'Page {{current}} of {{total}} of the boleto',
  pages: 'Pages of the boleto',
  more: 'Here you see the first {{shown}} of {{total}} pages.',
  larger: 'Larger',
  smaller: 'Smaller',
  print: 'Print on A4',
};

export const printingSlip: Translation['printingSlip'] = {
  titleSent: 'Sent to the printer…',
  leadA4: 'The sheet comes out of the A4 printer.',
  title: 'Printing your boleto…',
  lead: 'The paper comes out in a few seconds.',
};

export const slipPrinted: Translation['slipPrinted'] = {
  title: 'Take your boleto',
  lead: 'Pay it at a bank, at a lottery shop or in your bank’s app.',
  leadA4: 'The sheet is in the A4 printer. Check that it has your name.',
  leadWithPix: 'Pay only one way: by the barcode or by the PIX on the paper.',
  titlePix: 'Take the paper with the PIX',
  leadPix: 'At home, point the camera of your bank’s app at the code.',
};

export const slipTrouble: Translation['slipTrouble'] = {
  title: {
    'no-paper': 'The paper has run out',
    'cover-open': 'The printer’s cover is open',
    offline: 'The printer is not answering',
    error: 'The printer is jammed',
    uncertain: 'Did the boleto come out whole?',
  },
  lead: {
    'no-paper': 'Please ask the staff to add paper. Or go back and choose another way to pay.',
    'cover-open': 'Please ask the staff to close the cover. Or go back and choose another way to pay.',
    offline: 'Please tell the staff. Or go back and choose another way to pay.',
    error: 'Please tell the staff. Or go back and choose another way to pay.',
    uncertain: 'The printer did not confirm. If the paper came out cut or faint, print another.',
  },
  waits: 'As soon as the printer is back, the boleto comes out by itself.',
  again: 'Print another',
};
