import { formatDocument, parseDocument } from '../../domain/cpf-cnpj.ts';

/** The company that is paid, as the settings name it. */
export interface Company {
  readonly name: string;
  /** CNPJ (or CPF), with or without mask. */
  readonly document: string;
  readonly address: string;
  readonly supportPhone?: string;
}

/** A document in clear with its kind, e.g. "CNPJ 33.000.167/0001-01"; text that is none stays as it is. */
export function documentLine(text: string): string {
  const parsed = parseDocument(text);
  return parsed.ok ? `${parsed.value.kind.toUpperCase()} ${formatDocument(parsed.value)}` : text;
}
