/** What a person asked for at the screen. The page decides nothing: main may ignore any of these. */
export type Intent =
  | { readonly type: 'start' }
  /** One character of the keypad: 0-9 or A-Z. */
  | { readonly type: 'key'; readonly key: string }
  | { readonly type: 'erase' }
  | { readonly type: 'clear' }
  | { readonly type: 'toggle-letters' }
  | { readonly type: 'submit' }
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
  /** The hidden gesture or shortcut: to the technician's area, behind its PIN. */
  | { readonly type: 'technician' }
  /** A touch anywhere that is no action: keeps the visit awake. */
  | { readonly type: 'activity' };

/** An intent with the key of the screen on which it was touched. */
export interface IntentMessage {
  readonly screenKey: number;
  readonly intent: Intent;
}
