import type { Settlement } from '../../domain/write-off.ts';

/** What the payer must know beyond the payment itself, with the next step; on receipt paper and in the PDF. */
export const settlementWords: Readonly<
  Record<Exclude<Settlement, 'done'>, readonly [title: string, text: string]>
> = {
  processing: [
    'Baixa em processamento',
    'Seu pagamento foi recebido. A fatura pode levar alguns minutos para sair da lista. Não pague de novo e guarde este comprovante.',
  ],
  'for-person': [
    'Baixa em conferência',
    'Seu pagamento foi recebido. A empresa vai conferir a baixa desta fatura.',
  ],
  'refund-due': ['Esta fatura já estava paga', 'Fale com o atendimento para receber este valor de volta.'],
  'closed-by-hand': [
    'Conferido pela empresa',
    'Uma pessoa da empresa conferiu este pagamento e concluiu o caso. Dúvidas: fale com o atendimento.',
  ],
};
