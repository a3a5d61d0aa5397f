import type { MessageDesk } from './attendance/messages/message-desk.ts';
import { type PhoneSources, phoneFinder } from './attendance/messages/phone-sources.ts';
import type { TerminalIdentity } from './attendance/paper-desk.ts';
import type { MessageBook } from './domain/message.ts';
import { success } from './domain/result.ts';
import type { ErpCare } from './erp/erp-care.ts';
import type { Settings } from './settings/settings-schema.ts';
import type { VisitRecords } from './storage/visit-records.ts';

interface MessagesParts {
  readonly settings: Settings;
  readonly book: MessageBook;
  readonly care: ErpCare;
  readonly visits: VisitRecords;
  readonly terminal: TerminalIdentity;
}

/** "Receber no WhatsApp", where the settings want it. */
export function createMessages({ settings, book, care, visits, terminal }: MessagesParts): {
  readonly messages?: MessageDesk;
} {
  if (!settings.visit.services.messages) return {};
  const readContacts: PhoneSources['readContacts'] = async ({ document, customer }) => {
    const read = await care.readAll('getContacts', customer, document, (gateway, who) =>
      gateway.getContacts(who),
    );
    return read.ok ? success(read.value.rows) : read;
  };
  return {
    messages: {
      book,
      findPhones: phoneFinder({
        readContacts,
        findChatProfile: (visitId) => visits.find(visitId)?.chatProfile,
      }),
      companyOf: (erp) => terminal.companyByErp?.get(erp)?.name ?? settings.terminal.companyName,
    },
  };
}
