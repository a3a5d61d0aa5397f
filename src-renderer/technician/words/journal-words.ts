const chargeStates: Readonly<Record<string, string>> = {
  CREATED: 'Sendo criado',
  REQUESTED: 'Pedido ao PSP',
  AWAITING: 'Esperando pagamento',
  PAID: 'Pago',
  EXPIRED: 'Venceu sem pagamento',
  CANCELLED: 'Cancelado',
  REFUND_DUE: 'Devolver o dinheiro',
  REFUNDED: 'Devolvido',
  SETTLED_BY_HAND: 'Resolvido por uma pessoa',
};

/** A charge's state in plain words. */
export function chargeStateName(state: string): string {
  return chargeStates[state] ?? state;
}

const writeOffNames: Readonly<Record<string, string>> = {
  PENDING: 'Baixa na fila',
  SENT: 'Baixa enviada',
  UNKNOWN: 'Baixa sem resposta clara',
  DONE: 'Baixa feita',
  DONE_BY_RECONCILIATION: 'Baixa feita, conferida no ERP',
  MANUAL: 'Baixa precisa de uma pessoa',
  REFUND_DUE: 'Devolver o dinheiro',
  REFUNDED: 'Dinheiro devolvido',
  NOT_OURS: 'O ERP dá a baixa',
  SETTLED_BY_HAND: 'Baixa resolvida por uma pessoa',
};

/** What became of a write-off, for one line of the journal. */
export function writeOffName(state: string): string {
  return writeOffNames[state] ?? state;
}

/** Words of the journal of charges. */
export const journalWords = {
  title: 'Diário de pagamentos',
  text: 'Todos os PIX que este totem já mostrou, do mais novo ao mais antigo.',
  search: {
    label: 'Procurar',
    hint: 'txid, número da fatura, código do pagamento, valor (129,90) ou dia (05/01/2026). Vazio: todos.',
    action: 'Procurar',
    clear: 'Limpar',
  },
  columns: {
    when: 'Quando',
    amount: 'Valor',
    invoices: 'Faturas',
    state: 'Situação',
    actions: 'Comprovante',
  },
  source: { 'api-pix': 'PIX da conta', 'erp-pix': 'PIX do ERP', 'static-pix': 'PIX estático' },
  paidAt: (time: string) => `pago ${time}`,
  none: 'Nenhum pagamento encontrado.',
  noneYet: 'Este totem ainda não mostrou nenhum PIX.',
  loading: 'Procurando…',
  failed: 'Não deu para ler o diário.',
  previous: 'Mais novos',
  next: 'Mais antigos',
  page: (page: number, pages: number) => `Página ${page} de ${pages}`,
  total: (total: number) => (total === 1 ? '1 pagamento' : `${total} pagamentos`),
  reprint: 'Imprimir de novo',
  reprintOutcome: {
    done: 'O comprovante foi para a impressora.',
    gone: 'Este pagamento não tem comprovante para imprimir.',
    failed: 'Não deu para imprimir. Confira a seção Impressora.',
  },
  txid: 'txid',
} as const;
