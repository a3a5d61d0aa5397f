import { lazy, type ReactElement, Suspense, useMemo } from 'react';
import type { Screen } from '../src-main/contract/screen.ts';
import { AttractScreen } from './customer/attract-screen.tsx';
import { BoletoScreen } from './customer/boleto-screen.tsx';
import { CancellingPixScreen } from './customer/cancelling-pix-screen.tsx';
import { ConfiguringScreen } from './customer/configuring-screen.tsx';
import { ContractsScreen } from './customer/contracts-screen.tsx';
import { DocumentScreen } from './customer/document-screen.tsx';
import { InvoiceScreen } from './customer/invoice-screen.tsx';
import { InvoicesScreen } from './customer/invoices-screen.tsx';
import { JoinChoiceScreen } from './customer/joining/join-choice-screen.tsx';
import { JoinConsentScreen } from './customer/joining/join-consent-screen.tsx';
import { JoinDoneScreen } from './customer/joining/join-done-screen.tsx';
import { JoinProgressScreen } from './customer/joining/join-progress-screen.tsx';
import { JoinReviewScreen } from './customer/joining/join-review-screen.tsx';
import { JoinTextScreen } from './customer/joining/join-text-screen.tsx';
import { JoinWaitingScreen } from './customer/joining/join-waiting-screen.tsx';
import { MenuScreen } from './customer/menu/menu-screen.tsx';
import { MessageAskedScreen } from './customer/messages/message-asked-screen.tsx';
import { MessageConsentScreen } from './customer/messages/message-consent-screen.tsx';
import { MessageNumberScreen } from './customer/messages/message-number-screen.tsx';
import { MessagePhonesScreen } from './customer/messages/message-phones-screen.tsx';
import { ContactConfirmScreen } from './customer/my-data/contact-confirm-screen.tsx';
import { ContactEntryScreen } from './customer/my-data/contact-entry-screen.tsx';
import { ContactForbiddenScreen } from './customer/my-data/contact-forbidden-screen.tsx';
import { ContactSavedScreen } from './customer/my-data/contact-saved-screen.tsx';
import { MyDataOpeningScreen } from './customer/my-data/my-data-opening-screen.tsx';
import { MyDataScreen } from './customer/my-data/my-data-screen.tsx';
import { OpeningBoletoScreen } from './customer/opening-boleto-screen.tsx';
import { PaidScreen } from './customer/paid-screen.tsx';
import { PixExpiredScreen } from './customer/pix-expired-screen.tsx';
import { PixScreen } from './customer/pix-screen.tsx';
import { PreparingPixScreen } from './customer/preparing-pix-screen.tsx';
import { PrintingReceiptScreen } from './customer/printing-receipt-screen.tsx';
import { PrintingSlipScreen } from './customer/printing-slip-screen.tsx';
import { ProblemScreen } from './customer/problem-screen.tsx';
import { ReceiptPrintedScreen } from './customer/receipt-printed-screen.tsx';
import { ReceiptTroubleScreen } from './customer/receipt-trouble-screen.tsx';
import { ReceiptsScreen } from './customer/receipts-screen.tsx';
import { CopiesScreen } from './customer/second-copies/copies-screen.tsx';
import { CopyScreen } from './customer/second-copies/copy-screen.tsx';
import { OpeningCopyScreen } from './customer/second-copies/opening-copy-screen.tsx';
import {
  PaperPrintedScreen,
  PaperTroubleScreen,
  PrintingPaperScreen,
} from './customer/second-copies/printing-paper-screens.tsx';
import { ReadingCopiesScreen } from './customer/second-copies/reading-copies-screen.tsx';
import { SecondCopiesScreen } from './customer/second-copies/second-copies-screen.tsx';
import { StatementScreen } from './customer/second-copies/statement-screen.tsx';
import { SecondFactorScreen } from './customer/second-factor-screen.tsx';
import { ServiceScreen } from './customer/services/service-screen.tsx';
import { ServicesScreen } from './customer/services/services-screen.tsx';
import { UnlockResultScreen } from './customer/services/unlock-result-screen.tsx';
import { UnlockTermsScreen } from './customer/services/unlock-terms-screen.tsx';
import { UnlockingScreen } from './customer/services/unlocking-screen.tsx';
import { SeveralScreen } from './customer/several-screen.tsx';
import { SlipPrintedScreen } from './customer/slip-printed-screen.tsx';
import { SlipTroubleScreen } from './customer/slip-trouble-screen.tsx';
import { ThanksScreen } from './customer/thanks-screen.tsx';
import { TicketChoiceScreen } from './customer/tickets/ticket-choice-screen.tsx';
import { TicketOpeningScreen } from './customer/tickets/ticket-opening-screen.tsx';
import { TicketResultScreen } from './customer/tickets/ticket-result-screen.tsx';
import { TicketReviewScreen } from './customer/tickets/ticket-review-screen.tsx';
import { TicketTextScreen } from './customer/tickets/ticket-text-screen.tsx';
import { totem } from './totem.ts';
import { HelpNotice } from './ui/help-notice.tsx';
import { IdleWarning } from './ui/idle-warning.tsx';
import { useActivity } from './use-activity.ts';
import { useBrandColors } from './use-brand-colors.ts';
import { useDisplay } from './use-display.ts';
import { useHeartbeat } from './use-heartbeat.ts';
import { useSpokenGuidance } from './use-spoken-guidance.ts';
import { useTechnicianDoor } from './use-technician-door.ts';
import { useView } from './use-view.ts';
import { type Visit, VisitContext } from './visit-context.ts';

/** A chunk of its own: a customer's page never loads it. */
const TechnicianArea = lazy(async () => {
  const { TechnicianArea: area } = await import('./technician/technician-area.tsx');
  return { default: area };
});

/** Draws the view that main last sent; keeps nothing of its own. */
export function App(): ReactElement | null {
  const arrived = useView();
  const visit = useMemo<Visit | undefined>(() => {
    if (arrived === undefined) return undefined;
    const { screenKey } = arrived.view;
    return { ...arrived, send: (intent) => totem.send({ screenKey, intent }) };
  }, [arrived]);
  useHeartbeat();
  useActivity(visit);
  useTechnicianDoor(visit);
  useBrandColors(visit?.view.brand.colors, visit?.view.display?.modes.includes('high-contrast') ?? false);
  useDisplay(visit?.view);
  useSpokenGuidance(visit);
  if (visit === undefined) return null;
  const { screenKey, screen, idleWarning, helpNotice } = visit.view;
  return (
    <VisitContext value={visit}>
      <div key={screenKey} inert={idleWarning !== undefined || helpNotice !== undefined}>
        {drawScreen(screen)}
      </div>
      {helpNotice === undefined || idleWarning !== undefined ? null : <HelpNotice notice={helpNotice} />}
      {idleWarning === undefined ? null : <IdleWarning countdown={idleWarning} />}
    </VisitContext>
  );
}

function drawScreen(screen: Screen): ReactElement {
  switch (screen.name) {
    case 'configuring':
      return <ConfiguringScreen screen={screen} />;
    case 'technician':
      return (
        <Suspense fallback={null}>
          <TechnicianArea />
        </Suspense>
      );
    case 'attract':
      return <AttractScreen screen={screen} />;
    case 'document':
      return <DocumentScreen screen={screen} />;
    case 'second-factor':
      return <SecondFactorScreen screen={screen} />;
    case 'menu':
      return <MenuScreen screen={screen} />;
    case 'services':
      return <ServicesScreen screen={screen} />;
    case 'service':
      return <ServiceScreen screen={screen} />;
    case 'unlock-terms':
      return <UnlockTermsScreen screen={screen} />;
    case 'unlocking':
      return <UnlockingScreen />;
    case 'unlock-result':
      return <UnlockResultScreen screen={screen} />;
    case 'contracts':
      return <ContractsScreen screen={screen} />;
    case 'invoices':
      return <InvoicesScreen screen={screen} />;
    case 'several':
      return <SeveralScreen screen={screen} />;
    case 'invoice':
      return <InvoiceScreen screen={screen} />;
    case 'preparing-pix':
      return <PreparingPixScreen screen={screen} />;
    case 'pix':
      return <PixScreen screen={screen} />;
    case 'cancelling-pix':
      return <CancellingPixScreen />;
    case 'pix-expired':
      return <PixExpiredScreen screen={screen} />;
    case 'paid':
      return <PaidScreen screen={screen} />;
    case 'opening-boleto':
      return <OpeningBoletoScreen />;
    case 'boleto':
      return <BoletoScreen screen={screen} />;
    case 'printing-slip':
      return <PrintingSlipScreen screen={screen} />;
    case 'slip-printed':
      return <SlipPrintedScreen screen={screen} />;
    case 'slip-trouble':
      return <SlipTroubleScreen screen={screen} />;
    case 'receipts':
      return <ReceiptsScreen screen={screen} />;
    case 'printing-receipt':
      return <PrintingReceiptScreen />;
    case 'receipt-printed':
      return <ReceiptPrintedScreen />;
    case 'receipt-trouble':
      return <ReceiptTroubleScreen screen={screen} />;
    case 'message-phones':
      return <MessagePhonesScreen screen={screen} />;
    case 'message-number':
      return <MessageNumberScreen screen={screen} />;
    case 'message-consent':
      return <MessageConsentScreen screen={screen} />;
    case 'message-asked':
      return <MessageAskedScreen screen={screen} />;
    case 'ticket-opening':
      return <TicketOpeningScreen />;
    case 'ticket-choice':
      return <TicketChoiceScreen screen={screen} />;
    case 'ticket-text':
      return <TicketTextScreen screen={screen} />;
    case 'ticket-review':
      return <TicketReviewScreen screen={screen} />;
    case 'ticket-result':
      return <TicketResultScreen screen={screen} />;
    case 'my-data-opening':
      return <MyDataOpeningScreen />;
    case 'my-data':
      return <MyDataScreen screen={screen} />;
    case 'contact-entry':
      return <ContactEntryScreen screen={screen} />;
    case 'contact-confirm':
      return <ContactConfirmScreen screen={screen} />;
    case 'contact-saved':
      return <ContactSavedScreen screen={screen} />;
    case 'contact-forbidden':
      return <ContactForbiddenScreen screen={screen} />;
    case 'second-copies':
      return <SecondCopiesScreen screen={screen} />;
    case 'reading-copies':
      return <ReadingCopiesScreen screen={screen} />;
    case 'copies':
      return <CopiesScreen screen={screen} />;
    case 'copy':
      return <CopyScreen screen={screen} />;
    case 'opening-copy':
      return <OpeningCopyScreen />;
    case 'statement':
      return <StatementScreen screen={screen} />;
    case 'printing-paper':
      return <PrintingPaperScreen />;
    case 'paper-printed':
      return <PaperPrintedScreen />;
    case 'paper-trouble':
      return <PaperTroubleScreen screen={screen} />;
    case 'join-loading':
      return <JoinWaitingScreen what="loading" />;
    case 'join-choice':
      return <JoinChoiceScreen screen={screen} />;
    case 'join-text':
      return <JoinTextScreen screen={screen} />;
    case 'join-review':
      return <JoinReviewScreen screen={screen} />;
    case 'join-consent':
      return <JoinConsentScreen screen={screen} />;
    case 'join-sending':
      return <JoinWaitingScreen what="sending" />;
    case 'join-done':
      return <JoinDoneScreen screen={screen} />;
    case 'join-progress':
      return <JoinProgressScreen screen={screen} />;
    case 'thanks':
      return <ThanksScreen screen={screen} />;
    case 'problem':
      return <ProblemScreen screen={screen} />;
  }
}
