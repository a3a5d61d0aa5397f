/** Words of the day's closing and of how the database is kept. */
export const closingWords = {
  title: 'Fechamento do dia',
  text: 'O que foi recebido e onde está cada centavo, pelo registro do dinheiro, que é conferido na hora. Recebido conta pelo relógio do banco; cobrado, pelo deste totem.',
  loading: 'Conferindo o registro do dinheiro…',
  failed: 'Não deu para fazer o fechamento. Veja o registro (log).',
  previous: 'Dia anterior',
  next: 'Dia seguinte',
  export: 'Salvar em pen drive',
  caption: (day: string) => `Fechamento de ${day}`,
  none: 'Nenhuma cobrança nem pagamento neste dia.',
  total: 'Total',
  ownPix: 'PIX do próprio ERP',
  columns: {
    account: 'ERP e conta',
    charged: 'Cobrado',
    paid: 'Recebido',
    settled: 'Baixado',
    pending: 'A caminho do ERP',
    person: 'Esperando uma pessoa',
    byHand: 'Encerrado por uma pessoa',
    refundDue: 'A devolver',
    refunded: 'Devolvido',
  },
  openFromBefore: (count: number, amount: string) =>
    count === 1
      ? `Em aberto de dias anteriores: 1 pagamento, ${amount}.`
      : `Em aberto de dias anteriores: ${count} pagamentos, ${amount}.`,
  intact: (entries: number) => `O registro do dinheiro está íntegro (${entries} linhas).`,
  broken: (seq: number) =>
    `O registro do dinheiro foi alterado ou está danificado a partir da linha ${seq}. Guarde uma cópia e avise o responsável.`,
  differences: (count: number) =>
    count === 1
      ? '1 cobrança ou baixa não confere com o registro do dinheiro.'
      : `${count} cobranças ou baixas não conferem com o registro do dinheiro.`,
  storage: {
    title: 'Banco de dados',
    backup: (moment: string, count: number) =>
      count === 1
        ? `Cópia de segurança de ${moment}.`
        : `Cópia de segurança de ${moment}; ${count} guardadas.`,
    noBackup: 'Ainda não há cópia de segurança. A primeira é feita quando ninguém está sendo atendido.',
    restored: (moment: string) =>
      `Em ${moment} o banco de dados estava danificado ou tinha sumido; a última cópia de segurança tomou o lugar dele, ou um vazio, se não havia cópia. O que estava danificado ficou na pasta quarantine. Confira os pagamentos desse dia.`,
    off: {
      starting: 'PIX ainda desligado: o totem está conferindo o que ficou em aberto.',
      restored:
        'Pagamentos desligados: falta perguntar aos bancos o que entrou depois da cópia. O totem tenta de novo sozinho; confira a rede.',
      'disk-full': 'Pagamentos desligados: o disco está cheio. Libere espaço; eles voltam sozinhos.',
      damaged:
        'Pagamentos desligados: o banco de dados está danificado. Reinicie o totem para ele se recuperar.',
    },
  },
} as const;
