import * as z from 'zod';
import { chatSenderSettings } from './chat-sender-settings.ts';
import { baseAddress, lineOfText, secret, timeZone, webAddress, wholeNumber } from './setting-fields.ts';
import { reportIssue } from './setting-issue.ts';

/** How callback addresses are called: the platform's documents do not say. */
export const chatMethods = ['GET', 'POST'] as const;

const chatVariables = z
  .strictObject({
    baseUrl: baseAddress()
      .default('https://witi.me/api/witime')
      .describe('Where savevars.aspx and loadvars.aspx are.'),
    key: secret().describe('API key of the instance.'),
    visitSummary: z
      .exactOptional(lineOfText(80))
      .describe(
        'Name of the variable that a summary of the last visit is kept in when it ends, with variables of events, e.g. balcao_$Jid$; docs/chat.md says what is in it. Left out: none is kept.',
      ),
  })
  .describe("The platform's variables API. It needs wid.");

/** Section `relay.chat` of the settings. */
export const chatSettings = z
  .strictObject({
    onLoadContact: z
      .exactOptional(webAddress())
      .describe('Called when the customer was identified; its answer fills what the ERP does not know.'),
    onBeforeSaveContact: z
      .exactOptional(webAddress())
      .describe("Asked before a customer's contact data are changed; it may refuse."),
    onSaveContact: z
      .exactOptional(webAddress())
      .describe("Called when a customer's contact data were changed."),
    onStartConversation: z.exactOptional(webAddress()).describe('Called right after onLoadContact.'),
    onEndConversation: z
      .exactOptional(webAddress())
      .describe('Called when the visit of an identified customer ends.'),
    onGetChatMessageSugestion: z
      .exactOptional(webAddress())
      .describe('Called when the customer calls an attendant; what it suggests is not used.'),
    method: z.enum(chatMethods).default('GET').describe('How the addresses are called.'),
    timeZone: z
      .exactOptional(timeZone())
      .describe("IANA time zone of the times in variables; left out: the terminal's."),
    instanceId: z
      .exactOptional(wholeNumber(0, Number.MAX_SAFE_INTEGER))
      .describe('Code of the instance: $InstanceId$.'),
    wid: z.exactOptional(lineOfText(80)).describe('WID of the instance: $wid$, and for the variables API.'),
    agentId: z
      .exactOptional(wholeNumber(0, Number.MAX_SAFE_INTEGER))
      .describe('Code of the agent that this terminal is on the platform: $LockedUserId$.'),
    agentName: z
      .exactOptional(lineOfText(60))
      .describe("Name of that agent: $LockedUserName$; left out: the terminal's. Its login is agentEmail."),
    departmentId: z
      .exactOptional(wholeNumber(0, Number.MAX_SAFE_INTEGER))
      .describe("Code of the agent's department: $DepartmentId$."),
    department: z.exactOptional(lineOfText(60)).describe("The agent's department: $Department$."),
    segment: z
      .exactOptional(lineOfText(60))
      .describe('Segment of customers of whom onLoadContact tells none: $SegmentName$.'),
    sender: z.exactOptional(chatSenderSettings),
    variables: z.exactOptional(chatVariables),
  })
  .superRefine(checkWid)
  .describe(
    'The chat platform: an address per event, with variables between dollar signs, e.g. ?doc=$Document$. Left out: not told.',
  );

function checkWid(
  chat: { readonly variables?: unknown; readonly wid?: string },
  context: z.RefinementCtx,
): void {
  if (chat.variables !== undefined && chat.wid === undefined)
    reportIssue(context, ['wid'], 'falta preencher');
}
