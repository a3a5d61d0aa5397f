import type { ReactElement } from 'react';
import { JoinChoiceScreen } from './joining/join-choice-screen.tsx';
import { JoinConsentScreen } from './joining/join-consent-screen.tsx';
import { JoinDoneScreen } from './joining/join-done-screen.tsx';
import { JoinProgressScreen } from './joining/join-progress-screen.tsx';
import { JoinReviewScreen } from './joining/join-review-screen.tsx';
import { JoinTextScreen } from './joining/join-text-screen.tsx';
import { JoinWaitingScreen } from './joining/join-waiting-screen.tsx';
import { MenuScreen } from './menu/menu-screen.tsx';
import { MessageAskedScreen } from './messages/message-asked-screen.tsx';
import { MessageConsentScreen } from './messages/message-consent-screen.tsx';
import { MessageNumberScreen } from './messages/message-number-screen.tsx';
import { MessagePhonesScreen } from './messages/message-phones-screen.tsx';
import { ContactConfirmScreen } from './my-data/contact-confirm-screen.tsx';
import { ContactEntryScreen } from './my-data/contact-entry-screen.tsx';
import { ContactForbiddenScreen } from './my-data/contact-forbidden-screen.tsx';
import { ContactSavedScreen } from './my-data/contact-saved-screen.tsx';
import { MyDataOpeningScreen } from './my-data/my-data-opening-screen.tsx';
import { MyDataScreen } from './my-data/my-data-screen.tsx';
import type { ScreenProps } from './screen-props.ts';
import { CopiesScreen } from './second-copies/copies-screen.tsx';
import { CopyScreen } from './second-copies/copy-screen.tsx';
import { OpeningCopyScreen } from './second-copies/opening-copy-screen.tsx';
import {
  PaperPrintedScreen,
  PaperTroubleScreen,
  PrintingPaperScreen,
} from './second-copies/printing-paper-screens.tsx';
import { ReadingCopiesScreen } from './second-copies/reading-copies-screen.tsx';
import { SecondCopiesScreen } from './second-copies/second-copies-screen.tsx';
import { StatementScreen } from './second-copies/statement-screen.tsx';
import { ServiceScreen } from './services/service-screen.tsx';
import { ServicesScreen } from './services/services-screen.tsx';
import { UnlockResultScreen } from './services/unlock-result-screen.tsx';
import { UnlockTermsScreen } from './services/unlock-terms-screen.tsx';
import { UnlockingScreen } from './services/unlocking-screen.tsx';
import { TicketChoiceScreen } from './tickets/ticket-choice-screen.tsx';
import { TicketOpeningScreen } from './tickets/ticket-opening-screen.tsx';
import { TicketResultScreen } from './tickets/ticket-result-screen.tsx';
import { TicketReviewScreen } from './tickets/ticket-review-screen.tsx';
import { TicketTextScreen } from './tickets/ticket-text-screen.tsx';

type ServiceScreenName =
  | 'menu'
  | 'services'
  | 'service'
  | 'unlock-terms'
  | 'unlocking'
  | 'unlock-result'
  | 'message-phones'
  | 'message-number'
  | 'message-consent'
  | 'message-asked'
  | 'ticket-opening'
  | 'ticket-choice'
  | 'ticket-text'
  | 'ticket-review'
  | 'ticket-result'
  | 'my-data-opening'
  | 'my-data'
  | 'contact-entry'
  | 'contact-confirm'
  | 'contact-saved'
  | 'contact-forbidden'
  | 'second-copies'
  | 'reading-copies'
  | 'copies'
  | 'copy'
  | 'opening-copy'
  | 'statement'
  | 'printing-paper'
  | 'paper-printed'
  | 'paper-trouble'
  | 'join-loading'
  | 'join-choice'
  | 'join-text'
  | 'join-review'
  | 'join-consent'
  | 'join-sending'
  | 'join-done'
  | 'join-progress';

export type ServiceScreensProps = ScreenProps<ServiceScreenName>;

/** Everything that customers come to the counter for besides paying. */
export function ServiceScreens({ screen }: ServiceScreensProps): ReactElement {
  switch (screen.name) {
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
  }
}
