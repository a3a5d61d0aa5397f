import { z } from 'zod';
import type { ChatProfile } from '../domain/chat-profile.ts';
import type { Clock } from '../domain/clock.ts';
import type { ContactChange } from '../domain/contact-guard.ts';
import type { VisitEnd } from '../domain/visit-event.ts';
import type { Database } from './database.ts';

/** Who a visit was about. Personal data lives only in this row, so that erasing it leaves money and events intact. */
export interface VisitRecord {
  readonly id: string;
  /** Wall time, milliseconds. */
  readonly startedAt: number;
  readonly endedAt?: number;
  readonly endReason?: VisitEnd;
  readonly contact?: VisitContact;
  /** What the chat told of the customer; where the ERP knew nothing, `contact` has it too. */
  readonly chatProfile?: ChatProfile;
}

/** What the kiosk learnt of the customer: as the ERP knows them, and where it does not, as the chat does. */
export interface VisitContact {
  /** CPF or CNPJ without mask. */
  readonly document: string;
  readonly name: string;
  readonly customerErpId: string;
  readonly phone?: string;
  readonly email?: string;
}

export interface VisitRecords {
  begin(visitId: string): void;
  /** @param contact as the ERP knows them */
  identify(visitId: string, contact: VisitContact): void;
  /**
   * Keeps what the chat told of the visit's customer; of one who is unknown or forgotten nothing is kept.
   * @param document whom the chat was asked about: somebody else may have been identified meanwhile
   */
  keepChatProfile(visitId: string, document: string, profile: ChatProfile): void;
  /** What the customer changed and the ERP has saved. */
  changeContact(visitId: string, change: ContactChange): void;
  end(visitId: string, reason: VisitEnd): void;
  find(visitId: string): VisitRecord | undefined;
  /** Whether a later visit of the same customer has ended. */
  wasFollowed(visitId: string): boolean;
  /** Ids of visits that an earlier run never ended: it was killed while a customer stood there. */
  listOpen(): readonly string[];
}

const visitRow = z
  .object({
    id: z.string(),
    started_at: z.number().int(),
    ended_at: z.number().int().nullable(),
    end_reason: z.enum(['completed', 'left', 'timed-out', 'crashed']).nullable(),
    document: z.string().nullable(),
    customer_name: z.string().nullable(),
    customer_erp_id: z.string().nullable(),
    phone: z.string().nullable(),
    email: z.string().nullable(),
    chat_profile: z.string().nullable(),
  })
  .transform((row): VisitRecord => {
    // Written by this kiosk from a profile, so it is read back as one.
    const chatProfile = row.chat_profile === null ? undefined : (JSON.parse(row.chat_profile) as ChatProfile);
    return {
      id: row.id,
      startedAt: row.started_at,
      ...(row.ended_at !== null && { endedAt: row.ended_at }),
      ...(row.end_reason !== null && { endReason: row.end_reason }),
      ...(row.document !== null && {
        contact: contactOf({ ...row, document: row.document }, chatProfile ?? {}),
      }),
      ...(chatProfile && { chatProfile }),
    };
  });

interface ContactRow {
  readonly document: string;
  readonly customer_name: string | null;
  readonly customer_erp_id: string | null;
  readonly phone: string | null;
  readonly email: string | null;
}

/** The ERP owns its fields: the chat only fills what it left empty. */
function contactOf(row: ContactRow, chat: ChatProfile): VisitContact {
  const phone = row.phone ?? chat.phone;
  const email = row.email ?? chat.email;
  return {
    document: row.document,
    name: row.customer_name || (chat.name ?? ''),
    customerErpId: row.customer_erp_id ?? '',
    ...(phone !== undefined && { phone }),
    ...(email !== undefined && { email }),
  };
}

const idRow = z.object({ id: z.string() });

export function createVisitRecords(database: Database, clock: Clock): VisitRecords {
  return {
    begin(visitId) {
      database.run('INSERT INTO visits (id, started_at) VALUES ($visitId, $at)', {
        visitId,
        at: clock.wallTime(),
      });
    },
    identify(visitId, contact) {
      database.run(
        `UPDATE visits SET document = $document, customer_name = $name, customer_erp_id = $customerErpId,
           phone = $phone, email = $email,
           chat_profile = CASE WHEN document = $document THEN chat_profile END
         WHERE id = $visitId`,
        {
          visitId,
          document: contact.document,
          name: contact.name,
          customerErpId: contact.customerErpId,
          phone: contact.phone ?? null,
          email: contact.email ?? null,
        },
      );
    },
    keepChatProfile(visitId, document, profile) {
      database.run('UPDATE visits SET chat_profile = $profile WHERE id = $visitId AND document = $document', {
        visitId,
        document,
        profile: JSON.stringify(profile),
      });
    },
    changeContact(visitId, { name, email, phone, whatsapp }) {
      database.run(
        `UPDATE visits SET customer_name = coalesce($name, customer_name), email = coalesce($email, email),
           phone = coalesce($phone, phone)
         WHERE id = $visitId AND document IS NOT NULL`,
        { visitId, name: name ?? null, email: email ?? null, phone: whatsapp ?? phone ?? null },
      );
    },
    end(visitId, reason) {
      database.run(
        'UPDATE visits SET ended_at = $at, end_reason = $reason WHERE id = $visitId AND ended_at IS NULL',
        { visitId, reason, at: clock.wallTime() },
      );
    },
    find: (visitId) => database.get('SELECT * FROM visits WHERE id = $visitId', visitRow, { visitId }),
    // By row, since the wall clock may have been set back between the two.
    wasFollowed: (visitId) =>
      database.get(
        `SELECT later.id FROM visits JOIN visits AS later ON later.document = visits.document
         WHERE visits.id = $visitId AND later.rowid > visits.rowid AND later.ended_at IS NOT NULL LIMIT 1`,
        idRow,
        { visitId },
      ) !== undefined,
    listOpen: () =>
      database
        .all('SELECT id FROM visits WHERE ended_at IS NULL ORDER BY started_at', idRow)
        .map((row) => row.id),
  };
}
