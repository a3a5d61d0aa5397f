import type { HttpClient } from '../../http/http-client.ts';
import type { Log } from '../../logging/log.ts';

/** The company's callback URLs, one per event of the chat platform; an absent one is not called. */
export interface ChatCallbackUrls {
  readonly onLoadContact?: string | undefined;
  readonly onBeforeSaveContact?: string | undefined;
  readonly onSaveContact?: string | undefined;
  readonly onStartConversation?: string | undefined;
  readonly onEndConversation?: string | undefined;
  /** [sic]: the platform's own spelling. */
  readonly onGetChatMessageSugestion?: string | undefined;
}

/** The terminal as the platform's agent: what variables say of it. Absent ones are empty. */
export interface ChatAgent {
  readonly instanceId?: number;
  readonly wid?: string;
  readonly agentId?: number;
  readonly agentName?: string;
  readonly departmentId?: number;
  readonly department?: string;
  /** Of contacts of whom the platform tells none. */
  readonly segment?: string;
  /** IANA zone of times; absent: the terminal's. */
  readonly timeZone?: string;
}

/** The chat platform, as the settings have it. */
export interface ChatAccess extends ChatCallbackUrls, ChatAgent {
  readonly method: 'GET' | 'POST';
}

/** The kiosk, as the platform sees it. */
export interface ChatTerminal {
  readonly id: string;
  readonly timeZone: string;
  readonly agentEmail?: string;
}

/** What talking to the platform takes besides knowing where it is. */
export interface ChatTools {
  readonly terminal: ChatTerminal;
  readonly http: HttpClient;
  readonly log: Log;
}

/** For everything that is asked of the platform, milliseconds. */
export const CHAT_TIMEOUT_MS = 10_000;

/** More than any profile or list of suggestions takes; what is larger is not read. */
export const MOST_CHAT_BYTES = 256 * 1024;
