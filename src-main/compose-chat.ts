import type { Clock } from './domain/clock.ts';
import type { ContactGuard } from './domain/contact-guard.ts';
import type { MessageBook } from './domain/message.ts';
import type { RecordEvent } from './domain/visit-event.ts';
import type { HttpClient } from './http/http-client.ts';
import type { Log } from './logging/log.ts';
import { createChatCallbacks } from './relay/chat/chat-callbacks.ts';
import { createChatVariables } from './relay/chat/chat-variables.ts';
import { createContactGuard } from './relay/chat/contact-guard.ts';
import { createMessageBook } from './relay/chat/message-book.ts';
import { createMessageSender } from './relay/chat/message-sender.ts';
import { createMessageStore } from './relay/chat/message-store.ts';
import { createVisitSummary } from './relay/chat/visit-summary.ts';
import type { RelayTarget } from './relay/target.ts';
import type { Settings } from './settings/settings-schema.ts';
import type { Database } from './storage/database.ts';
import type { VisitRecords } from './storage/visit-records.ts';

export interface ChatParts {
  readonly settings: Settings;
  readonly database: Database;
  readonly visits: VisitRecords;
  readonly http: HttpClient;
  readonly clock: Clock;
  readonly log: Log;
}

/** The chat platform, or what stands in its place where none is set. */
export interface Chat {
  readonly targets: readonly RelayTarget[];
  readonly guard: ContactGuard;
  readonly messageBook: (record: RecordEvent) => MessageBook;
}

export function createChat({ settings, database, visits, http, clock, log }: ChatParts): Chat {
  const { relay, terminal } = settings;
  const chat = relay.chat;
  const tools = { terminal, http, log };
  const store = createMessageStore(database);
  return {
    targets: chat ? [...chatTargets(chat)] : [],
    guard: createContactGuard(chat, { ...tools, visits }),
    messageBook: (record) =>
      createMessageBook(chat?.sender?.templates, {
        database,
        store,
        visits,
        record,
        agent: chat ?? {},
        terminal,
        clock,
      }),
  };

  function* chatTargets(access: NonNullable<Settings['relay']['chat']>): Generator<RelayTarget> {
    const { sender, variables, wid = '' } = access;
    yield createChatCallbacks(access, { ...tools, visits });
    if (sender) yield createMessageSender(sender, { store, http, clock });
    if (variables?.visitSummary === undefined) return;
    const api = createChatVariables({ ...variables, wid }, http);
    yield createVisitSummary(variables.visitSummary, { variables: api, visits, agent: access, terminal });
  }
}
