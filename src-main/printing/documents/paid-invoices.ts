import { type Cents, formatBrl } from '../../domain/money.ts';
import { printableText } from '../../domain/text.ts';
import type { Settlement } from '../../domain/write-off.ts';
import type { Block } from '../layout.ts';
import { standingWords } from './settlement-words.ts';

/** An invoice as a paper lists it. */
export interface PaperInvoice {
  readonly id: string;
  readonly description: string;
  readonly amountCents: Cents;
  /** What became of this one, where several were paid together and not all ended well. */
  readonly standing?: Settlement;
}

/** What was or is to be paid, with the total where there are several. */
export function invoiceBlocks(invoices: readonly PaperInvoice[], totalCents: Cents): readonly Block[] {
  return [
    ...invoices.flatMap(invoiceLines),
    ...(invoices.length < 2
      ? []
      : [
          { kind: 'rule' } as const,
          { kind: 'columns', label: 'Total', value: formatBrl(totalCents), bold: true } as const,
        ]),
  ];
}

function invoiceLines({ id, description, amountCents, standing }: PaperInvoice): readonly Block[] {
  return [
    { kind: 'feed', lines: 1 },
    { kind: 'columns', label: `Fatura ${printableText(id)}`, value: formatBrl(amountCents), bold: true },
    ...(description.trim() === '' ? [] : [{ kind: 'text', text: printableText(description) } as const]),
    ...(standing === undefined
      ? []
      : [{ kind: 'text', text: `> ${standingWords[standing]}`, bold: true } as const]),
  ];
}
