import * as z from 'zod';
import {
  baseAddress,
  lineOfText,
  secret,
  shortId,
  unlessBlank,
  webAddress,
  wholeNumber,
} from './setting-fields.ts';
import { reportIssue } from './setting-issue.ts';

interface Accounts {
  readonly accounts: readonly { readonly id: string }[];
  readonly defaultAccount?: string;
  readonly accountByIdentifier: Readonly<Record<string, string>>;
}

const pixAccount = z.strictObject({
  id: shortId().describe('Name of the account inside these settings.'),
  payeeName: lineOfText(60).describe("The payee's name as the payer's bank will show it."),
  key: z
    .string()
    .trim()
    .regex(/^\S{1,77}$/, {
      error: unlessBlank('use a chave PIX como registrada no banco: até 77 caracteres, sem espaços'),
    })
    .meta({ writeOnly: true })
    .describe('PIX key that receives.'),
  baseUrl: baseAddress().describe("Base address of the PSP's API Pix, up to and without /cob."),
  tokenUrl: webAddress().describe('Address that gives OAuth tokens (client credentials).'),
  clientId: secret().describe('OAuth client id.'),
  clientSecret: secret().describe('OAuth client secret.'),
  timeoutMs: wholeNumber(500, 60_000)
    .default(8000)
    .describe('Milliseconds until a request without an answer is given up.'),
});

/** Section `pix` of the settings. */
export const pixSettings = z
  .strictObject({
    accounts: z
      .array(pixAccount)
      .default([])
      .describe("Accounts at PSPs; none: only the ERP's own PIX is offered."),
    defaultAccount: z
      .exactOptional(shortId())
      .describe('Id of the account for invoices without identifier. Needed when there are accounts.'),
    accountByIdentifier: z
      .record(z.string().min(1).max(100), shortId())
      .default({})
      .describe(
        'Id of the account for each value of the invoice\'s "identifier". An unknown value gets no charge.',
      ),
    chargeExpirySeconds: wholeNumber(30, 7200)
      .default(600)
      .describe('Seconds in which a PIX of ours can be paid.'),
    erpChargeWaitSeconds: wholeNumber(30, 7200)
      .default(900)
      .describe("Seconds that the screen waits for the ERP to confirm the ERP's own PIX."),
  })
  .superRefine(checkAccounts)
  .prefault({})
  .describe('Receiving by PIX.');

/** Every account that is named exists, no two have one name, and with accounts there is a default. */
function checkAccounts(pix: Accounts, context: z.RefinementCtx): void {
  const ids = new Set<string>();
  pix.accounts.forEach(({ id }, index) => {
    if (ids.has(id)) reportIssue(context, ['accounts', index, 'id'], 'outra conta já tem este id');
    ids.add(id);
  });
  const { defaultAccount } = pix;
  if (defaultAccount === undefined && ids.size > 0) {
    reportIssue(context, ['defaultAccount'], 'falta: diga o id da conta padrão');
  }
  if (defaultAccount !== undefined && !ids.has(defaultAccount)) {
    reportIssue(context, ['defaultAccount'], 'não há conta com este id entre as contas PIX');
  }
  for (const [identifier, id] of Object.entries(pix.accountByIdentifier)) {
    if (ids.has(id)) continue;
    reportIssue(context, ['accountByIdentifier', identifier], 'não há conta com este id entre as contas PIX');
  }
}
