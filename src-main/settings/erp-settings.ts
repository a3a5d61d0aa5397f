import * as z from 'zod';
import { erpOperations } from '../erp/erp-operation.ts';
import { erpJoinSettings } from './join-settings.ts';
import {
  addressPath,
  baseAddress,
  lineOfText,
  secret,
  shortId,
  taxDocument,
  wholeNumber,
} from './setting-fields.ts';
import { reportIssue } from './setting-issue.ts';
import { erpTicketSettings } from './ticket-settings.ts';

interface Words {
  readonly successWords?: readonly string[];
  readonly alreadySettledWords?: readonly string[];
  readonly refusalWords?: readonly string[];
}

const words = () => z.exactOptional(z.array(lineOfText(100)));

const headerName = () => z.string().regex(/^[\w-]{1,60}$/, 'não é um nome de cabeçalho HTTP');

const erpPaths = z
  .partialRecord(z.enum(erpOperations), addressPath())
  .default({})
  .describe(
    "Path by name of operation, in place of the profile's (of its last request), below the ERP's base address; may carry a query of its own.",
  );

const erpOperationChanges = z
  .partialRecord(
    z.enum(erpOperations),
    z.strictObject({
      input: z
        .exactOptional(z.enum(['query', 'body', 'form']))
        .describe('Where the input goes: query string, JSON body or form.'),
      timeoutMs: z
        .exactOptional(wholeNumber(500, 60_000))
        .describe('Milliseconds until a request without an answer is given up.'),
      headers: z
        .exactOptional(z.record(headerName(), lineOfText(1000).meta({ writeOnly: true })))
        .describe('Further headers; their values are secrets, for tokens travel in headers.'),
      off: z.exactOptional(z.boolean()).describe('The kiosk does without this operation.'),
    }),
  )
  .describe('What is different from the profile, by name of operation: input, timeoutMs, headers, off.');

const erpAuth = z
  .strictObject({
    header: z
      .exactOptional(headerName())
      .describe("Name of the header that carries the token, in place of the profile's."),
    scheme: z
      .exactOptional(
        z.string().regex(/^[\w-]{0,30}$/, 'use uma palavra só, por exemplo Bearer, ou deixe vazio'),
      )
      .describe("Word before the token, e.g. Bearer, in place of the profile's; empty for none."),
    token: z.exactOptional(secret(0)).describe("The ERP's token; empty for an ERP that asks for none."),
    username: z.exactOptional(lineOfText(200)).describe('User name, where the profile logs in.'),
    password: z.exactOptional(secret()).describe('Password, where the profile logs in.'),
    clientId: z.exactOptional(secret()).describe('OAuth client id.'),
    clientSecret: z.exactOptional(secret()).describe('OAuth client secret.'),
  })
  .prefault({})
  .describe('How requests to the ERP show who they come from; which of them are needed, the profile says.');

const erpCompany = z
  .exactOptional(
    z.strictObject({
      name: lineOfText(60).describe('Name of the beneficiary.'),
      document: taxDocument().describe('CNPJ (or CPF) of the beneficiary, with or without mask.'),
      address: lineOfText(160).describe("Beneficiary's address, in one line."),
      supportPhone: z
        .exactOptional(lineOfText(40))
        .describe("Telephone for help on its receipts; left out: the terminal's."),
    }),
  )
  .describe(
    "The company that owns this ERP's invoices, as beneficiary on slips and receipts. Left out: the terminal's company.",
  );

/** One entry of the section `erps` of the settings. */
export const erpSettings = z
  .strictObject({
    id: shortId().describe(
      'Name of this ERP inside these settings; charges remember it, so it must not change while money is under way.',
    ),
    companyName: z
      .exactOptional(lineOfText(60))
      .describe(
        "Whose ERP it is, told to a customer who has contracts at several; left out: the name in company, else the terminal's company name.",
      ),
    company: erpCompany,
    profile: shortId()
      .default('contract-a')
      .describe(
        'Which ERP it is: name of a built-in profile, or of a file in erp-profiles of the data folder.',
      ),
    baseUrl: baseAddress().describe("The ERP's base address; https unless it is this machine."),
    pix: z
      .exactOptional(
        z.strictObject({
          defaultAccount: shortId().describe('Id of the account for invoices without identifier.'),
          accountByIdentifier: z
            .record(z.string().min(1).max(100), shortId())
            .default({})
            .describe('Id of the account for each value of the invoice\'s "identifier".'),
        }),
      )
      .describe(
        'Which accounts of section pix collect the invoices of this ERP. Needed where there are several ERPs and accounts: the money of one company must not go to another.',
      ),
    auth: erpAuth,
    paths: erpPaths,
    operations: z.exactOptional(erpOperationChanges),
    getInput: z
      .exactOptional(z.enum(['query', 'body']))
      .describe(
        "Where queries by GET put their input, in place of the profile's: query string or JSON body.",
      ),
    decimalMark: z
      .exactOptional(z.enum(['.', ',']))
      .describe("Decimal mark in amounts that come as text, in place of the profile's."),
    thousandsMark: z
      .exactOptional(z.enum(['', '.', ',']))
      .describe('Thousands mark in amounts that come as text; empty for none. Never the decimal mark.'),
    timeoutMs: z
      .exactOptional(wholeNumber(500, 60_000))
      .describe("Milliseconds until a request without an answer is given up, in place of the profile's."),
    tickets: erpTicketSettings,
    join: erpJoinSettings,
    successWords: words().describe(
      "Status texts of a write-off that mean done, in place of the profile's. The whole text counts, without case and accents.",
    ),
    alreadySettledWords: words().describe('Status texts that mean: it was settled before.'),
    refusalWords: words().describe(
      'Status texts that mean a definite no. Any text in none of the three lists counts as unknown and is looked into.',
    ),
    repeat: z
      .exactOptional(z.enum(['safe', 'after-window', 'never']))
      .describe(
        "May a write-off of unknown fate be sent again, in place of the profile's? safe: at once, the ERP honours Idempotency-Key; after-window: when the invoice is still open after the settle window; never: a person decides.",
      ),
    settleWindowSeconds: z
      .exactOptional(wholeNumber(1, 86_400))
      .describe('Seconds in which a write-off of unknown fate may still show up in the ERP.'),
    proofIntervalSeconds: z
      .exactOptional(wholeNumber(1, 3600))
      .describe('Least seconds between two looks that together prove a write-off.'),
  })
  .superRefine(checkMarks)
  .superRefine(checkProofInterval)
  .superRefine(checkWords)
  .describe('An ERP that holds customers and invoices.');

export type ErpSettings = z.output<typeof erpSettings>;

/** Section `erps` of the settings: a kiosk that serves several companies asks all of their ERPs. */
export const erpsSettings = z
  .array(erpSettings)
  .min(1)
  .max(8)
  .superRefine(checkIds)
  .describe('The ERPs that hold customers and invoices, 1 to 8; most kiosks have one.');

function checkIds(erps: readonly { readonly id: string }[], context: z.RefinementCtx): void {
  const ids = new Set<string>();
  erps.forEach(({ id }, index) => {
    if (ids.has(id)) reportIssue(context, [index, 'id'], 'outro ERP já tem este id');
    ids.add(id);
  });
}

/** The same mark for both would make `1.129` readable in two ways. */
function checkMarks(
  erp: { readonly decimalMark?: string; readonly thousandsMark?: string },
  context: z.RefinementCtx,
): void {
  if (erp.decimalMark === undefined || erp.decimalMark !== erp.thousandsMark) return;
  reportIssue(context, ['thousandsMark'], 'não pode ser igual ao separador de centavos (decimalMark)');
}

/** Two looks must fit into the window, else nothing could be proven in it. */
function checkProofInterval(
  erp: { readonly proofIntervalSeconds?: number; readonly settleWindowSeconds?: number },
  context: z.RefinementCtx,
): void {
  const { proofIntervalSeconds: interval, settleWindowSeconds: window } = erp;
  if (interval === undefined || window === undefined || interval <= window) return;
  reportIssue(
    context,
    ['proofIntervalSeconds'],
    'não pode ser maior que o prazo da baixa sem resposta (settleWindowSeconds)',
  );
}

/** A text in two lists would mean two things. */
function checkWords(erp: Words, context: z.RefinementCtx): void {
  const owner = new Map<string, keyof Words>();
  for (const list of ['successWords', 'alreadySettledWords', 'refusalWords'] as const) {
    erp[list]?.forEach((word, index) => {
      const folded = foldWord(word);
      const first = owner.get(folded) ?? list;
      owner.set(folded, first);
      if (first !== list) reportIssue(context, [list, index], `este texto já está em outra lista (${first})`);
    });
  }
}

function foldWord(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}
