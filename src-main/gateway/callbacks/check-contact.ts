import { parseEmail } from '../../domain/contact-data.ts';
import { parseDocument } from '../../domain/cpf-cnpj.ts';
import { normalizePhone, phoneDigits } from '../../domain/phone.ts';
import { documentIn, isGroup, jidDigits, phoneIn } from '../who.ts';
import type { AskedValues } from '../wire/asked-values.ts';

/** What the platform is told: `true` to go on, or why not, in words for the agent. */
export type Verdict = true | { readonly result: false; readonly message: string };

export function refusal(message: string): Verdict {
  return { result: false, message };
}

/** Answers OnBeforeSaveContact: what is filled in must be sound; what is empty is nobody's business here. */
export function checkContact(values: AskedValues): Verdict {
  if (isGroup(values)) return true;
  const document = documentIn(values);
  if (document !== undefined && !parseDocument(document).ok) {
    return refusal('O CPF ou CNPJ não é válido: confira os dígitos.');
  }
  const email = values.get('email');
  if (email !== undefined && parseEmail(email) === undefined) {
    return refusal('O e-mail não é válido: por exemplo, maria@exemplo.com.br.');
  }
  const phone = phoneIn(values);
  if (phone !== undefined && !isFromWhatsApp(phone, values) && !isPossiblePhone(phone)) {
    return refusal('O telefone não é válido: use DDD e número, por exemplo (54) 98765-4321.');
  }
  return true;
}

/** Where no telephone is registered the platform tells the id's digits (contract C.4), from abroad without plus sign. */
function isFromWhatsApp(phone: string, values: AskedValues): boolean {
  return phoneDigits(phone) === jidDigits(values);
}

/** Contacts from abroad have other numbers: a plus sign and another country. */
function isPossiblePhone(text: string): boolean {
  if (normalizePhone(text)) return true;
  return /^\s*\+(?!55)/.test(text) && /^\d{7,15}$/.test(phoneDigits(text));
}
