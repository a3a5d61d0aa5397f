import { printableText } from '../../domain/text.ts';
import type { Block } from '../layout.ts';

/** Who said that the money arrived, and what they know of the payment. */
export type PaymentProof =
  | {
      readonly by: 'psp';
      readonly txid: string;
      /** Absent when the PSP calls the charge paid without naming the payment. */
      readonly endToEndId?: string;
      /** The PSP's clock, milliseconds since the Unix epoch. */
      readonly paidAt: number;
    }
  /** The ERP's own PIX: the company confirms it and tells neither ids nor the time of the payment. */
  | {
      readonly by: 'company';
      /** When the terminal learnt it, milliseconds since the Unix epoch. */
      readonly confirmedAt: number;
    };

/** When it was paid, as far as anybody knows; milliseconds since the Unix epoch. */
export function momentOf(proof: PaymentProof): number {
  return proof.by === 'psp' ? proof.paidAt : proof.confirmedAt;
}

/** What finds the payment again at the PSP. */
export function proofBlocks(proof: PaymentProof): readonly Block[] {
  if (proof.by === 'company') {
    return [{ kind: 'text', text: 'Pagamento confirmado pela empresa.', align: 'center' }];
  }
  return [
    ...(proof.endToEndId === undefined ? [] : identifier('ID da transação', proof.endToEndId)),
    ...identifier('Identificador da cobrança (txid)', proof.txid),
  ];
}

function identifier(label: string, value: string): readonly Block[] {
  return [
    { kind: 'text', text: label },
    { kind: 'text', text: printableText(value), bold: true },
  ];
}
