import type { Translation } from '../translation.ts';

export const preparingPix: Translation['preparingPix'] = {
  title: 'Preparing your PIX…',
  lead: 'Have your phone ready, with your bank’s app.',
};

export const pix: Translation['pix'] = {
  title: 'Pay by PIX',
  checkPayee: 'Check this name in your bank’s app:',
  remaining: 'Time left to pay',
  qr: 'PIX QR code. Point the camera of your bank’s app at it.',
  step1: 'Open your bank’s app',
  step2: 'Choose to pay by PIX and point at the code',
  step3: 'Check the name and confirm',
  waiting: 'Waiting for your payment…',
  connectionTrouble: 'The connection is unstable. If you have paid, don’t pay again: we will confirm it.',
  confirmedByErp: 'It can take a few minutes to confirm. Don’t pay again.',
};

export const cancellingPix: Translation['cancellingPix'] = {
  title: 'Cancelling the PIX…',
  lead: 'Just a moment. Don’t pay this code any more.',
};

export const pixExpired: Translation['pixExpired'] = {
  title: 'The time for this PIX is over',
  lead: 'Don’t pay the old code. If you like, get a new one now.',
  alreadyPaid: 'If you have already paid, don’t pay again: it can take a few minutes to show.',
  again: 'Get a new PIX',
  amount: 'Amount to pay',
};
