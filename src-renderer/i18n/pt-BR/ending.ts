export const thanks = {
  title: 'Obrigado!',
  paid: 'Seu pagamento foi recebido. Até a próxima!',
  visited: 'Até a próxima!',
  closes: 'Esta tela fecha em',
  done: 'Ir para o início',
} as const;

export const idle = {
  title: 'Ainda está aí?',
  lead: 'Para proteger seus dados, vamos encerrar em',
  moreTime: 'Preciso de mais tempo',
} as const;
