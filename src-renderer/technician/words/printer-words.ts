import type { LivePrinterStatus } from '../../../src-main/contract/technician.ts';

interface StatusWords {
  readonly word: string;
  readonly next: string;
}

/** What the printer says, and the next step. */
export const printerStatusWords: Readonly<Record<LivePrinterStatus, StatusWords>> = {
  ok: { word: 'Pronta', next: 'Imprima a página de teste para conferir o papel e a largura.' },
  'near-end': { word: 'Papel acabando', next: 'Ainda imprime. Deixe uma bobina nova por perto.' },
  'no-paper': { word: 'Sem papel', next: 'Ponha uma bobina e feche a tampa.' },
  'cover-open': { word: 'Tampa aberta', next: 'Feche a tampa até ouvir o clique.' },
  offline: {
    word: 'Não responde',
    next: 'Veja se está ligada, se o cabo está firme e se a porta e a velocidade são as da impressora.',
  },
  error: { word: 'Com defeito', next: 'Desligue e ligue a impressora; veja se há papel preso na faca.' },
  'wrong-speed': {
    word: 'Velocidade errada',
    next: 'A impressora responde, mas em outra velocidade: escolha abaixo a mesma que está nela, em geral 9600 ou 115200.',
  },
  'not-configured': {
    word: 'Falta a porta',
    next: 'Escolha abaixo a porta da impressora, ou o endereço dela na rede.',
  },
};

/** Words of the printer in the section state. */
export const printerHealthWords = {
  title: 'Impressora',
  unknown: { word: 'Ainda não olhada', next: 'O totem pergunta a ela nos primeiros segundos.' },
  since: (moment: string) => `Desde ${moment}`,
  was: (word: string) => `Aviso: ${word}`,
} as const;

/** Words of the section printer. */
export const printerWords = {
  title: 'Papel neste totem',
  intro: 'A impressora de recibos: numa porta serial (ou USB que aparece como serial) ou na rede.',
  enabled: {
    label: 'Este totem tem impressora',
    hint: 'Desligado: o totem não oferece boleto nem comprovante em papel.',
  },
  off: 'Sem impressora o cliente só paga por PIX e não leva papel.',
  port: 'Onde está',
  place: { label: 'Ligação', hint: 'Por onde a impressora está ligada ao totem.' },
  places: { serial: 'Serial ou USB', tcp: 'Rede' },
  host: {
    label: 'Endereço',
    hint: 'O IP da impressora; ela o imprime na página de configuração. Use um IP fixo.',
  },
  tcpPort: { label: 'Porta TCP', hint: 'Quase sempre 9100.' },
  ports: {
    label: 'Portas deste computador',
    reload: 'Procurar de novo',
    loading: 'Procurando portas…',
    none: 'Nenhuma porta encontrada. Ligue a impressora no computador e procure de novo.',
    failed: 'Não deu para ver as portas.',
    chosen: 'Escolhida',
  },
  path: {
    label: 'Caminho da porta',
    hint: 'Escolha na lista acima ou escreva, por exemplo /dev/ttyUSB0 ou COM3.',
  },
  model: {
    label: 'Modelo',
    hint: 'Diz a largura do papel e o que a impressora sabe fazer. Na dúvida, a genérica da largura da sua bobina.',
    own: 'Perfil próprio',
    unfit: 'Este perfil tem erros e não pode ser usado:',
    fromDrive: 'Trazer um perfil do pen drive',
  },
  logo: {
    label: 'Logotipo no papel',
    hint: 'No alto de cada papel, até a metade da largura. A 9600 baud o boleto demora um ou dois segundos a mais para sair.',
  },
  copies: {
    label: 'Vias do comprovante',
    hint: 'Uma reimpressão sai só para o cliente.',
  },
  copiesOptions: [
    { value: 'customer', label: 'Cliente' },
    { value: 'customer-and-company', label: 'Cliente e empresa' },
  ],
  baudRate: {
    label: 'Velocidade (baud)',
    hint: 'A mesma da impressora. Para ver a dela: desligue, segure o botão de papel (FEED) e ligue; ela imprime a configuração.',
  },
  flowControl: {
    label: 'Controle de fluxo',
    hint: 'O mesmo da impressora. RTS/CTS só com o fio do DTR ao CTS.',
    none: 'Nenhum',
    rtscts: 'RTS/CTS',
    xonxoff: 'XON/XOFF',
  },
  how: 'Como imprime',
  preview: {
    title: 'Como os papéis saem',
    text: 'Amostras com o nome, o endereço e o logotipo desta tela, antes de salvar. O cliente e os códigos são inventados.',
    show: 'Ver os papéis',
    again: 'Ver de novo',
    busy: 'Desenhando…',
    lost: 'Não deu para desenhar os papéis. Tente de novo.',
    unfit: 'Acerte primeiro:',
    kinds: { slip: 'Boleto', receipt: 'Comprovante', 'pix-slip': 'PIX no papel' },
    picture: (kind: string, paper: string) => `Amostra em papel de ${paper}: ${kind}`,
    logo: {
      missing: 'Não há logotipo: escolha um arquivo PNG na seção Terminal.',
      'not-png': 'O logotipo não é um PNG e não sai no papel: escolha um PNG na seção Terminal.',
      'too-large': 'O logotipo tem pontos demais e não sai no papel: salve-o com até 1 megapixel.',
      blank: 'O logotipo é claro demais e não sai no papel: use um de traços escuros.',
    },
  },
  status: {
    title: 'Agora',
    asking: 'Perguntando à impressora…',
    failed: 'Não deu para perguntar à impressora.',
  },
  test: {
    title: 'Página de teste',
    text: 'Imprime uma página com acentos, réguas da largura do papel, um código de barras e um QR.',
    action: 'Imprimir página de teste',
  },
} as const;
