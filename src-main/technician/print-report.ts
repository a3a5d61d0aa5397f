import type { TestReport } from '../contract/technician.ts';
import type { PrinterStatus, PrintOutcome } from '../printing/printer.ts';

/** What was noticed about the line besides what the printer said. */
export interface LineSigns {
  readonly openProblem: string | undefined;
  readonly hearsNoise: boolean;
}

/** A report without what was measured. */
export type Said = Omit<TestReport, 'tookMs' | 'exchanges'>;

const statusWords: Readonly<Record<PrinterStatus, string>> = {
  ok: 'A impressora parou de confirmar no meio do teste: confira o cabo e o controle de fluxo.',
  'near-end': 'O papel está quase no fim, e a impressora não confirmou o fim do teste.',
  'no-paper': 'Sem papel: ponha uma bobina e tente de novo.',
  'cover-open': 'A tampa está aberta: feche e tente de novo.',
  error: 'A impressora diz que está com erro: desligue, veja se há papel preso e ligue de novo.',
  offline: 'A impressora não respondeu: confira se está ligada, o cabo, a porta e a velocidade.',
};

/** How a test page came out, in words for a technician. */
export function reportOf(outcome: PrintOutcome, signs: LineSigns): Said {
  if (outcome.outcome === 'printed') {
    return {
      worked: true,
      summary: 'A página saiu: confira acentos, a régua numa linha só, os dois códigos e o corte.',
    };
  }
  if (signs.openProblem !== undefined) {
    return { worked: false, code: 'PRINTER-NOT-OPENED', summary: openWords(signs.openProblem) };
  }
  const code = outcome.outcome === 'uncertain' ? 'PRINTER-JOB-UNCERTAIN' : 'PRINTER-STATUS';
  if (outcome.status === 'offline' && signs.hearsNoise) {
    const summary =
      'A impressora responde em outra velocidade: ponha a mesma na impressora e aqui (baud rate, em geral 9600 ou 115200).';
    return { worked: false, code, summary };
  }
  return { worked: false, code, summary: statusWords[outcome.status] };
}

const openProblems: readonly (readonly [RegExp, string])[] = [
  [
    /no such file|file not found|ENOENT/i,
    'Esta porta não existe nesta máquina: confira o cabo e escolha outra.',
  ],
  [
    /permission denied|EACCES/i,
    'Sem permissão para abrir a porta: ponha o usuário do totem no grupo dialout e reinicie a sessão.',
  ],
  [
    /lock|busy|temporarily unavailable|access denied/i,
    'Outro programa está usando a porta: feche-o e tente de novo.',
  ],
  [/ENOTFOUND|EAI_AGAIN/i, 'Este nome não existe na rede: confira, ou use o endereço IP da impressora.'],
  [
    /ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|did not connect/i,
    'A impressora não atende neste endereço: confira se está ligada, o cabo de rede, o IP e a porta (em geral 9100).',
  ],
  [/baud rate/i, 'Esta velocidade não vale: escolha uma da lista.'],
  [/in time/i, 'A porta não abriu a tempo: tire e ponha o cabo USB.'],
];

function openWords(problem: string): string {
  const known = openProblems.find(([pattern]) => pattern.test(problem));
  return known?.[1] ?? `A porta não abriu: ${problem}`;
}
