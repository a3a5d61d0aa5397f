import { formatBrl } from '../../domain/money.ts';
import { answerOf, companyOf, type JoinDraft, registrationOf } from './join-draft.ts';
import type { JoinForm, Registration } from './join-form.ts';

/** What the company's staff read, and what stands on paper: in Portuguese, whatever language was spoken. */

const registrationWords: Readonly<Record<Registration, string>> = {
  lead: 'Contato de interessado',
  prospect: 'Cadastro de novo cliente',
  order: 'Pedido de novo cliente',
};

/** Short, for the head of a paper. */
export function subjectWords(draft: JoinDraft, form: JoinForm): string {
  return form.purpose === 'order' ? 'Pedido de cliente' : registrationWords[registrationOf(draft, form)];
}

/** What was chosen, in one line; empty when there was nothing to choose. */
export function chosenWords(draft: JoinDraft, form: JoinForm): string {
  const { products, dueDates } = companyOf(draft, form);
  const product = products.find(({ id }) => id === answerOf(draft, 'product'));
  const dueDate = dueDates.find(({ id }) => id === answerOf(draft, 'dueDate'));
  const price = product?.priceCents === undefined ? '' : ` (${formatBrl(product.priceCents)})`;
  return [
    ...(product ? [`${product.name}${price}`] : []),
    ...(dueDate ? [`vencimento: ${dueDate.name}`] : []),
  ].join(', ');
}

/** The summary of the whole for the ERP's remarks. @param agreedAt date and time as read where the terminal stands */
export function remarkWords(
  draft: JoinDraft,
  form: JoinForm,
  place: { readonly terminalId: string; readonly agreedAt: string; readonly version: string },
): string {
  const chosen = chosenWords(draft, form);
  const agreed = form.purpose === 'order' ? 'Condições do pedido' : 'Consentimento (LGPD)';
  return [
    `${subjectWords(draft, form)} pelo totem ${place.terminalId}.`,
    ...(chosen === '' ? [] : [`${chosen}.`]),
    `${agreed}, versão ${place.version}: aceito em ${place.agreedAt}.`,
  ].join(' ');
}
