/** Words of the section state: the whole, the ERPs and the machine. */
export const stateWords = {
  title: 'Estado',
  intro: 'Como o totem está agora.',
  loading: 'Lendo o estado do totem…',
  failed: 'Não deu para ler o estado do totem.',
  reload: 'Atualizar',
  notRunning: {
    title: 'O atendimento está parado',
    text: 'O totem só atende com as configurações completas. Acerte o que falta e salve; o aviso de problemas, no pé da tela, leva a cada campo.',
    nothing: 'Nenhum campo está errado. Salve as configurações; se continuar parado, veja o registro (log).',
    more: (count: number) => (count === 1 ? 'E mais um campo.' : `E mais ${count} campos.`),
  },
  erps: {
    title: 'ERPs',
    up: 'Respondendo',
    down: 'Fora do ar',
    downNext: 'O totem tenta de novo sozinho. Confira a rede e teste na seção ERP.',
  },
  pix: {
    title: 'Contas PIX',
    up: 'Respondendo',
    down: 'Fora do ar',
    unused: 'Ainda sem uso desde que o totem ligou',
    downNext:
      'O totem não oferece PIX por esta conta e tenta de novo sozinho. Confira a rede e teste na seção PIX.',
    lastSuccess: (moment: string) => `última resposta ${moment}`,
    lastFailure: (moment: string) => `última falha ${moment}`,
  },
  disk: {
    title: 'Disco',
    free: (free: string, total: string) => `${free} livres de ${total}`,
    low: 'Pouco espaço. Abaixo de 1 GB livre o totem pode parar: apague o que não é dele ou troque o disco.',
    unknown: 'Não deu para medir o espaço. Veja o registro (log).',
  },
  clock: {
    title: 'Relógio',
    reading: 'Perguntando a hora aos servidores…',
    failed: 'Não deu para perguntar a hora.',
    none: 'Nenhum servidor configurado para comparar.',
    silent: 'não respondeu com a hora',
    same: 'igual',
    ahead: (span: string) => `este totem está ${span} adiantado`,
    behind: (span: string) => `este totem está ${span} atrasado`,
    off: 'O relógio está errado em mais de 30 segundos. Acerte a hora do computador (de preferência automática): vencimentos e validade do PIX dependem dela.',
    fine: 'O relógio está certo.',
    unknown: 'Nenhum servidor disse a hora; não dá para conferir.',
    again: 'Conferir de novo',
  },
  versions: { title: 'Versões' },
  log: {
    title: 'Registro (log)',
    text: 'Copia os registros do totem para um pen drive. Não levam CPF, nome nem senhas.',
    action: 'Copiar para pen drive',
  },
} as const;

/** Why a row could not be acted on. */
export const rowOutcomeWords = {
  done: 'Feito.',
  gone: 'Isto já mudou. A lista foi lida de novo.',
  failed: 'Não deu certo. Veja o registro (log) e tente de novo.',
} as const;
