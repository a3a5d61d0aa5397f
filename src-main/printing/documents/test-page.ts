import { printableText } from '../../domain/text.ts';
import type { Block, PrintDocument } from '../layout.ts';
import { formatDateTime } from './date-time.ts';

/** What a test page says. */
export interface TestPageInput {
  readonly terminalId: string;
  /** How the port is set, e.g. "/dev/ttyUSB0, 9600". */
  readonly port: string;
  /** Characters of normal size on a line. */
  readonly columns: number;
  /** Whether the printer cuts the paper itself. */
  readonly cutter: boolean;
  /** Wall time, milliseconds. */
  readonly printedAt: number;
  /** IANA name. */
  readonly timeZone: string;
}

/** Right by its check digit; no bank has the number 000, and the amount is zero: nobody can pay it. */
export const SAMPLE_BARCODE = '00095000000000000001234567890123456789012345';
export const SAMPLE_QR = 'TESTE DO TOTEM - SEM VALOR';

/** A paper that shows whether the printer does all that slips and receipts need. */
export function testPageDocument(input: TestPageInput): PrintDocument {
  return {
    blocks: [
      { kind: 'text', text: 'TESTE DE IMPRESSÃO', align: 'center', bold: true, size: 'large' },
      { kind: 'feed', lines: 1 },
      { kind: 'columns', label: 'Terminal', value: printableText(input.terminalId) },
      { kind: 'columns', label: 'Porta', value: printableText(input.port) },
      { kind: 'text', text: formatDateTime(input.printedAt, input.timeZone) },
      { kind: 'rule' },
      ...letterBlocks,
      { kind: 'rule' },
      ...rulerBlocks(input.columns),
      { kind: 'rule' },
      ...symbolBlocks,
      { kind: 'rule' },
      { kind: 'text', text: input.cutter ? 'Fim. O corte vem abaixo.' : 'Fim do teste.', align: 'center' },
      { kind: 'feed', lines: 1 },
      { kind: 'cut' },
    ],
  };
}

/** Every letter of Portuguese that is not in ASCII, and every size. */
const letterBlocks: readonly Block[] = [
  { kind: 'text', text: 'Acentos', bold: true },
  { kind: 'text', text: 'á à â ã ä é è ê í ì ó ò ô õ ö ú ù ü ç ñ' },
  { kind: 'text', text: 'Á À Â Ã Ä É È Ê Í Ì Ó Ò Ô Õ Ö Ú Ù Ü Ç Ñ' },
  { kind: 'text', text: '1ª 2º § ° R$ 1.234,56' },
  { kind: 'text', text: 'Atenção: às três, o avô pôs pinguim, maçã e limões no pão.' },
  { kind: 'feed', lines: 1 },
  { kind: 'text', text: 'Normal' },
  { kind: 'text', text: 'Negrito', bold: true },
  { kind: 'text', text: 'Alta', size: 'tall' },
  { kind: 'text', text: 'Larga', size: 'wide' },
  { kind: 'text', text: 'Grande', size: 'large' },
];

/** Exactly as wide as the paper's profile says: a wrapped or short line shows that the paper is set wrong. */
function rulerBlocks(columns: number): readonly Block[] {
  const places = Array.from({ length: columns }, (_, index) => index + 1);
  const tens = places.map((place) => (place % 10 === 0 ? String(place / 10) : ' ')).join('');
  return [
    { kind: 'text', text: `Largura: ${columns} colunas numa linha`, bold: true },
    { kind: 'text', text: tens },
    { kind: 'text', text: places.map((place) => place % 10).join('') },
  ];
}

const symbolBlocks: readonly Block[] = [
  { kind: 'text', text: 'AMOSTRA SEM VALOR', align: 'center', bold: true, size: 'tall' },
  { kind: 'text', text: 'Código de barras de teste: nenhum banco aceita', align: 'center' },
  { kind: 'barcode', digits: SAMPLE_BARCODE },
  { kind: 'text', text: 'AMOSTRA SEM VALOR', align: 'center', bold: true, size: 'tall' },
  { kind: 'text', text: 'QR de teste', align: 'center' },
  { kind: 'qr', text: SAMPLE_QR },
];
