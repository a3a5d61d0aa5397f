import * as z from 'zod';
import { type PixPresetName, pixEnvironments, pixPresetNames } from '../payment/api-pix/preset-names.ts';
import { openingHours } from './hours-settings.ts';
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

/** More than any invoice: R$ 99.999.999,99. */
const MOST_CENTS = 9_999_999_999;

interface AccountAddress {
  readonly id: string;
  readonly preset: PixPresetName;
  readonly baseUrl?: string;
  readonly tokenUrl?: string;
}

interface Accounts {
  readonly accounts: readonly AccountAddress[];
  readonly staticAccounts: readonly { readonly id: string }[];
  readonly defaultAccount?: string;
  readonly accountByIdentifier: Readonly<Record<string, string>>;
}

const limits = z
  .strictObject({
    minimumCents: z
      .exactOptional(wholeNumber(1, MOST_CENTS))
      .describe('Least amount that it takes, in cents; left out: any.'),
    maximumCents: z
      .exactOptional(wholeNumber(1, MOST_CENTS))
      .describe('Largest amount that it takes, in cents; left out: any.'),
    hours: z.exactOptional(openingHours).describe('Times of the day in which it collects; left out: always.'),
  })
  .superRefine(checkLimits)
  .prefault({})
  .describe('What the account takes. Outside of it no PIX is offered, and the customer is told why.');

const pixAccount = z.strictObject({
  id: shortId().describe('Name of the account inside these settings.'),
  payeeName: lineOfText(60).describe("The payee's name as the payer's bank will show it."),
  key: pixKey().describe('PIX key that receives.'),
  preset: z
    .enum(pixPresetNames)
    .default('generic')
    .describe('The PSP: its addresses and ways (resources/pix-presets). generic knows no addresses.'),
  environment: z
    .enum(pixEnvironments)
    .default('production')
    .describe("Which of the preset's addresses count. sandbox: for trying things out, no money moves."),
  baseUrl: z
    .exactOptional(baseAddress())
    .describe("Base address of the PSP's API Pix, up to and without /cob; left out: the preset's."),
  tokenUrl: z
    .exactOptional(webAddress())
    .describe("Address that gives OAuth tokens (client credentials); left out: the preset's."),
  clientId: secret().describe('OAuth client id.'),
  clientSecret: secret().describe('OAuth client secret.'),
  developerKey: z
    .exactOptional(secret())
    .describe('Key of the application, where the PSP wants one (gw-dev-app-key at Banco do Brasil).'),
  certificateFile: z
    .exactOptional(certificateFile())
    .describe(
      'Client certificate for mTLS: a PEM or PKCS #12 (.p12, .pfx) file in certificates of the data folder. The technician picks it from a drive, and it is kept sealed.',
    ),
  certificateKeyFile: z
    .exactOptional(certificateFile())
    .describe("The certificate's private key (PEM), where it is a file of its own."),
  certificatePassphrase: z
    .exactOptional(secret())
    .describe('Passphrase of the PKCS #12 file or of the private key.'),
  timeoutMs: wholeNumber(500, 60_000)
    .default(8000)
    .describe('Milliseconds until a request without an answer is given up.'),
  requestsPerMinute: wholeNumber(10, 6000)
    .default(120)
    .describe(
      'Requests a minute that the PSP takes; looks at charges keep within it, those with a customer first.',
    ),
  limits,
});

const staticAccount = z.strictObject({
  id: shortId().describe(
    'Name of the account inside these settings, another one than those of the accounts.',
  ),
  payeeName: lineOfText(25).describe("The payee's name as the payer's bank will show it."),
  key: pixKey().describe('PIX key that receives.'),
  city: lineOfText(15).describe('City of the payee, part of every static BR Code.'),
  limits,
});

function pixKey() {
  return z
    .string()
    .trim()
    .regex(/^\S{1,77}$/, {
      error: unlessBlank('use a chave PIX como registrada no banco: até 77 caracteres, sem espaços'),
    })
    .meta({ writeOnly: true });
}

/** A file of the certificates' folder: its name alone, which leads nowhere else. */
function certificateFile() {
  return z.string().regex(/^\w[\w.-]{0,99}$/, {
    error: unlessBlank('use o nome de um arquivo da pasta certificates, sem caminho'),
  });
}

/** Section `pix` of the settings. */
export const pixSettings = z
  .strictObject({
    accounts: z
      .array(pixAccount)
      .default([])
      .describe("Accounts at PSPs; none: only the ERP's own PIX is offered."),
    staticAccounts: z
      .array(staticAccount)
      .default([])
      .describe(
        "Accounts without access to a PSP: the kiosk shows a static BR Code, and the ERP alone confirms the payment. Only where the ERP settles invoices by the bank's statement itself; nothing is written off.",
      ),
    defaultAccount: z
      .exactOptional(shortId())
      .describe('Id of the account for invoices without identifier. Needed when there are accounts.'),
    accountByIdentifier: z
      .record(z.string().min(1).max(100), shortId())
      .default({})
      .describe(
        'Id of the account for each value of the invoice\'s "identifier". An unknown value gets no charge.',
      ),
    refunds: z
      .enum(['by-hand', 'automatic'])
      .default('by-hand')
      .describe(
        'Money that came late, twice, in another amount, or for an invoice that was settled elsewhere. by-hand: a person decides in the technician area. automatic: it goes back by PIX (devolução) at once. Needs the scope pix.write at the PSP.',
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

function checkLimits(
  { minimumCents = 0, maximumCents = MOST_CENTS }: { minimumCents?: number; maximumCents?: number },
  context: z.RefinementCtx,
): void {
  if (minimumCents > maximumCents) {
    reportIssue(context, ['maximumCents'], 'precisa ser maior que o valor mínimo, ou igual');
  }
}

/** Every account that is named exists, no two have one name, and with accounts there is a default. */
function checkAccounts(pix: Accounts, context: z.RefinementCtx): void {
  const ids = new Set<string>();
  pix.accounts.forEach((account, index) => {
    const { id } = account;
    for (const field of missingAddresses(account)) {
      reportIssue(context, ['accounts', index, field], 'falta preencher');
    }
    if (ids.has(id)) reportIssue(context, ['accounts', index, 'id'], 'outra conta já tem este id');
    ids.add(id);
  });
  pix.staticAccounts.forEach(({ id }, index) => {
    if (ids.has(id)) reportIssue(context, ['staticAccounts', index, 'id'], 'outra conta já tem este id');
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

/** Only a PSP that the kiosk knows has addresses of its own. */
function missingAddresses(account: AccountAddress): readonly ('baseUrl' | 'tokenUrl')[] {
  if (account.preset !== 'generic') return [];
  return (['baseUrl', 'tokenUrl'] as const).filter((field) => account[field] === undefined);
}
