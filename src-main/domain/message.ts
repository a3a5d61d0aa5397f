import type { CalendarDate } from './calendar-date.ts';
import type { Cents } from './money.ts';
import type { Result } from './result.ts';
import type { MessageContent } from './visit-event.ts';

/** Everything that may be sent. */
export const messageContents: readonly MessageContent[] = ['typeable-line', 'pix', 'receipt'];

/** What a message may tell; templates name each (docs/chat.md). Absent ones are told as empty. */
export interface MessageFacts {
  /** Whom the invoice is owed to. */
  readonly company?: string;
  readonly invoiceId?: string;
  readonly description?: string;
  readonly amountCents?: Cents;
  /** What is due today, where it is another amount: interest and fine came on top. */
  readonly dueCents?: Cents;
  readonly dueDate?: CalendarDate;
  /** Digits of the boleto. */
  readonly typeableLine?: string;
  /** BR Code of the PIX. */
  readonly pixCode?: string;
  /** Until when the code is good for anything: wall time, milliseconds. */
  readonly validUntil?: number;
  /** Wall time, milliseconds. */
  readonly paidAt?: number;
  /** What names the payment at the counter. */
  readonly protocol?: string;
  /** Our id of the PIX at the PSP. */
  readonly txid?: string;
  /** The central bank's id of the payment, which stands on the payer's own receipt too. */
  readonly endToEndId?: string;
}

/** What a customer asked to have sent to their phone, and agreed to. */
export interface MessageOrder {
  readonly visitId: string;
  readonly content: MessageContent;
  /** With DDD; country code and ninth digit may be absent. Only mobiles have messages. */
  readonly phone: string;
  readonly facts: MessageFacts;
  readonly chargeId?: string;
  /** Which text of consent the customer agreed to just now. */
  readonly consentVersion: string;
}

/** Why nothing is sent; `not-offered`: no sender is set. */
export type MessageRefusal = 'not-offered' | 'not-a-mobile' | 'no-such-visit';

/** Takes messages to customers' phones; they are sent as soon as the platform can be reached. */
export interface MessageBook {
  /** What may be offered; empty where no sender is set. */
  readonly contents: readonly MessageContent[];
  /**
   * Keeps the message and records `message-asked` in one transaction. The same content of the same invoice or charge to
   * the same phone in the same visit is one message, however often it is asked for.
   */
  ask(order: MessageOrder): Result<{ readonly messageId: string }, MessageRefusal>;
}

/** Variables of message templates that hold a code: sent exactly as it is, as a message of its own. */
export const messageCodes = ['LinhaDigitavel', 'PixCopiaECola'] as const;

/** Variables that message templates may name besides the codes: those of contract C.3, and ours. */
export const messageTexts = [
  'UsuarioNome',
  'UsuarioLogin',
  'IdUsuario',
  'Departamento',
  'JidDestiny',
  'TextMessage',
  'Nome',
  'Empresa',
  'Fatura',
  'Descricao',
  'Valor',
  'TotalHoje',
  'Vencimento',
  'ValidoAte',
  'PagoEm',
  'Protocolo',
  'Txid',
  'IdTransacao',
  'Terminal',
] as const;

export type MessageVariable = (typeof messageCodes)[number] | (typeof messageTexts)[number];
