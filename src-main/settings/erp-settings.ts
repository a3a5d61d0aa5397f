import * as z from 'zod';
import { addressPath, baseAddress, lineOfText, secret, wholeNumber } from './setting-fields.ts';
import { reportIssue } from './setting-issue.ts';

interface Words {
  readonly successWords: readonly string[];
  readonly alreadySettledWords: readonly string[];
  readonly refusalWords: readonly string[];
}

const words = (defaults: readonly string[]) => z.array(lineOfText(100)).default([...defaults]);

const erpPaths = z
  .strictObject({
    getCustomer: addressPath().default('/clientes').describe('Finds a customer by document.'),
    listOpenInvoices: addressPath().default('/faturas').describe('Open invoices of a document.'),
    listContracts: addressPath().default('/contratos').describe('Contracts of a document.'),
    listStatements: addressPath().default('/extratos').describe('Financial statement, proof of a write-off.'),
    writeOffInvoice: addressPath()
      .default('/faturas/baixa')
      .describe('Write-off (baixa) of an invoice, by POST.'),
  })
  .prefault({})
  .describe("Path of each operation, added to the ERP's base address; may carry a query of its own.");

const erpAuth = z
  .strictObject({
    header: z
      .string()
      .regex(/^[\w-]{1,60}$/, 'não é um nome de cabeçalho HTTP')
      .default('Authorization')
      .describe('Name of the header that carries the token.'),
    scheme: z
      .string()
      .regex(/^[\w-]{0,30}$/, 'use uma palavra só, por exemplo Bearer, ou deixe vazio')
      .default('Bearer')
      .describe('Word before the token, e.g. Bearer; empty for none.'),
    token: secret(0).describe("The ERP's token; empty for an ERP that asks for none."),
  })
  .describe('How requests to the ERP show who they come from.');

/** Section `erp` of the settings. */
export const erpSettings = z
  .strictObject({
    baseUrl: baseAddress().describe("The ERP's base address; https unless it is this machine."),
    auth: erpAuth,
    paths: erpPaths,
    getInput: z
      .enum(['query', 'body'])
      .default('query')
      .describe('Where queries put their input: in the query string, or as a JSON body.'),
    decimalMark: z.enum(['.', ',']).default('.').describe('Decimal mark in amounts that come as text.'),
    thousandsMark: z
      .enum(['', '.', ','])
      .default('')
      .describe('Thousands mark in amounts that come as text; empty for none. Never the decimal mark.'),
    timeoutMs: wholeNumber(500, 60_000)
      .default(8000)
      .describe('Milliseconds until a request without an answer is given up.'),
    successWords: words([
      'ok',
      'sucesso',
      'success',
      'pago',
      'paga',
      'baixado',
      'baixada',
      'baixa realizada',
      'baixa efetuada',
      'quitado',
      'quitada',
      'liquidado',
      'liquidada',
    ]).describe(
      'Status texts of a write-off that mean done. The whole text counts, without case and accents.',
    ),
    alreadySettledWords: words([
      'já pago',
      'já paga',
      'já baixado',
      'já baixada',
      'já quitado',
      'já quitada',
      'fatura já paga',
      'fatura já baixada',
    ]).describe('Status texts that mean: it was settled before.'),
    refusalWords: words(['recusado', 'recusada', 'negado', 'negada', 'rejeitado', 'rejeitada']).describe(
      'Status texts that mean a definite no. Any text in none of the three lists counts as unknown and is looked into.',
    ),
    repeat: z
      .enum(['safe', 'after-window', 'never'])
      .default('after-window')
      .describe(
        'May a write-off of unknown fate be sent again? safe: at once, the ERP honours Idempotency-Key; after-window: when the invoice is still open after the settle window; never: a person decides.',
      ),
    settleWindowSeconds: wholeNumber(1, 86_400)
      .default(600)
      .describe('Seconds in which a write-off of unknown fate may still show up in the ERP.'),
    proofIntervalSeconds: wholeNumber(1, 3600)
      .default(30)
      .describe('Least seconds between two looks that together prove a write-off.'),
  })
  .superRefine(checkMarks)
  .superRefine(checkProofInterval)
  .superRefine(checkWords)
  .describe('The ERP that holds customers and invoices.');

/** The same mark for both would make `1.129` readable in two ways. */
function checkMarks(
  erp: { readonly decimalMark: string; readonly thousandsMark: string },
  context: z.RefinementCtx,
): void {
  if (erp.decimalMark !== erp.thousandsMark) return;
  reportIssue(context, ['thousandsMark'], 'não pode ser igual a decimalMark');
}

/** Two looks must fit into the window, else nothing could be proven in it. */
function checkProofInterval(
  erp: { readonly proofIntervalSeconds: number; readonly settleWindowSeconds: number },
  context: z.RefinementCtx,
): void {
  if (erp.proofIntervalSeconds <= erp.settleWindowSeconds) return;
  reportIssue(context, ['proofIntervalSeconds'], 'não pode ser maior que settleWindowSeconds');
}

/** A text in two lists would mean two things. */
function checkWords(erp: Words, context: z.RefinementCtx): void {
  const owner = new Map<string, keyof Words>();
  for (const list of ['successWords', 'alreadySettledWords', 'refusalWords'] as const) {
    erp[list].forEach((word, index) => {
      const folded = foldWord(word);
      const first = owner.get(folded) ?? list;
      owner.set(folded, first);
      if (first !== list) reportIssue(context, [list, index], `este texto já está em ${first}`);
    });
  }
}

function foldWord(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}
