import { printableText } from '../../domain/text.ts';
import type { Block, PrintDocument } from '../layout.ts';
import { customerBlocks } from './customer-line.ts';
import { formatDateTime } from './date-time.ts';
import { endBlocks, footBlocks } from './foot.ts';
import { type ProtocolBase, protocolHead, protocolNumber } from './protocol.ts';

/** Something that a customer asked the company for at the kiosk: a ticket, an unlock, a registration, new data. */
export interface RequestProtocolInput extends ProtocolBase {
  /** Wall time, milliseconds. */
  readonly askedAt: number;
  /** `unclear`: nobody knows yet whether the company's system took it. */
  readonly standing: 'done' | 'unclear';
  /** What it is about, e.g. "Desbloqueio de confiança". */
  readonly subject: string;
  /** What the customer asked for. */
  readonly message?: string;
  /** The ERP's own words about it. */
  readonly remarks?: string;
}

/** What a customer takes along after asking for something. */
export function requestProtocolDocument(input: RequestProtocolInput): PrintDocument {
  return {
    blocks: [
      ...protocolHead(input, 'PROTOCOLO DE ATENDIMENTO'),
      ...protocolNumber(input.protocol),
      { kind: 'text', text: formatDateTime(input.askedAt, input.timeZone), align: 'center' },
      { kind: 'rule' },
      ...customerBlocks(input.customer),
      ...said('Assunto', input.subject),
      ...said('Seu pedido', input.message),
      ...said('Resposta da empresa', input.remarks),
      { kind: 'rule' },
      ...standingWords[input.standing],
      { kind: 'rule' },
      ...footBlocks(input.company, input.terminalId),
      ...endBlocks,
    ],
  };
}

const standingWords: Readonly<Record<RequestProtocolInput['standing'], readonly Block[]>> = {
  done: [{ kind: 'text', text: 'Guarde este número: com ele a empresa acha o seu pedido.', align: 'center' }],
  unclear: [
    { kind: 'text', text: 'EM VERIFICAÇÃO', align: 'center', bold: true },
    {
      kind: 'text',
      text: 'O sistema da empresa não confirmou o pedido. Não peça de novo: mostre este papel no atendimento.',
      align: 'center',
    },
  ],
};

function said(label: string, words: string | undefined): readonly Block[] {
  const text = printableText(words ?? '').trim();
  if (text === '') return [];
  return [
    { kind: 'feed', lines: 1 },
    { kind: 'text', text: label },
    { kind: 'text', text, bold: true },
  ];
}
