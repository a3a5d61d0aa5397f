import type { ChatProfile } from '../../domain/chat-profile.ts';
import { parseEmail } from '../../domain/contact-data.ts';
import { parseDocument } from '../../domain/cpf-cnpj.ts';
import { normalizePhone } from '../../domain/phone.ts';
import { fieldsOf } from './chat-answer.ts';
import { cleanLine } from './clean-line.ts';

/** No name, group or segment is longer. */
const LONGEST_LINE = 120;
const LONGEST_NOTE = 1000;
/** Longer than any address or id, of which a part would be another one. */
const LONGEST_WHOLE = 300;
const LONGEST_ID = 120;

/** What OnLoadContact answered: nothing to keep, somebody else's profile, or what it tells of the contact. */
export type LoadedContact =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'somebody-else' }
  | { readonly kind: 'profile'; readonly profile: ChatProfile };

/**
 * Reads what may be taken over of a profile (contract C.5): every field is optional, empty and odd ones count as
 * absent, and what changes the platform's own page (UrlInfo, UrlPicture, CSS) is passed over.
 * @param json as parsed; undefined when the answer was no JSON
 * @param document of the visit's customer: a profile that names another one is somebody else's
 */
export function readLoadedContact(json: unknown, document: string): LoadedContact {
  const fields = fieldsOf(json);
  const text = (...names: readonly string[]): string | undefined => firstText(fields, names, LONGEST_LINE);
  if (isSomebodyElses(text('document', 'documento'), document)) return { kind: 'somebody-else' };
  const jid = jidIn(text('jid'));
  const profile = withoutAbsent({
    name: text('name', 'nome'),
    email: parseEmail(firstText(fields, ['email'], LONGEST_WHOLE) ?? ''),
    phone: phoneIn(text('telefone', 'phone', 'celular')) ?? phoneIn(jid?.split('@')[0]),
    jid,
    segment: text('segmentname', 'segment'),
    note: firstText(fields, ['memotext', 'note'], LONGEST_NOTE),
    priority: priorityIn(text('priority')),
    group: text('group'),
    internalId: idIn(firstText(fields, ['internalid'], LONGEST_WHOLE)),
    profileId: idIn(firstText(fields, ['profileid'], LONGEST_WHOLE)),
  });
  return Object.keys(profile).length === 0 ? { kind: 'nothing' } : { kind: 'profile', profile };
}

function firstText(
  fields: ReadonlyMap<string, unknown>,
  names: readonly string[],
  longest: number,
): string | undefined {
  for (const name of names) {
    const value = fields.get(name);
    if (typeof value !== 'string' && typeof value !== 'number') continue;
    const text = cleanLine(String(value), longest);
    if (text !== '') return text;
  }
  return undefined;
}

function isSomebodyElses(told: string | undefined, document: string): boolean {
  const parsed = parseDocument(told ?? '');
  const ours = parseDocument(document);
  return parsed.ok && ours.ok && parsed.value.value !== ours.value.value;
}

/** Of a person: groups and channels have other endings. */
function jidIn(text: string | undefined): string | undefined {
  return text !== undefined && /^\d{8,15}@(?:s\.whatsapp\.net|c\.us)$/.test(text) ? text : undefined;
}

function idIn(text: string | undefined): string | undefined {
  return text !== undefined && text.length <= LONGEST_ID ? text : undefined;
}

function phoneIn(text: string | undefined): string | undefined {
  return text === undefined ? undefined : normalizePhone(text)?.e164Digits;
}

function priorityIn(text: string | undefined): 1 | 2 | 3 | undefined {
  const number = Number(text);
  return number === 1 || number === 2 || number === 3 ? number : undefined;
}

function withoutAbsent(
  fields: { readonly [K in keyof ChatProfile]: ChatProfile[K] | undefined },
): ChatProfile {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
