export const secondCopies = {
  title: 'Notas, extrato e declarações',
  lead: 'Toque no que você precisa.',
  kind: {
    'fiscal-note': 'Notas fiscais',
    statement: 'Extrato financeiro',
    'debt-clearance': 'Declaração de quitação',
  },
  hint: {
    'fiscal-note': 'Veja na tela ou leve um papel com o código',
    statement: 'O que você pagou e o que está em aberto',
    'debt-clearance': 'A declaração de que o ano está pago',
  },
} as const;

export const copies = {
  lead: 'Toque na que você quer.',
  numbered: 'Nota {{number}}',
  ofYear: 'Ano de {{year}}',
  withoutNumber: 'Nota sem número',
  reading: {
    'fiscal-note': 'Buscando suas notas fiscais…',
    statement: 'Buscando seu extrato…',
    'debt-clearance': 'Buscando suas declarações…',
  },
  readingLead: 'Só um instante.',
  none: {
    'fiscal-note': 'Não há notas fiscais',
    'debt-clearance': 'Ainda não há declarações',
  },
  noneLead: 'Se você esperava encontrar alguma, fale com o atendimento.',
  unreadable: 'Não conseguimos consultar: {{companies}}. Esta lista não está completa.',
} as const;

export const copy = {
  title: {
    'fiscal-note': 'O que fazer com esta nota?',
    'debt-clearance': 'O que fazer com esta declaração?',
  },
  postedOn: 'Lançada em',
  company: 'Empresa',
  protocol: 'Protocolo',
  amount: 'Valor',
  show: 'Ver na tela',
  print: 'Imprimir resumo',
  printHint: 'Com um código que abre o documento no celular',
  printPlainHint: 'Um papel com os dados do documento',
  noPaper: 'A impressora está sem condição de imprimir agora.',
  noPrinter: 'Este totem não imprime.',
  page: 'Página {{current}} de {{total}} do documento',
  openingTitle: 'Abrindo o documento…',
  openingLead: 'Só um instante.',
} as const;

export const statement = {
  period: 'Período do extrato',
  months_one: '{{count}} mês',
  months_other: '{{count}} meses',
  all: 'Tudo',
  totals: 'Pago: {{paid}} · Em aberto: {{open}}',
  none: 'Nada lançado neste período.',
  due: 'Vence em {{date}}',
  paidOn: 'Pago em {{date}}',
  paid: 'Pago',
  open: 'Em aberto',
  print: 'Imprimir extrato',
  tooLong: 'É muito longo para imprimir. Escolha menos meses.',
} as const;

export const printingPaper = {
  title: 'Imprimindo…',
  lead: 'O papel sai em alguns segundos.',
} as const;

export const paperPrinted = {
  title: 'Retire o seu papel',
  lead: 'Não o deixe aqui: ele fala de você.',
} as const;

export const otherPaperTrouble = {
  title: {
    'no-paper': 'O papel acabou',
    'cover-open': 'A tampa da impressora está aberta',
    offline: 'A impressora não está respondendo',
    error: 'A impressora travou',
    uncertain: 'O papel saiu inteiro?',
  },
  lead: {
    'no-paper': 'Avise alguém da equipe para pôr papel.',
    'cover-open': 'Avise alguém da equipe para fechar a tampa.',
    offline: 'Avise alguém da equipe.',
    error: 'Avise alguém da equipe.',
    uncertain: 'A impressora não confirmou. Se o papel saiu cortado ou apagado, imprima outro.',
  },
  waits: 'Assim que a impressora voltar, o papel sai sozinho.',
  again: 'Imprimir outro',
} as const;
