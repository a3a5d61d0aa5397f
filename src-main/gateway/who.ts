import { parseDocument } from '../domain/cpf-cnpj.ts';
import type { VisitHistory } from './visit-history.ts';
import { type AskedValues, firstValue } from './wire/asked-values.ts';

/** A telephone tells less surely who somebody is. */
export type FoundBy = 'document' | 'phone';

/** Whom a request of the chat platform is about. */
export type Who =
  /** `document`: CPF or CNPJ without mask. */
  | { readonly kind: 'customer'; readonly document: string; readonly by: FoundBy }
  | { readonly kind: 'nobody'; readonly reason: NobodyReason };

export type NobodyReason =
  /** A group of people has no invoices. */
  | 'group'
  | 'wrong-document'
  /** No document, and a telephone that no visit here named, or none at all. */
  | 'no-document'
  /** Nobody's debts are shown on the chance that they are the right person's. */
  | 'shared-phone';

const DOCUMENT_NAMES = ['document', 'documento', 'cpfcnpj', 'cnpjcpf', 'cpf', 'cnpj', 'doc'];
const PHONE_NAMES = ['phone', 'telefone', 'celular', 'whatsapp', 'fone'];
/** In a bulk sending body (contract C.2) the telephone; elsewhere as likely that of a house. */
const BULK_NAME = 'numero';
const JID_NAMES = ['jid', 'jiddestiny'];
const PHONE_HOSTS: ReadonlySet<string> = new Set(['s.whatsapp.net', 'c.us']);

/** Finds out by the document, and else by telephone or WhatsApp id through the visits that this kiosk knows. */
export function findWho(values: AskedValues, visits: Pick<VisitHistory, 'documentsOf'>): Who {
  if (isGroup(values)) return nobody('group');
  const given = documentIn(values);
  if (given !== undefined) {
    const document = parseDocument(given);
    return document.ok
      ? { kind: 'customer', document: document.value.value, by: 'document' }
      : nobody('wrong-document');
  }
  const [document, other] = visits.documentsOf(phonesIn(values));
  if (document === undefined) return nobody('no-document');
  return other === undefined ? { kind: 'customer', document, by: 'phone' } : nobody('shared-phone');
}

/** Whether a request is about somebody else than the customer with this document, as far as it says. */
export function namesAnother(values: AskedValues, document: string): boolean {
  const named = parseDocument(documentIn(values) ?? '');
  return named.ok && named.value.value !== document;
}

export function documentIn(values: AskedValues): string | undefined {
  return firstValue(values, ...DOCUMENT_NAMES);
}

export function phoneIn(values: AskedValues): string | undefined {
  return firstValue(values, ...PHONE_NAMES);
}

export function isGroup(values: AskedValues): boolean {
  return (
    values.get('isgroup')?.toLowerCase() === 'true' || /@g\.us$/.test(firstValue(values, ...JID_NAMES) ?? '')
  );
}

/** The digits before the host of the WhatsApp id, without a device ("…:12@s.whatsapp.net"). */
export function jidDigits(values: AskedValues): string | undefined {
  return jidIn(values)?.digits;
}

function jidIn(values: AskedValues): { readonly digits: string; readonly host: string } | undefined {
  const [, digits, host] = /^(\d+)(?::\d+)?@(\S+)$/.exec(firstValue(values, ...JID_NAMES) ?? '') ?? [];
  return digits === undefined || host === undefined ? undefined : { digits, host };
}

function phonesIn(values: AskedValues): readonly string[] {
  const phone = phoneIn(values) ?? values.get(BULK_NAME);
  const jid = jidIn(values);
  // Ids on other hosts ("…@lid") hold no number.
  const ofJid = jid && PHONE_HOSTS.has(jid.host) ? jid.digits : undefined;
  return [...(phone === undefined ? [] : [phone]), ...(ofJid === undefined ? [] : [ofJid])];
}

function nobody(reason: NobodyReason): Who {
  return { kind: 'nobody', reason };
}
