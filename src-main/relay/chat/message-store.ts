import { z } from 'zod';
import { messageContents } from '../../domain/message.ts';
import type { MessageContent } from '../../domain/visit-event.ts';
import type { Database } from '../../storage/database.ts';

/** A message that a customer asked for. */
export interface KeptMessage {
  readonly id: string;
  readonly visitId: string;
  readonly content: MessageContent;
  /** The invoice or charge that it is of: with content and phone it tells one message of a visit from another. */
  readonly subject: string;
  /** Digits with country code. Absent once it was forgotten. */
  readonly phone?: string;
  /** What goes out, one after the other. Absent once it was sent, or forgotten. */
  readonly texts?: readonly string[];
  readonly consentVersion: string;
  /** Wall time, milliseconds. */
  readonly consentedAt: number;
  readonly sentAt?: number;
  /** When it is of no use any more, if that is known: wall time, milliseconds. */
  readonly uselessAt?: number;
  /** Tries after which nobody knows whether it went out. */
  readonly unclearTries: number;
}

/** Messages as rows. Their texts are erased as soon as they were sent, the rest as other personal data. */
export interface MessageStore {
  keep(message: Omit<KeptMessage, 'unclearTries' | 'sentAt'>): void;
  find(id: string): KeptMessage | undefined;
  listOf(visitId: string): readonly KeptMessage[];
  /** @param at wall time, milliseconds */
  markSent(id: string, at: number): void;
  countUnclearTry(id: string): void;
}

const messageRow = z
  .object({
    id: z.string(),
    visit_id: z.string(),
    content: z.enum(messageContents),
    subject: z.string(),
    phone: z.string().nullable(),
    texts: z.string().nullable(),
    consent_version: z.string(),
    consented_at: z.number().int(),
    sent_at: z.number().int().nullable(),
    useless_at: z.number().int().nullable(),
    unclear_tries: z.number().int(),
  })
  .transform(
    (row): KeptMessage => ({
      id: row.id,
      visitId: row.visit_id,
      content: row.content,
      subject: row.subject,
      ...(row.phone !== null && { phone: row.phone }),
      // Written by this kiosk from a list, so it is read back as one.
      ...(row.texts !== null && { texts: JSON.parse(row.texts) as readonly string[] }),
      consentVersion: row.consent_version,
      consentedAt: row.consented_at,
      ...(row.sent_at !== null && { sentAt: row.sent_at }),
      ...(row.useless_at !== null && { uselessAt: row.useless_at }),
      unclearTries: row.unclear_tries,
    }),
  );

export function createMessageStore(database: Database): MessageStore {
  return {
    keep({ texts, phone, uselessAt, ...message }) {
      database.run(
        `INSERT INTO messages (id, visit_id, content, subject, phone, texts, consent_version, consented_at, useless_at)
         VALUES ($id, $visitId, $content, $subject, $phone, $texts, $consentVersion, $consentedAt, $uselessAt)`,
        {
          ...message,
          phone: phone ?? null,
          texts: texts === undefined ? null : JSON.stringify(texts),
          uselessAt: uselessAt ?? null,
        },
      );
    },
    find: (id) => database.get('SELECT * FROM messages WHERE id = $id', messageRow, { id }),
    listOf: (visitId) =>
      database.all('SELECT * FROM messages WHERE visit_id = $visitId', messageRow, { visitId }),
    markSent(id, at) {
      database.run('UPDATE messages SET texts = NULL, sent_at = $at WHERE id = $id', { id, at });
    },
    countUnclearTry(id) {
      database.run('UPDATE messages SET unclear_tries = unclear_tries + 1 WHERE id = $id', { id });
    },
  };
}
