import { maskDocument, parseDocument } from '../../domain/cpf-cnpj.ts';

/** A customer's document for paper, e.g. "CPF ***.456.789-**"; nothing of a text that is no document is shown. */
export function maskedDocumentLine(text: string): string {
  const parsed = parseDocument(text);
  return parsed.ok ? `${parsed.value.kind.toUpperCase()} ${maskDocument(parsed.value)}` : '***';
}
