/** Words of what customers may do besides paying. */
export const serviceWords = {
  title: 'Além de pagar',
  text: 'Cada serviço só aparece se o perfil do ERP tem o que ele precisa. Com algum ligado, o cliente começa por um menu.',
  secondCopies: { label: 'Segunda via de notas, extrato e quitação' },
  services: {
    label: 'Meus serviços',
    hint: 'Endereço, plano e situação; e quanto falta pagar do que está bloqueado.',
  },
  tickets: { label: 'Abrir chamado' },
  myData: { label: 'Meus dados', hint: 'O cliente troca e-mail, telefone e WhatsApp.' },
  join: { label: 'Quero ser cliente' },
  orders: { label: 'Contratar mais ou mudar de plano' },
  callAttendant: {
    label: 'Chamar atendente',
    hint: 'Avisa os sistemas do totem (chat, CRM, webhooks); sem nenhum, o botão não aparece. Alguém precisa atender o aviso.',
  },
  messages: {
    label: 'Receber no WhatsApp',
    hint: 'Linha digitável, PIX e comprovante, com o acordo do cliente na hora. Precisa do envio de mensagens em “Plataforma de chat”.',
  },
  trustUnlock: {
    title: 'Desbloqueio de confiança',
    offered: {
      label: 'Oferecer desbloqueio de confiança',
      hint: 'Para serviço bloqueado, em “Meus serviços”, depois de o cliente aceitar o termo abaixo.',
    },
    terms: {
      label: 'Termo que o cliente aceita',
      hint: 'O que acontece se não pagar; {dias} vira o número de dias. Vazio: o texto que vem com o totem.',
    },
    length: { label: 'Vale por', hint: 'Como está no ERP: é ele que conta os dias.' },
    onceInDays: { label: 'Um por serviço a cada', hint: 'Contado neste totem. 0: sem este limite.' },
    maxOverdue: {
      label: 'Só com faturas vencidas até',
      hint: 'Quem deve mais faturas vencidas do que isto precisa pagar. Vazio: sem este limite.',
    },
    heldByPending: {
      label: 'Segurar com pendência interna',
      hint: 'Se o ERP tem texto de pendência interna do cliente, o totem não desbloqueia. O texto nunca aparece.',
    },
    days: 'dias',
    invoices: 'faturas',
  },
} as const;
