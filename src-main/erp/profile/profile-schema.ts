import * as z from 'zod';
import { addressPath, lineOfText, shortId, wholeNumber } from '../../settings/setting-fields.ts';
import { reportIssue } from '../../settings/setting-issue.ts';
import { erpOperations } from '../erp-operation.ts';
import { authenticationSchema } from './authentication-schema.ts';
import { operationSchema } from './operation-schema.ts';
import { charset, statusWords } from './profile-fields.ts';

/** Version of the format that this program reads. */
export const PROFILE_FORMAT = 1;

const amounts = z
  .strictObject({
    decimalMark: z.enum(['.', ',']).default('.').describe('Decimal mark in amounts that come as text.'),
    thousandsMark: z.enum(['', '.', ',']).default('').describe('Thousands mark; empty for none.'),
    consistent: z
      .boolean()
      .default(false)
      .describe(
        'Whether original + interest + fine - discount is always the amount due. If so, an invoice off by more than a cent is refused; if not, it is only logged.',
      ),
  })
  .superRefine(({ decimalMark, thousandsMark }, context) => {
    if (decimalMark === thousandsMark)
      reportIssue(context, ['thousandsMark'], 'não pode ser igual a decimalMark');
  })
  .prefault({})
  .describe('How amounts are written.');

const writeOff = z
  .strictObject({
    repeat: z
      .enum(['safe', 'after-window', 'never'])
      .default('after-window')
      .describe(
        'May a write-off of unknown fate be sent again? safe: at once, the ERP honours Idempotency-Key; after-window: when still open after the settle window; never: a person decides.',
      ),
    settleWindowSeconds: wholeNumber(1, 86_400)
      .default(600)
      .describe('Seconds in which a write-off of unknown fate may still show up.'),
    proof: z
      .strictObject({
        by: z
          .array(z.enum(['statement', 'settled-invoice', 'absence']))
          .default(['statement', 'absence'])
          .describe(
            'What proves a settlement: a dated row of the statement, an invoice that the mapping marks settled, or absence in two sound reads.',
          ),
        intervalSeconds: wholeNumber(1, 3600)
          .default(30)
          .describe('Least seconds between two looks that together prove it.'),
      })
      .prefault({})
      .describe('What proves a settlement.'),
  })
  .superRefine(({ proof, settleWindowSeconds }, context) => {
    if (proof.intervalSeconds <= settleWindowSeconds) return;
    reportIssue(context, ['proof', 'intervalSeconds'], 'não pode ser maior que settleWindowSeconds');
  })
  .prefault({})
  .describe('How the ERP behaves about write-offs.');

/** Without these there is nothing for a customer to do at the kiosk. */
const INDISPENSABLE = ['getCustomer', 'listOpenInvoices'] as const;

const operations = z
  .partialRecord(z.enum(erpOperations), operationSchema)
  .superRefine((described, context) => {
    for (const name of INDISPENSABLE) {
      if (!described[name]) reportIssue(context, [name], 'falta preencher');
    }
  })
  .describe('The operations that this ERP has; the kiosk does without the others.');

/** Everything that must be known to speak to one kind of ERP. Addresses and secrets stand in the settings. */
export const profileSchema = z.strictObject({
  $schema: z.exactOptional(z.string()).describe('For editors only: where this schema is.'),
  format: z.literal(PROFILE_FORMAT).describe('Version of this format.'),
  name: shortId().describe('Name by which the settings choose it; the name of the file without .json.'),
  title: lineOfText(80).describe('Name for people.'),
  description: lineOfText(1000).describe('Which ERP it is for, and how far it has been tried.'),
  authentication: authenticationSchema,
  charset: charset().default('utf-8').describe('Characters of the answers.'),
  timeoutMs: wholeNumber(500, 60_000)
    .default(8000)
    .describe('Milliseconds until a request without an answer is given up.'),
  amounts,
  writeOff,
  blockedSituations: statusWords().describe(
    'Situations of a service that mean: blocked. Whole text, without case.',
  ),
  probePath: z
    .exactOptional(addressPath())
    .describe(
      'Path that is asked, by GET, whether an ERP that was down is back; left out: its base address.',
    ),
  operations,
});

/** A profile after defaults. */
export type ErpProfile = z.output<typeof profileSchema>;

/** The format as JSON Schema 2020-12, as a person writes it: fields with a default may be left out. */
export function profileJsonSchema(): z.core.JSONSchema.BaseSchema {
  return { ...z.toJSONSchema(profileSchema, { io: 'input' }), title: 'Balcão: ERP profile' };
}
