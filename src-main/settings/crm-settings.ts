import * as z from 'zod';
import { baseAddress, lineOfText, secret, unlessBlank } from './setting-fields.ts';
import { reportIssue } from './setting-issue.ts';

/** Ways in that Salesforce's connected apps allow. */
export const crmSignIns = ['client-credentials', 'jwt-bearer', 'username-password'] as const;

type CrmSignIn = (typeof crmSignIns)[number];

type NeededField = 'clientSecret' | 'username' | 'password' | 'privateKeyFile';

/** What each way in cannot do without. */
const needed: Readonly<Record<CrmSignIn, readonly NeededField[]>> = {
  'client-credentials': ['clientSecret'],
  'jwt-bearer': ['username', 'privateKeyFile'],
  'username-password': ['clientSecret', 'username', 'password'],
};

/** Section `relay.crm` of the settings. */
export const crmSettings = z
  .strictObject({
    loginUrl: baseAddress().describe("Salesforce's login address, e.g. https://company.my.salesforce.com."),
    signIn: z
      .enum(crmSignIns)
      .default('client-credentials')
      .describe(
        'The OAuth flow that the connected app allows. username-password is the old one, which new orgs refuse.',
      ),
    clientId: secret().describe("Connected app's consumer key."),
    clientSecret: z
      .exactOptional(secret())
      .describe("Connected app's consumer secret. Needed by client-credentials and username-password."),
    username: z
      .exactOptional(lineOfText(80))
      .describe('Username of the API user. Needed by jwt-bearer and username-password.'),
    password: z.exactOptional(secret()).describe('Password of the API user. Needed by username-password.'),
    securityToken: z
      .exactOptional(secret())
      .describe("The API user's security token, for username-password; left out where the org wants none."),
    privateKeyFile: z
      .exactOptional(
        z.string().regex(/^\w[\w.-]{0,99}$/, {
          error: unlessBlank('use o nome de um arquivo da pasta certificates, sem caminho'),
        }),
      )
      .describe(
        'For jwt-bearer: private key (RSA, PEM) whose certificate the connected app has, a file in certificates of the data folder. The technician picks it from a drive, and it is kept sealed.',
      ),
    apiVersion: z
      .string()
      .regex(/^\d{2,3}\.0$/, 'use o número da versão com “.0”, por exemplo 62.0')
      .default('62.0')
      .describe('Salesforce API version.'),
    externalIdField: z
      .string()
      .regex(/^[A-Za-z]\w{0,39}__c$/, 'não é um campo personalizado do Salesforce: termina em __c')
      .default('BalcaoVisit__c')
      .describe(
        "Custom field of Case, marked as external id, that holds the visit's id so that a repeat makes no second Case.",
      ),
    auditFields: z
      .boolean()
      .default(false)
      .describe(
        'Comments bear the time of their step and two authors, the customer\'s and the terminal\'s user. The API user needs the permission "Set Audit Fields upon Record Creation".',
      ),
    customerUsername: z
      .exactOptional(lineOfText(80))
      .describe(
        "Username of the Salesforce user whom the customer's comments are by. Needed with auditFields.",
      ),
    attachFiles: z
      .boolean()
      .default(true)
      .describe('Attach to the Case, as PDF, the receipts of the visit and the boletos that were printed.'),
    linkFiles: z
      .boolean()
      .default(false)
      .describe(
        'Links to the local gateway, in comments, instead of the files; needs gateway.publicUrl. Whoever has a link opens it, for gateway.linkDays days.',
      ),
  })
  .superRefine(checkSignIn)
  .describe('Salesforce, where a Case reports each visit of an identified customer.');

type CrmFields = { readonly signIn: CrmSignIn; readonly auditFields: boolean } & {
  readonly [field in NeededField | 'customerUsername']?: string;
};

function checkSignIn(crm: CrmFields, context: z.RefinementCtx): void {
  const fields = [...needed[crm.signIn], ...(crm.auditFields ? (['customerUsername'] as const) : [])];
  for (const field of fields) {
    if (crm[field] === undefined) reportIssue(context, [field], 'falta preencher');
  }
}
