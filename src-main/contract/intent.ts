import type { DisplayMode, Language, MenuEntry } from './screen.ts';
import type { CopyKind, StatementMonths } from './second-copies-screen.ts';

/** What a person asked for at the screen. The page decides nothing: main may ignore any of these. */
export type Intent =
  | { readonly type: 'start' }
  /** One character of the keypad: 0-9 or A-Z. */
  | { readonly type: 'key'; readonly key: string }
  | { readonly type: 'erase' }
  | { readonly type: 'clear' }
  | { readonly type: 'toggle-letters' }
  /** All that stands in the text field now: at most 2,000 characters. */
  | { readonly type: 'enter-text'; readonly text: string }
  | { readonly type: 'submit' }
  /** "Quero ser cliente". */
  | { readonly type: 'join' }
  /** "Como está meu pedido?". */
  | { readonly type: 'ask-progress' }
  /** Leaves a question out that may be left out. */
  | { readonly type: 'skip' }
  /** A card of the menu. */
  | { readonly type: 'choose-entry'; readonly entry: MenuEntry }
  | { readonly type: 'choose-service'; readonly serviceId: string }
  /** "Pagar agora": what is owed for a blocked service. */
  | { readonly type: 'pay-owed' }
  /** "Desbloqueio de confiança": to its terms. */
  | { readonly type: 'ask-unlock' }
  /** Fiscal notes, statement or yearly declarations. */
  | { readonly type: 'choose-copies'; readonly kind: CopyKind }
  | { readonly type: 'choose-copy'; readonly copyId: string }
  /** How far back the statement goes. */
  | { readonly type: 'choose-months'; readonly months: StatementMonths }
  | { readonly type: 'show-copy' }
  | { readonly type: 'print-copy' }
  | { readonly type: 'choose-contract'; readonly contractId: string }
  | { readonly type: 'choose-invoice'; readonly invoiceId: string }
  /** "Pagar várias juntas": to where invoices are ticked. */
  | { readonly type: 'show-several' }
  /** Ticks an invoice, or takes its tick away. */
  | { readonly type: 'tick-invoice'; readonly invoiceId: string }
  | { readonly type: 'tick-all' }
  | { readonly type: 'tick-none' }
  | { readonly type: 'pay-pix' }
  | { readonly type: 'print-slip' }
  /** "Ver o boleto": the whole of it on the screen. */
  | { readonly type: 'show-boleto' }
  /** The boleto that is on the screen, on A4. */
  | { readonly type: 'print-pages' }
  /** "Comprovantes": the receipts of earlier payments. */
  | { readonly type: 'show-receipts' }
  | { readonly type: 'choose-receipt'; readonly receiptId: string }
  /** To the screen before; from the PIX screen it cancels the charge. */
  | { readonly type: 'back' }
  | { readonly type: 'retry' }
  /** "Preciso de mais tempo". */
  | { readonly type: 'more-time' }
  /** "Sair": ends the visit. */
  | { readonly type: 'leave' }
  /** "Continuar" after something was finished. */
  | { readonly type: 'done' }
  /** One of what a question offers: whom or what a ticket is about, or which contact. */
  | { readonly type: 'choose-option'; readonly optionId: string }
  /** "Receber no WhatsApp": what the screen is about goes to the customer's phone. */
  | { readonly type: 'receive-message' }
  | { readonly type: 'choose-phone'; readonly phoneId: string }
  /** "Outro número": one that the customer types. */
  | { readonly type: 'other-phone' }
  /** Yes to what the screen asks consent for. */
  | { readonly type: 'agree' }
  /** "Não, obrigado". */
  | { readonly type: 'decline' }
  /** "Chamar atendente": the visit stays where it is. */
  | { readonly type: 'call-attendant' }
  /** Takes the notice away that lies over the screen. */
  | { readonly type: 'close-notice' }
  | { readonly type: 'set-language'; readonly language: Language }
  | { readonly type: 'set-mode'; readonly mode: DisplayMode; readonly on: boolean }
  /** Spoken guidance reads this aloud in the visit's language; the page says so by itself, so it is no sign of a person. */
  | { readonly type: 'speak'; readonly text: string }
  /** Silence, until something new is to be said. */
  | { readonly type: 'hush' }
  /** The hidden gesture or shortcut: to the technician's area, behind its PIN. */
  | { readonly type: 'technician' }
  /** A touch anywhere that is no action: keeps the visit awake. */
  | { readonly type: 'activity' };

/** An intent with the key of the screen on which it was touched. */
export interface IntentMessage {
  readonly screenKey: number;
  readonly intent: Intent;
}
