import { randomUUID } from 'node:crypto';
import type { Clock } from '../../domain/clock.ts';
import { isMobile } from '../../domain/contact-data.ts';
import { type MessageBook, type MessageOrder, messageContents } from '../../domain/message.ts';
import { normalizePhone } from '../../domain/phone.ts';
import { failure, success } from '../../domain/result.ts';
import type { MessageContent, RecordEvent } from '../../domain/visit-event.ts';
import type { Database } from '../../storage/database.ts';
import type { VisitRecord, VisitRecords } from '../../storage/visit-records.ts';
import type { ChatAgent, ChatTerminal } from './chat-access.ts';
import { agentVariables, jidFor } from './event-variables.ts';
import type { MessageStore } from './message-store.ts';
import { factValues, fillMessage } from './message-text.ts';

export interface MessageTemplates {
  readonly typeableLine: string;
  readonly pix: string;
  readonly receipt: string;
}

export interface MessageBookParts {
  readonly database: Database;
  readonly store: MessageStore;
  readonly visits: Pick<VisitRecords, 'find'>;
  readonly record: RecordEvent;
  readonly agent: ChatAgent;
  readonly terminal: ChatTerminal;
  readonly clock: Clock;
}

const templateOf: Readonly<Record<MessageContent, keyof MessageTemplates>> = {
  'typeable-line': 'typeableLine',
  pix: 'pix',
  receipt: 'receipt',
};

/** `$TextMessage$`: what the terminal, as agent, says by itself. */
const ownWords: Readonly<Record<MessageContent, string>> = {
  'typeable-line': 'Aqui está o boleto que você pediu no totem.',
  pix: 'Aqui está o PIX que você pediu no totem.',
  receipt: 'Aqui está o comprovante que você pediu no totem.',
};

/**
 * The book of messages to customers' phones.
 * @param templates absent: no sender is set, and nothing may be offered
 */
export function createMessageBook(
  templates: MessageTemplates | undefined,
  parts: MessageBookParts,
): MessageBook {
  const { database, store, clock, record } = parts;
  return {
    contents: templates ? messageContents : [],
    ask(order) {
      const { visitId, content, facts, chargeId } = order;
      if (templates === undefined) return failure('not-offered');
      const phone = mobileDigits(order.phone);
      if (phone === undefined) return failure('not-a-mobile');
      const visit = parts.visits.find(visitId);
      if (!visit) return failure('no-such-visit');
      // Each company's ERP numbers its invoices by itself.
      const subject = chargeId ?? `${facts.company ?? ''} ${facts.invoiceId ?? ''}`.trim();
      const known = store
        .listOf(visitId)
        .find((kept) => kept.content === content && kept.subject === subject && kept.phone === phone);
      if (known) return success({ messageId: known.id });
      const messageId = randomUUID();
      const texts = textsOf(order, { phone, visit, template: templates[templateOf[content]] }, parts);
      database.transaction(() => {
        store.keep({
          id: messageId,
          visitId,
          content,
          subject,
          phone,
          texts,
          consentVersion: order.consentVersion,
          consentedAt: clock.wallTime(),
          ...(facts.validUntil !== undefined && { uselessAt: Math.round(facts.validUntil) }),
        });
        record(visitId, {
          type: 'message-asked',
          messageId,
          content,
          ...(facts.invoiceId !== undefined && { invoiceId: facts.invoiceId }),
          ...(chargeId !== undefined && { chargeId }),
        });
      });
      return success({ messageId });
    },
  };
}

interface Addressee {
  readonly phone: string;
  readonly visit: VisitRecord;
  readonly template: string;
}

function textsOf(
  { content, facts }: MessageOrder,
  { phone, visit, template }: Addressee,
  { agent, terminal }: MessageBookParts,
): readonly string[] {
  const [firstName = ''] = (visit.contact?.name ?? '').trim().split(/\s+/);
  return fillMessage(template, {
    ...agentVariables(agent, terminal),
    ...factValues(facts, terminal.timeZone),
    JidDestiny: jidFor(phone, visit.chatProfile),
    TextMessage: ownWords[content],
    Nome: firstName,
    Terminal: terminal.id,
  });
}

/** 55, DDD and the nine digits of a mobile; undefined for landlines, which have no messages. */
function mobileDigits(typed: string): string | undefined {
  const phone = normalizePhone(typed);
  return phone && isMobile(phone) ? phone.e164Digits : undefined;
}
