export const preparingPix = {
  title: 'Preparando seu PIX…',
  lead: 'Deixe o celular à mão, com o app do seu banco.',
} as const;

export const pix = {
  title: 'Pague com PIX',
  checkPayee: 'Confira o nome no app do seu banco:',
  remaining: 'Tempo para pagar',
  qr: 'Código QR do PIX. Aponte a câmera do app do seu banco para ele.',
  step1: 'Abra o app do seu banco',
  step2: 'Escolha pagar com PIX e aponte para o código',
  step3: 'Confira o nome e confirme',
  waiting: 'Esperando o seu pagamento…',
  connectionTrouble: 'Conexão instável. Se já pagou, não pague de novo: vamos confirmar.',
  confirmedByErp: 'A confirmação pode levar alguns minutos. Não pague de novo.',
} as const;

export const cancellingPix = {
  title: 'Cancelando o PIX…',
  lead: 'Só um instante. Não pague mais este código.',
} as const;

export const pixExpired = {
  title: 'O tempo deste PIX acabou',
  lead: 'Não pague o código antigo. Se quiser, gere um novo agora.',
  alreadyPaid: 'Se você já pagou, não pague de novo: a baixa pode levar alguns minutos.',
  again: 'Gerar novo PIX',
  amount: 'Valor a pagar',
} as const;
