/** Words of the door and the frame of the technician's area. */
export const areaWords = {
  title: 'Área do técnico',
  terminal: (id: string) => `Terminal ${id}`,
  noTerminal: 'Terminal sem nome',
  leave: 'Sair',
  loading: 'Lendo as configurações…',
  notRead: 'Não foi possível ler as configurações.',
  retry: 'Tentar de novo',
  sections: 'Seções',
  problemsIn: (count: number) => (count === 1 ? '1 problema' : `${count} problemas`),

  door: {
    askTitle: 'Digite o PIN',
    ask: 'Só para quem cuida do totem. Se você veio pagar uma conta, toque em “Sair”.',
    chooseTitle: 'Escolha um PIN',
    choose:
      'De 6 a 12 números, que não sejam uma sequência nem um par repetido. Guarde-o bem: sem ele não se entra.',
    repeatTitle: 'Repita o PIN',
    repeat: 'Digite o mesmo PIN mais uma vez.',
    typed: (count: number) => (count === 1 ? '1 número digitado' : `${count} números digitados`),
    erase: 'Apagar',
    clear: 'Limpar',
    enter: 'Entrar',
    next: 'Continuar',
    save: 'Guardar PIN',
    different: 'Os dois não são iguais. Escolha de novo.',
    wrong: (triesLeft: number) =>
      triesLeft === 1
        ? 'PIN errado. Resta 1 tentativa antes do bloqueio de uma hora.'
        : `PIN errado. Restam ${triesLeft} tentativas antes do bloqueio de uma hora.`,
    wait: (left: string) => `Espere ${left} para tentar de novo.`,
    lockedOut: (left: string) => `Muitos PINs errados: a porta fica fechada. Tente de novo em ${left}.`,
    failed: 'O totem não respondeu. Tente de novo.',
    busy: 'Conferindo…',
    unfit: {
      length: 'O PIN precisa ter de 6 a 12 números.',
      digits: 'Use só números.',
      'too-plain': 'Este é fácil de adivinhar: evite sequências e números repetidos.',
    },
  },

  foot: {
    save: 'Salvar',
    saving: 'Salvando…',
    undo: 'Desfazer última alteração',
    undoTitle: 'Desfazer a última alteração?',
    undoText: (when: string) =>
      `As configurações voltam a ser as de antes de ${when}. O totem recomeça com elas.`,
    undoLoses: 'O que você digitou e ainda não salvou se perde.',
    discard: 'Descartar',
    discardTitle: 'Descartar o que não foi salvo?',
    discardText: 'As configurações guardadas aparecem de novo como estão.',
    clean: 'Tudo salvo',
    nothingYet: 'Nada salvo ainda',
    changes: (count: number) => (count === 1 ? '1 alteração não salva' : `${count} alterações não salvas`),
    problems: (count: number) => (count === 1 ? '1 problema' : `${count} problemas`),
    noProblems: 'Sem problemas',
    problemsTitle: 'O que falta acertar',
    problemsText: 'Toque em um problema para ir até o campo.',
    close: 'Fechar',
    saved: 'Salvo. O totem já usa as novas configurações.',
    undone: 'Desfeito. O totem já usa as configurações de antes.',
    refused: 'Não salvo: acerte os problemas primeiro.',
    failed: (code: string | undefined) =>
      code === undefined
        ? 'Não salvo: o totem não respondeu. Tente de novo.'
        : `Não salvo: o disco não aceitou (${code}). As configurações continuam como estavam.`,
    staleTitle: 'Alguém salvou antes',
    staleText: 'As configurações mudaram desde que você entrou. Leia-as de novo e repita a sua alteração.',
    reread: 'Ler de novo',
  },

  leaving: {
    title: 'Sair sem salvar?',
    text: (changes: string) => `Há ${changes}. Se sair agora, isso se perde.`,
    stay: 'Ficar',
    leave: 'Sair sem salvar',
  },

  sectionTitles: {
    erp: 'ERP',
    pix: 'PIX',
    printer: 'Impressora',
    relay: 'Integrações',
    terminal: 'Terminal',
    security: 'Segurança',
    state: 'Estado',
  },
} as const;
