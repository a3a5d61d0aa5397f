export const paid = {
  title: 'Pago!',
  lead: 'Recebemos o seu PIX.',
  writeOff: {
    done: 'Sua fatura já está baixada.',
    processing: 'A baixa da fatura está a caminho e pode levar alguns minutos. Não pague de novo.',
    'by-hand': 'Uma pessoa da empresa vai concluir a baixa. Não pague de novo.',
  },
  several: {
    done: 'Suas {{count}} faturas já estão baixadas.',
    processing: 'A baixa das faturas está a caminho e pode levar alguns minutos. Não pague de novo.',
    'by-hand': 'Uma pessoa da empresa vai concluir o que falta. Não pague de novo.',
  },
  standing: { processing: 'A caminho', 'by-hand': 'Com a empresa' },
  more_one: 'e mais {{count}} fatura',
  more_other: 'e mais {{count}} faturas',
  rest_one: '{{count}} fatura já está baixada.',
  rest_other: '{{count}} faturas já estão baixadas.',
  protocol: 'Protocolo {{protocol}}',
  service: {
    back: 'Seu serviço já foi religado.',
    returning_one: 'Seu serviço volta em até {{count}} hora.',
    returning_other: 'Seu serviço volta em até {{count}} horas.',
  },
  receipt: {
    printing: 'Imprimindo seu comprovante…',
    printed: 'Retire seu comprovante na saída de papel.',
    waiting: {
      'no-paper': 'O papel da impressora acabou.',
      'cover-open': 'A tampa da impressora está aberta.',
      offline: 'A impressora não está respondendo.',
      error: 'A impressora travou.',
    },
    waitingCalm: 'Seu pagamento está garantido. O comprovante sai quando a impressora voltar.',
    uncertain: 'Não sabemos se o comprovante saiu inteiro. Seu pagamento está garantido.',
    none: 'Seu comprovante está no app do seu banco.',
  },
} as const;
