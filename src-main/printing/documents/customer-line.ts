import { maskDocument, parseDocument } from '../../domain/cpf-cnpj.ts';
import { printableText } from '../../domain/text.ts';
import type { Block } from '../layout.ts';

/** Whom a paper is for, as a stranger may read it. */
export interface PaperCustomer {
  /** Already masked, e.g. "Maria S."; may be empty. */
  readonly maskedName: string;
  /** CPF or CNPJ, printed masked; empty: none was asked. */
  readonly document: string;
}

/** A customer's document for paper, e.g. "CPF ***.456.789-**"; nothing of a text that is no document is shown. */
export function maskedDocumentLine(text: string): string {
  const parsed = parseDocument(text);
  return parsed.ok ? `${parsed.value.kind.toUpperCase()} ${maskDocument(parsed.value)}` : '***';
}

/** Name and document of a customer, a line each. */
export function customerBlocks({ maskedName, document }: PaperCustomer): readonly Block[] {
  const [kind = '', number = ''] = maskedDocumentLine(document).split(' ');
  return [
    ...(maskedName === ''
      ? []
      : [{ kind: 'columns', label: 'Cliente', value: printableText(maskedName) } as const]),
    ...(document === ''
      ? []
      : [
          {
            kind: 'columns',
            label: number === '' ? 'Documento' : kind,
            value: number === '' ? kind : number,
          } as const,
        ]),
  ];
}
