export const services = {
  title: 'Meus serviços',
  lead: 'Toque em um para ver mais.',
  loadingTitle: 'Procurando os seus serviços…',
  loadingLead: 'Só um instante.',
  emptyTitle: 'Não achamos serviços no seu nome',
  emptyLead: 'Se contratou há pouco, pode levar alguns dias para aparecer aqui.',
  blocked: 'Bloqueado',
} as const;

export const service = {
  company: 'Empresa',
  address: 'Endereço',
  plan: 'Plano',
  situation: 'Situação',
  blocked: 'Este serviço está bloqueado',
  owedOverdue_one: 'Falta pagar uma fatura vencida.',
  owedOverdue_other: 'Falta pagar {{count}} faturas vencidas.',
  owedOpen_one: 'Há uma fatura em aberto.',
  owedOpen_other: 'Há {{count}} faturas em aberto.',
  nothingOwed: 'Não achamos fatura em aberto. Fale com o atendimento para saber o motivo.',
  owedUnknown: 'Agora não conseguimos ver quanto falta pagar. Tente mais tarde.',
  pay: 'Pagar agora',
  payHint: 'Escolha como pagar',
  unlock: 'Desbloqueio de confiança',
  unlockHint: 'Usar agora e pagar nos próximos dias',
  without: 'Sem desbloqueio de confiança',
  why: {
    recently: 'Este serviço já foi liberado assim há pouco tempo. Pague para ele voltar.',
    'too-much-owed': 'Há faturas vencidas demais. Pague para o serviço voltar.',
    held: 'Fale com o atendimento: falta acertar algo antes.',
    unclear: 'Seu pedido está em verificação. Não precisa pedir de novo. Protocolo {{protocol}}',
  },
} as const;

export const unlockTerms = {
  title: 'Desbloqueio de confiança',
  lead: 'Leia e diga se aceita.',
  service: 'Serviço',
  agree: 'Aceito, pode liberar',
  decline: 'Agora não',
} as const;

export const unlocking = {
  title: 'Liberando o seu serviço…',
  lead: 'Leva até um minuto. Fique por aqui.',
} as const;

export const unlockResult = {
  done: {
    title: 'Serviço liberado',
    lead: 'Se ainda não funciona, desligue o aparelho da tomada por um minuto.',
  },
  refused: {
    title: 'Não foi possível liberar',
    lead: 'Pague o que está em aberto, ou fale com o atendimento.',
  },
  unclear: {
    title: 'Seu pedido está em verificação',
    lead: 'O sistema ainda não confirmou. Não precisa pedir de novo: a equipe vai conferir.',
  },
  'not-sent': {
    title: 'Não deu para pedir agora',
    lead: 'Nada foi enviado. Tente de novo daqui a pouco.',
  },
  said: 'Resposta do sistema: {{words}}',
} as const;
