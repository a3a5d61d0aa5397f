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
  dialog: {
    title: (invoice: string) => `Marcar a baixa da fatura ${invoice} como resolvida?`,
    text: 'O totem não faz mais nada por ela. Só marque depois de conferir no ERP.',
    confirm: 'Marcar como resolvida',
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

const eventNames: Readonly<Record<string, string>> = {
  'visit-started': 'Começo da visita',
  'customer-identified': 'Cliente identificado',
  'invoice-opened': 'Fatura aberta',
  'charge-created': 'PIX criado',
  'charge-paid': 'PIX pago',
  'charge-expired': 'PIX vencido',
  'charge-cancelled': 'PIX cancelado',
  'refund-due': 'Devolução devida',
  'write-off-done': 'Baixa feita',
  'write-off-manual': 'Baixa para uma pessoa',
  'slip-printed': 'Boleto impresso',
  'receipt-printed': 'Comprovante impresso',
  'visit-ended': 'Fim da visita',
};

/** An event in the technician's words; its own name when there are none. */
export function eventName(type: string): string {
  return eventNames[type] ?? type;
}

const targetNames: Readonly<Record<string, string>> = {
  'chat-callbacks': 'Chat',
  'salesforce-case': 'Salesforce',
};

/** A target of deliveries in the technician's words. */
export function targetName(target: string): string {
  return targetNames[target] ?? target;
}

/** Words of the deliveries to chat and CRM. */
export const deliveryWords = {
  title: 'Avisos a outros sistemas',
  text: 'Avisos ao chat e ao CRM que ainda não foram entregues.',
  none: 'Nenhum aviso esperando.',
  shown: (shown: number, total: number) => `Mostrando ${shown} de ${total}.`,
  columns: { event: 'Aviso', target: 'Para', at: 'Quando', state: 'Situação', actions: 'O que fazer' },
  attempts: (count: number) => (count === 1 ? '1 tentativa' : `${count} tentativas`),
  retry: 'Tentar agora',
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
