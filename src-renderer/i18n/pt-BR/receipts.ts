export const receipts = {
  title: 'Comprovantes',
  lead: 'Toque no que quer imprimir de novo.',
  enough: 'Para imprimir mais, fale com o atendimento.',
  paidOn: 'Pago em {{date}}',
  paper: {
    uncertain: 'Talvez não tenha saído',
    none: 'Ainda não saiu',
  },
} as const;

export const printingReceipt = {
  title: 'Imprimindo seu comprovante…',
  lead: 'O papel sai em alguns segundos.',
} as const;

export const receiptPrinted = {
  title: 'Retire o seu comprovante',
  lead: 'Na segunda via está escrito “reimpressão”.',
} as const;

export const receiptTrouble = {
  title: {
    'no-paper': 'O papel acabou',
    'cover-open': 'A tampa da impressora está aberta',
    offline: 'A impressora não está respondendo',
    error: 'A impressora travou',
    uncertain: 'O comprovante saiu inteiro?',
  },
  lead: {
    'no-paper': 'Avise alguém da equipe para pôr papel. Seu pagamento está garantido.',
    'cover-open': 'Avise alguém da equipe para fechar a tampa. Seu pagamento está garantido.',
    offline: 'Avise alguém da equipe. Seu pagamento está garantido.',
    error: 'Avise alguém da equipe. Seu pagamento está garantido.',
    uncertain: 'A impressora não confirmou. Se o papel saiu cortado ou apagado, imprima outro.',
  },
  uncertainEnough: 'A impressora não confirmou. Se o papel saiu cortado ou apagado, fale com o atendimento.',
  waits: 'Assim que a impressora voltar, o comprovante sai sozinho.',
  again: 'Imprimir outro',
} as const;
