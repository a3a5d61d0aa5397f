export const attract = {
  title: 'Pague sua fatura aqui',
  lead: 'É rápido: leva cerca de um minuto.',
  start: 'Toque para começar',
  see: 'Veja suas faturas abertas',
  pix: 'Pague com PIX agora',
  slip: 'Imprima aqui seu boleto',
  notice: {
    'printer-unavailable': 'Hoje sem impressora: você pode pagar por PIX.',
    'pix-unavailable': 'Hoje sem PIX: você pode imprimir o boleto.',
    'erp-unavailable': 'Estamos sem acesso às faturas. Tente daqui a pouco.',
    'printer-and-pix': 'Hoje sem impressora e sem PIX: você pode só consultar.',
  },
  closed: {
    today: 'Agora estamos fechados. Abrimos hoje às {{time}}.',
    later: 'Agora estamos fechados. Abrimos {{day}} às {{time}}.',
    day: {
      mon: 'na segunda-feira',
      tue: 'na terça-feira',
      wed: 'na quarta-feira',
      thu: 'na quinta-feira',
      fri: 'na sexta-feira',
      sat: 'no sábado',
      sun: 'no domingo',
    },
  },
} as const;
