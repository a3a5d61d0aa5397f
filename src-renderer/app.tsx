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
import { SecondFactorScreen } from './customer/second-factor-screen.tsx';
import { SeveralScreen } from './customer/several-screen.tsx';
import { SlipPrintedScreen } from './customer/slip-printed-screen.tsx';
import { SlipTroubleScreen } from './customer/slip-trouble-screen.tsx';
import { ThanksScreen } from './customer/thanks-screen.tsx';
import { totem } from './totem.ts';
import { HelpNotice } from './ui/help-notice.tsx';
import { IdleWarning } from './ui/idle-warning.tsx';
import { useActivity } from './use-activity.ts';
import { useBrandColors } from './use-brand-colors.ts';
import { useDisplay } from './use-display.ts';
import { useHeartbeat } from './use-heartbeat.ts';
import { useServiceScreens } from './use-service-screens.ts';
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
  const serviceScreens = useServiceScreens();
  if (visit === undefined) return null;
  const { screenKey, screen, idleWarning, helpNotice } = visit.view;
  return (
    <VisitContext value={visit}>
      <div key={screenKey} inert={idleWarning !== undefined || helpNotice !== undefined}>
        {drawScreen(screen, serviceScreens)}
      </div>
      {helpNotice === undefined || idleWarning !== undefined ? null : <HelpNotice notice={helpNotice} />}
      {idleWarning === undefined ? null : <IdleWarning countdown={idleWarning} />}
    </VisitContext>
  );
}

function drawScreen(
  screen: Screen,
  ServiceScreens: ReturnType<typeof useServiceScreens>,
): ReactElement | null {
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
    case 'menu':
    case 'services':
    case 'service':
    case 'unlock-terms':
    case 'unlocking':
    case 'unlock-result':
    case 'message-phones':
    case 'message-number':
    case 'message-consent':
    case 'message-asked':
    case 'ticket-opening':
    case 'ticket-choice':
    case 'ticket-text':
    case 'ticket-review':
    case 'ticket-result':
    case 'my-data-opening':
    case 'my-data':
    case 'contact-entry':
    case 'contact-confirm':
    case 'contact-saved':
    case 'contact-forbidden':
    case 'second-copies':
    case 'reading-copies':
    case 'copies':
    case 'copy':
    case 'opening-copy':
    case 'statement':
    case 'printing-paper':
    case 'paper-printed':
    case 'paper-trouble':
    case 'join-loading':
    case 'join-choice':
    case 'join-text':
    case 'join-review':
    case 'join-consent':
    case 'join-sending':
    case 'join-done':
    case 'join-progress':
      return ServiceScreens ? <ServiceScreens screen={screen} /> : null;
    case 'thanks':
      return <ThanksScreen screen={screen} />;
    case 'problem':
      return <ProblemScreen screen={screen} />;
  }
}
