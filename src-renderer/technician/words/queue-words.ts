import type { DeliveryItem, WriteOffItem } from '../../../src-main/contract/technician.ts';

interface StateWords {
  readonly word: string;
  readonly meaning: string;
}

/** A write-off's state in plain words. */
export const writeOffStates: Readonly<Record<WriteOffItem['state'], StateWords>> = {
  PENDING: { word: 'Na fila', meaning: 'Paga. O totem vai avisar o ERP sozinho.' },
  SENT: { word: 'Enviada', meaning: 'Enviada ao ERP; falta a resposta.' },
  UNKNOWN: { word: 'Sem resposta clara', meaning: 'O totem confere no ERP antes de enviar de novo.' },
  MANUAL: {
    word: 'Precisa de você',
    meaning: 'Confira no ERP: dê a baixa lá, se faltar, e marque aqui como resolvida.',
  },
  REFUND_DUE: {
    word: 'Devolver o dinheiro',
    meaning: 'A fatura já estava paga. Devolva o PIX ao cliente e marque aqui como resolvida.',
  },
};

/** Words of the queue of write-offs. */
export const writeOffWords = {
  title: 'Baixas',
  text: 'Pagamentos recebidos que o ERP ainda não confirmou, ou que pedem uma pessoa.',
  none: 'Nenhuma baixa esperando.',
  oldest: (span: string) => `A mais antiga sem resposta clara espera há ${span}.`,
  columns: {
    invoice: 'Fatura',
    amount: 'Valor',
    paidAt: 'Paga em',
    state: 'Situação',
    actions: 'O que fazer',
  },
  sends: (count: number) => (count === 1 ? 'enviada 1 vez' : `enviada ${count} vezes`),
  erp: (id: string) => `ERP ${id}`,
  wrongAmountNext: 'O valor pago não é o da fatura. Devolva o PIX ao cliente e marque aqui como resolvida.',
  retry: 'Tentar agora',
  retryRefused:
    'Não dá para tentar: outro pagamento da mesma fatura pode já ter dado a baixa. Confira no ERP e marque como resolvida.',
  settle: 'Marcar como resolvida',
  settleRefund: 'Resolvido de outra forma',
  settleRefused: 'Não dá para marcar agora: a devolução está a caminho. Espere o fim dela.',
  paidTwice: 'O cliente pagou este PIX mais de uma vez. A fatura fica com o primeiro pagamento; este volta.',
  refund: 'Devolver pelo PIX',
  refundAgain: 'Tentar devolver de novo',
  refundUnderWay: 'Devolução a caminho: o totem confere no PSP até o fim.',
  refundFailed: 'O PSP não fez a devolução. Confira no banco antes de tentar de novo.',
  refundRefused: 'Não dá para devolver por aqui: devolva pelo aplicativo ou site do banco.',
  refundDialog: {
    title: (amount: string) => `Devolver ${amount} pelo PIX?`,
    text: 'O dinheiro volta para a conta de quem pagou e não pode ser cobrado de novo. Confira antes no ERP: se a baixa desta fatura foi feita por este pagamento, não devolva.',
    confirm: 'Devolver',
    cancel: 'Voltar',
  },
  dialog: {
    title: (invoice: string) => `Marcar a baixa da fatura ${invoice} como resolvida?`,
    text: 'O totem não faz mais nada por ela. Só marque depois de conferir no ERP.',
    confirm: 'Marcar como resolvida',
    cancel: 'Voltar',
  },
} as const;

/** Words of what customers asked for and nobody knows the end of. */
export const requestWords = {
  title: 'Pedidos em verificação',
  text: 'O ERP não confirmou estes pedidos de clientes, e o totem não os repete. Confira lá e marque aqui.',
  none: 'Nenhum pedido em verificação.',
  columns: {
    protocol: 'Protocolo',
    what: 'Pedido',
    at: 'Quando',
    said: 'O ERP disse',
    actions: 'O que fazer',
  },
  kinds: {
    'trust-unlock': 'Desbloqueio de confiança',
    ticket: 'Chamado',
    'contact-change': 'Mudança de contato',
    lead: 'Interesse (lead)',
    prospect: 'Cadastro (prospecto)',
    order: 'Pedido de produto',
  },
  service: (id: string) => `serviço ${id}`,
  erp: (id: string) => `ERP ${id}`,
  nothing: 'nada',
  close: 'Marcar como resolvido',
  dialog: {
    title: (protocol: string) => `Marcar o pedido ${protocol} como resolvido?`,
    text: 'Só marque depois de conferir no ERP se ele foi feito, e de fazê-lo lá se faltava.',
    confirm: 'Marcar como resolvido',
    cancel: 'Voltar',
  },
} as const;

/** A delivery's state in plain words. */
export const deliveryStates: Readonly<Record<DeliveryItem['state'], StateWords>> = {
  waiting: { word: 'Esperando', meaning: 'O totem tenta de novo sozinho.' },
  dead: {
    word: 'Recusado',
    meaning: 'O outro sistema disse não. Acerte a causa e tente de novo, ou descarte.',
  },
};

const eventNames = {
  'visit-started': 'Começo da visita',
  'customer-identified': 'Cliente identificado',
  'invoice-opened': 'Fatura aberta',
  'charge-created': 'PIX criado',
  'charge-paid': 'PIX pago',
  'charge-expired': 'PIX vencido',
  'charge-cancelled': 'PIX cancelado',
  'refund-due': 'Devolução devida',
  'refund-done': 'Devolução feita',
  'write-off-done': 'Baixa feita',
  'write-off-manual': 'Baixa para uma pessoa',
  'slip-printed': 'Boleto impresso',
  'receipt-printed': 'Comprovante impresso',
  'paper-printed': 'Outro papel impresso',
  'contact-saved': 'Contato alterado',
  'message-asked': 'Mensagem pedida',
  'help-asked': 'Atendente chamado',
  'ticket-opened': 'Chamado aberto',
  'service-unlocked': 'Serviço desbloqueado',
  'registration-made': 'Cadastro ou pedido feito',
  'request-refused': 'Pedido recusado',
  'request-unclear': 'Pedido em verificação',
  'visit-ended': 'Fim da visita',
  'printer-trouble': 'Impressora pede ajuda',
  'printer-well': 'Impressora voltou',
} as const;

/** Every event, to choose among. */
export const eventOptions = Object.entries(eventNames).map(([value, label]) => ({ value, label }));

/** An event in the technician's words; its own name when there are none. */
export function eventName(type: string): string {
  return eventOptions.find(({ value }) => value === type)?.label ?? type;
}

const targetNames: Readonly<Record<string, string>> = {
  'chat-callbacks': 'Chat',
  'chat-messages': 'Mensagens do chat',
  'chat-summary': 'Resumo no chat',
  'salesforce-case': 'Salesforce',
  'senior-crm': 'Senior CRM',
};

/** A target of deliveries in the technician's words. */
export function targetName(target: string): string {
  const webhook = /^webhook:(.+)$/.exec(target)?.[1];
  return webhook === undefined ? (targetNames[target] ?? target) : `Webhook ${webhook}`;
}

/** Words of the deliveries to other systems. */
export const deliveryWords = {
  title: 'Avisos a outros sistemas',
  text: 'Avisos ao chat, ao CRM e aos webhooks que ainda não foram entregues.',
  none: 'Nenhum aviso esperando.',
  shown: (shown: number, total: number) => `Mostrando ${shown} de ${total}.`,
  columns: { event: 'Aviso', target: 'Para', at: 'Quando', state: 'Situação', actions: 'O que fazer' },
  attempts: (count: number) => (count === 1 ? '1 tentativa' : `${count} tentativas`),
  retry: 'Tentar agora',
  overtaken: 'O que veio depois nesta visita já foi entregue: este aviso chega fora de ordem.',
  retryAll: (target: string) => `Reenviar todos os recusados: ${target}`,
  retryRefused: 'Não dá para tentar: este sistema não está mais nas configurações. Descarte o aviso.',
  drop: 'Descartar',
  dialog: {
    title: (event: string, target: string) => `Descartar o aviso “${event}” para ${target}?`,
    text: 'O outro sistema não fica sabendo deste momento da visita.',
    confirm: 'Descartar',
    cancel: 'Voltar',
  },
} as const;

/** Words of the dialog that asks why. */
export const reasonWords = {
  label: 'Motivo',
  hint: 'Em poucas palavras: o que você conferiu e fez. Fica guardado neste totem.',
  missing: 'Escreva o motivo, com pelo menos 3 letras.',
  tooLong: 'No máximo 500 letras.',
} as const;
