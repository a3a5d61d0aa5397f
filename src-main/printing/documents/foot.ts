import { printableText } from '../../domain/text.ts';
import type { Block } from '../layout.ts';
import type { Company } from './company.ts';
import { formatDateTime } from './date-time.ts';

/** Where and when a paper was printed. */
export interface PrintMark {
  readonly terminalId: string;
  /** Wall time, milliseconds. */
  readonly printedAt: number;
  /** IANA name. */
  readonly timeZone: string;
}

/** The last words of a paper that is no proof of anything. */
export function printedBlock({ printedAt, timeZone, terminalId }: PrintMark): Block {
  const text = `${formatDateTime(printedAt, timeZone)}\nTerminal ${printableText(terminalId)}`;
  return { kind: 'text', text, align: 'center' };
}

/** The foot of a paper that somebody may come back with: where it was printed, and whom to call. */
export function footBlocks(company: Company, terminalId: string): readonly Block[] {
  return [
    { kind: 'columns', label: 'Terminal', value: printableText(terminalId) },
    ...(company.supportPhone === undefined
      ? []
      : [{ kind: 'columns', label: 'Atendimento', value: printableText(company.supportPhone) } as const]),
    { kind: 'feed', lines: 1 },
    { kind: 'text', text: 'NÃO É DOCUMENTO FISCAL', align: 'center', bold: true },
  ];
}

/** Ends a piece of paper. */
export const endBlocks: readonly Block[] = [{ kind: 'feed', lines: 1 }, { kind: 'cut' }];
