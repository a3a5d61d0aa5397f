/** Words of the section integrations. */
export const relayWords = {
  title: 'Integrações',
  intro: 'Outros sistemas que ficam sabendo de cada visita. Se um deles cai, o aviso espera e vai depois.',
  webhooks: {
    title: 'Webhooks',
    text: 'Endereços seus que recebem cada acontecimento por POST, assinado (Standard Webhooks). O formato está em docs/events.md.',
    unnamed: 'Sem nome',
    add: 'Novo webhook',
    most: 10,
    removeText: 'O que ainda espera por ele não é mais entregue.',
    id: {
      label: 'Nome',
      hint: 'Só para você. Se mudar, o que ainda espera com o nome antigo não é mais entregue.',
    },
    url: { label: 'Endereço', hint: 'Começa com https:// e não leva “?”.' },
    secret: {
      label: 'Segredo da assinatura',
      hint: 'O mesmo no sistema que recebe: “whsec_” e de 24 a 64 bytes ao acaso, em base64.',
    },
    customerData: {
      label: 'Mandar os dados do cliente',
      hint: 'CPF ou CNPJ, nome, telefone e e-mail. Desligado: só números de identificação e valores.',
    },
    events: {
      label: 'O que mandar',
      hint: 'Tudo marcado: também o que versões novas do totem passarem a contar.',
    },
    test: {
      text: 'Manda um evento do tipo “test”, sem cliente nem valor.',
      action: 'Testar webhook',
    },
  },
} as const;
