import { formatDocument, parseDocument } from '../../domain/cpf-cnpj.ts';
import type { LogoBlock } from '../logo.ts';

/** The company that is paid, as the settings name it. */
export interface Company {
  readonly name: string;
  /** CNPJ (or CPF), with or without mask. */
  readonly document: string;
  readonly address: string;
  readonly supportPhone?: string;
  /** Stands at the head of every paper. */
  readonly logo?: LogoBlock;
}

/** A document in clear with its kind, e.g. "CNPJ 33.000.167/0001-01"; text that is none stays as it is. */
export function documentLine(text: string): string {
  const parsed = parseDocument(text);
  return parsed.ok ? `${parsed.value.kind.toUpperCase()} ${formatDocument(parsed.value)}` : text;
}

/** The company as the head of a paper: name, document and address, a line each. */
export function companyHeader({ name, document, address }: Company): string {
  return `${name}\n${documentLine(document)}\n${address}`;
}
