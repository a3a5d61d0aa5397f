import type { StateFrom } from 'xstate';
import type { Notice, QrPicture, Screen } from '../contract/screen.ts';
import { isConfirmedByErp } from '../domain/charge.ts';
import { totalDue } from '../domain/invoice.ts';
import { protocolOf } from '../domain/protocol.ts';
import {
  contentsOf,
  invoiceScreen,
  invoicesScreen,
  maskedName,
  receiptsScreen,
  receiptTroubleScreen,
  severalScreen,
} from './account-screens.ts';
import { viewDocumentEntry } from './document-entry.ts';
import { lacksPaperToPay, paperTrouble } from './invoice-actions.ts';
import {
  joinDoneScreen,
  joinHeldScreen,
  joinKnownScreen,
  joinStepScreen,
  progressDocumentScreen,
} from './joining/join-visit-screens.ts';
import { hasMenu } from './menu/menu-entries.ts';
import { menuScreen } from './menu/menu-screen.ts';
import { matterAt } from './messages/message-matter.ts';
import {
  messageAskedScreen,
  messageConsentScreen,
  messageNumberScreen,
  messagePhonesScreen,
} from './messages/message-screens.ts';
import {
  contactConfirmScreen,
  contactEntryScreen,
  contactSavedScreen,
  myDataScreen,
} from './my-data/my-data-screens.ts';
import { openingNow } from './opening-now.ts';
import { orderOf } from './order.ts';
import { paidScreen } from './paid-screen.ts';
import { printTrouble } from './print-trouble.ts';
import {
  copiesScreen,
  copyScreen,
  paperTroubleScreen,
  readingCopiesScreen,
  secondCopiesScreen,
} from './second-copies/copy-screens.ts';
import { type FactorEntry, factorLength, formatFactor } from './second-factor.ts';
import {
  serviceScreen,
  servicesScreen,
  unlockResultScreen,
  unlockTermsScreen,
} from './services/service-screens.ts';
import { ticketOpeningScreen, ticketResultScreen, ticketScreen } from './tickets/ticket-screens.ts';
import type { VisitContext } from './visit-context.ts';
import type { visitMachine } from './visit-machine.ts';
import type { VisitParts } from './visit-parts.ts';

export type VisitSnapshot = StateFrom<typeof visitMachine>;

/** Draws a text as a QR symbol. */
export type DrawQr = (text: string) => QrPicture;

type StateName = VisitSnapshot['value'];

/** What each state of the visit looks like. Waiting states show the screen that they came from, busy. */
export function screenOf(snapshot: VisitSnapshot, drawQr: DrawQr): Screen {
  const { context } = snapshot;
  const state: StateName = snapshot.value;
  switch (state) {
    case 'attract':
    case 'beginning':
    case 'completed':
    case 'left':
    case 'timedOut':
      return attractScreen(context);
    case 'document':
      return documentScreen(context, false);
    case 'identifying':
      return documentScreen(context, true);
    case 'secondFactor':
    case 'countingWrongFactor':
      return factorScreen(context, false);
    case 'openingAccount':
      return context.factor ? factorScreen(context, true) : documentScreen(context, true);
    case 'contracts':
      return {
        name: 'contracts',
        customerName: maskedName(context),
        contracts: context.contracts.map(({ key, label }) => ({ id: key, label })),
        canGoBack: hasMenu(context),
      };
    case 'help':
      return ticketOpeningScreen();
    case 'ticketQuestion':
      return ticketScreen(context, false);
    case 'sendingTicket':
      return ticketScreen(context, true);
    case 'ticketResult':
      return ticketResultScreen(context);
    case 'myData':
      return { name: 'my-data-opening' };
    case 'myContacts':
      return myDataScreen(context);
    case 'contactEntry':
      return contactEntryScreen(context);
    case 'contactConfirm':
      return contactConfirmScreen(context, false);
    case 'savingContact':
      return contactConfirmScreen(context, true);
    case 'contactSaved':
      return contactSavedScreen(context);
    case 'preparingJoin':
    case 'checkingNewcomer':
      return { name: 'join-loading' };
    case 'joining':
      return joinStepScreen(context);
    case 'sendingJoin':
      return { name: 'join-sending' };
    case 'joinDone':
      return joinDoneScreen(context);
    case 'joinHeld':
      return joinHeldScreen();
    case 'joinKnown':
      return joinKnownScreen();
    case 'progressDocument':
      return progressDocumentScreen(context, false);
    case 'readingProgress':
      return progressDocumentScreen(context, true);
    case 'joinProgress':
      return { name: 'join-progress', requests: context.join.progress };
    case 'menu':
      return menuScreen(context, false);
    case 'returningToMenu':
      return menuScreen(context, true);
    case 'readingServices':
      return servicesScreen(context, true);
    case 'services':
      return servicesScreen(context, false);
    case 'service':
      return serviceScreen(context);
    case 'unlockTerms':
      return unlockTermsScreen(context);
    case 'unlocking':
      return { name: 'unlocking' };
    case 'unlockResult':
      return unlockResultScreen(context);
    case 'loadingInvoices':
      return invoicesScreen(context, true);
    case 'invoices':
      return invoicesScreen(context, false);
    case 'several':
      return severalScreen(context);
    case 'invoice':
      return invoiceScreen(context);
    case 'charging':
      return { name: 'preparing-pix', amountCents: totalDue(orderOf(context)) };
    case 'pix':
      return pixScreen(context, drawQr);
    case 'cancelling':
      return { name: 'cancelling-pix' };
    case 'pixExpired':
      return { name: 'pix-expired', amountCents: context.charge?.amountCents ?? 0 };
    case 'paid':
      return paidScreen(context);
    case 'requestingSlip':
    case 'printingSlip':
      return { name: 'printing-slip' };
    case 'slipTrouble':
      return slipTroubleScreen(context);
    case 'slipPrinted':
      return { name: 'slip-printed', contents: contentsOf(context.invoice) };
    case 'openingBoleto':
      return { name: 'opening-boleto' };
    case 'boleto':
      return boletoScreen(context);
    case 'requestingPages':
    case 'printingPages':
      return {
        name: 'printing-slip',
        onA4: context.printProgress?.state === 'printing' ? 'printing' : 'sent',
      };
    case 'pagesTrouble':
      return pagesTroubleScreen(context);
    case 'pagesPrinted':
      return { name: 'slip-printed', contents: 'boleto', onA4: true };
    case 'secondCopies':
      return secondCopiesScreen(context);
    case 'readingCopies':
      return readingCopiesScreen(context);
    case 'copies':
      return copiesScreen(context);
    case 'copy':
      return copyScreen(context);
    case 'openingCopy':
      return { name: 'opening-copy' };
    case 'requestingPaper':
    case 'printingPaper':
      return { name: 'printing-paper' };
    case 'paperTrouble':
      return paperTroubleScreen(context);
    case 'paperPrinted':
      return { name: 'paper-printed' };
    case 'receipts':
      return receiptsScreen(context);
    case 'requestingCopy':
    case 'printingCopy':
      return { name: 'printing-receipt' };
    case 'copyTrouble':
      return receiptTroubleScreen(context);
    case 'copyPrinted':
      return { name: 'receipt-printed' };
    case 'findingPhones':
      return messagePhonesScreen(context, true);
    case 'messagePhones':
      return messagePhonesScreen(context, false);
    case 'messageNumber':
      return messageNumberScreen(context);
    case 'messageConsent':
      return messageConsentScreen(context, false);
    case 'askingMessage':
      return messageConsentScreen(context, true);
    case 'messageAsked':
      return messageAskedScreen(context);
    case 'leaving':
    case 'thanks':
      return thanksScreen(context);
    case 'mismatch':
    case 'problem':
      return problemScreen(context);
  }
}

function attractScreen({ parts }: VisitContext): Screen {
  const { offer, timeZone } = parts.rules;
  const opening = openingNow(parts);
  const hidden = (['pix', 'slip'] as const).filter((way) => !offer[way]);
  return {
    name: 'attract',
    notices: [...(opening.open ? [] : (['closed'] as const)), ...noticesOf(parts)],
    timeZone,
    ...(!opening.open && { opensAt: opening.opensAt }),
    ...(!opening.open && opening.opensOn && { opensOn: opening.opensOn }),
    ...(hidden.length > 0 && { hidden }),
    ...(opening.open && parts.joining?.takesNew() === true && { offersJoin: true }),
  };
}

function noticesOf(parts: VisitParts): readonly Notice[] {
  const { directory, paper, payments, rules } = parts;
  const withoutPix = lacksPaperToPay(parts) && rules.offer.pix;
  const pixDown = rules.offer.pix && payments.isUnavailable();
  const inTrouble = paperTrouble(paper.status()) !== undefined;
  const withoutSlip = rules.offer.slip && inTrouble;
  return [
    ...(directory.isDown() ? (['erp-unavailable'] as const) : []),
    ...(withoutSlip || withoutPix ? (['printer-unavailable'] as const) : []),
    // Without paper PIX is what is left; whoever cannot pay so either must not be sent there.
    ...(withoutPix || pixDown || (withoutSlip && !rules.offer.pix) ? (['pix-unavailable'] as const) : []),
  ];
}

function documentScreen({ entry, parts }: VisitContext, busy: boolean): Screen {
  return {
    name: 'document',
    ...viewDocumentEntry(entry),
    busy,
    ...(entry.error !== undefined && { error: entry.error }),
    ...(entry.retryInMinutes !== undefined && { retryInMinutes: entry.retryInMinutes }),
    ...(!busy && entry.error === 'not-found' && parts.joining?.takesNew() === true && { offersJoin: true }),
  };
}

function factorScreen({ factor, tries, document }: VisitContext, busy: boolean): Screen {
  const entry: FactorEntry = factor ?? { question: 'birth-date', text: '' };
  return {
    name: 'second-factor',
    question: entry.question,
    entry: formatFactor(entry),
    length: factorLength(entry.question),
    canSubmit: entry.text.length > 0,
    busy,
    triesLeft: tries.triesLeft(document),
    ...(entry.error !== undefined && { error: entry.error }),
  };
}

function pixScreen(context: VisitContext, drawQr: DrawQr): Screen {
  const { charge, chargeEndsAt, connectionTrouble, parts } = context;
  if (!charge?.brCode) return { name: 'preparing-pix', amountCents: totalDue(orderOf(context)) };
  return {
    name: 'pix',
    amountCents: charge.amountCents,
    qr: drawQr(charge.brCode),
    ...(charge.payeeName !== undefined && { payeeName: charge.payeeName }),
    countdown: {
      totalMs: charge.expirySeconds * 1000,
      remainingMs: Math.max(0, chargeEndsAt - parts.clock.monotonic()),
    },
    connectionTrouble,
    confirmedByErp: isConfirmedByErp(charge.source),
    ...(matterAt('pix', context) && { message: 'pix' }),
  };
}

function slipTroubleScreen({ printProgress }: VisitContext): Screen {
  const { trouble, canRetry } = printTrouble(printProgress);
  return { name: 'slip-trouble', trouble, canRetry };
}

function boletoScreen(context: VisitContext): Screen {
  const { boleto, parts, secondCopies } = context;
  if (!boleto) return invoiceScreen(context);
  const { pages, pageCount } = boleto;
  return {
    name: 'boleto',
    paper: secondCopies?.chosen?.paper ?? 'boleto',
    pages,
    pageCount,
    canPrint: parts.boletos.canPrint(),
  };
}

/** A printer that could not even be told of the job most likely does not answer. */
function pagesTroubleScreen(context: VisitContext): Screen {
  const screen = slipTroubleScreen(context);
  return context.printProgress?.state === 'failed'
    ? { name: 'slip-trouble', trouble: 'offline', canRetry: true }
    : screen;
}

function thanksScreen({ charge, thanksEndAt, parts }: VisitContext): Screen {
  return {
    name: 'thanks',
    paid: charge?.state === 'PAID',
    countdown: {
      totalMs: parts.rules.thanksMs,
      remainingMs: Math.max(0, thanksEndAt - parts.clock.monotonic()),
    },
  };
}

function problemScreen({ problem, retryStep, mayGoBack, charge, receipt }: VisitContext): Screen {
  return {
    name: 'problem',
    problem: problem?.kind ?? 'unexpected',
    code: problem?.code ?? 'VISIT-UNEXPECTED',
    canRetry: retryStep !== undefined,
    canGoBack: mayGoBack,
    ...(problem?.kind === 'payment-mismatch' &&
      charge && { protocol: { number: protocolOf(charge.txid), paper: receipt } }),
  };
}
