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
  refunded: ['Valor devolvido', 'Esta fatura já estava paga e o seu PIX foi devolvido para a sua conta.'],
  'closed-by-hand': [
    'Conferido pela empresa',
    'Uma pessoa da empresa conferiu este pagamento e concluiu o caso. Dúvidas: fale com o atendimento.',
  ],
};

/** The same where several invoices were paid together and each tells its own. */
export const eachSettlementWords: readonly [title: string, text: string] = [
  'Situação de cada fatura',
  'Seu pagamento foi recebido. Veja abaixo o que houve com cada fatura. Não pague de novo e guarde este comprovante.',
];

/** What became of one invoice among several. */
export const standingWords: Readonly<Record<Settlement, string>> = {
  done: 'Baixada',
  'closed-by-hand': 'Conferida pela empresa',
  refunded: 'Já estava paga: valor devolvido',
  processing: 'Baixa em processamento',
  'for-person': 'EM ABERTO: a empresa vai concluir',
  'refund-due': 'NÃO BAIXADA: valor a devolver',
};
