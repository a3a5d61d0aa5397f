import type { ChatProfile } from '../../domain/chat-profile.ts';
import { isMobile } from '../../domain/contact-data.ts';
import { formatDocument, parseDocument } from '../../domain/cpf-cnpj.ts';
import { normalizePhone } from '../../domain/phone.ts';
import type { VisitContact, VisitRecord } from '../../storage/visit-records.ts';
import type { ChatAgent, ChatTerminal } from './chat-access.ts';
import { chatTime } from './chat-time.ts';

/** Every variable of contract C.3 and C.4, as the platform writes them; docs/chat.md says where each comes from. */
export const eventVariableNames = [
  'InstanceId',
  'ProfileId',
  'Jid',
  'name',
  'isGroup',
  'StatusInt',
  'Status',
  'LockedUserId',
  'LockedUserName',
  'LockedUserLogin',
  'DepartmentId',
  'Department',
  'SegmentName',
  'LastMessageId',
  'MsgRead',
  'MsgUnread',
  'Email',
  'Phone',
  'Document',
  'Note',
  'CreateDate',
  'LastStatusDateTime',
  'LockedUserDate',
  'wid',
  'webid',
  'UsuarioNome',
  'UsuarioLogin',
  'IdUsuario',
  'Departamento',
  'JidDestiny',
  'TextMessage',
] as const;

export type EventVariable = (typeof eventVariableNames)[number];

/**
 * The values of all variables for a visit's contact. What the kiosk does not know is empty, never invented: it has no
 * conversation, so there are no messages to count, and no group; nor does anybody tell it since when a contact exists.
 */
export function eventVariables(
  visit: VisitRecord,
  contact: VisitContact,
  agent: ChatAgent,
  terminal: ChatTerminal,
): Readonly<Record<EventVariable, string>> {
  const jid = jidOf(visit, contact);
  const startedAt = chatTime(visit.startedAt, agent.timeZone ?? terminal.timeZone);
  const user = agentVariables(agent, terminal);
  const hasAgent = user.UsuarioLogin !== '' || user.IdUsuario !== '' || agent.agentName !== undefined;
  return {
    InstanceId: textOf(agent.instanceId),
    ProfileId: visit.chatProfile?.profileId ?? '',
    Jid: jid,
    name: contact.name,
    isGroup: 'false',
    ...statusVariables(hasAgent, startedAt),
    LockedUserId: user.IdUsuario,
    LockedUserName: hasAgent ? user.UsuarioNome : '',
    LockedUserLogin: user.UsuarioLogin,
    DepartmentId: textOf(agent.departmentId),
    Department: user.Departamento,
    SegmentName: visit.chatProfile?.segment ?? agent.segment ?? '',
    LastMessageId: '',
    MsgRead: '',
    MsgUnread: '',
    Email: contact.email ?? '',
    Phone: contact.phone ?? '',
    Document: maskedDocument(contact.document),
    Note: visit.chatProfile?.note ?? '',
    CreateDate: '',
    wid: agent.wid ?? '',
    webid: '',
    ...user,
    JidDestiny: jid,
    TextMessage: '',
  };
}

/** Variables of the agent that this terminal is. */
export function agentVariables(
  agent: ChatAgent,
  terminal: ChatTerminal,
): Readonly<Record<'UsuarioNome' | 'UsuarioLogin' | 'IdUsuario' | 'Departamento', string>> {
  return {
    UsuarioNome: agent.agentName ?? terminal.id,
    UsuarioLogin: terminal.agentEmail ?? '',
    IdUsuario: textOf(agent.agentId),
    Departamento: agent.department ?? '',
  };
}

/** The WhatsApp id of a contact: as the platform told it, else made of the mobile's number; empty without one. */
function jidOf(visit: VisitRecord, contact: VisitContact): string {
  return visit.chatProfile?.jid ?? jidFor(contact.phone ?? '', undefined);
}

/**
 * The WhatsApp id of a number: the platform's own where that is of this number, with or without its ninth digit, else
 * made of it; empty for landlines, of which only the platform can know one.
 */
export function jidFor(number: string, profile: ChatProfile | undefined): string {
  const phone = normalizePhone(number);
  if (phone === undefined) return '';
  const told = profile?.jid ?? '';
  if (phone.variants.includes(told.split('@')[0] ?? '')) return told;
  return isMobile(phone) ? `${phone.e164Digits}@s.whatsapp.net` : '';
}

/** While the terminal's agent attends a contact, nobody else does: the platform calls that locked. */
function statusVariables(
  hasAgent: boolean,
  since: string,
): Readonly<Record<'StatusInt' | 'Status' | 'LastStatusDateTime' | 'LockedUserDate', string>> {
  return hasAgent
    ? { StatusInt: '1', Status: 'Locked', LastStatusDateTime: since, LockedUserDate: since }
    : { StatusInt: '0', Status: 'Normal', LastStatusDateTime: '', LockedUserDate: '' };
}

function maskedDocument(text: string): string {
  const document = parseDocument(text);
  return document.ok ? formatDocument(document.value) : text;
}

function textOf(value: number | undefined): string {
  return value === undefined ? '' : String(value);
}
