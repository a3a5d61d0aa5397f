import { z } from 'zod';

const fileName = z.string().min(1);

/** What `report.json` says; every file name is relative to its folder. */
export const reportSchema = z.strictObject({
  /** The Electron that ran, in words. */
  runtime: z.string(),
  /** One row per picture, in order; `ms` from what the customer did until the screen was there. */
  steps: z.array(z.strictObject({ name: z.string(), ms: z.number(), picture: fileName })),
  /** Picture of the page that an agent of the chat platform sees beside a conversation. */
  contactPanel: fileName,
  papers: z.array(z.strictObject({ picture: fileName, bytes: fileName, text: z.string() })),
  ledgers: z.strictObject({
    erp: z.strictObject({
      writeOffs: z.array(
        z.strictObject({
          invoiceId: z.string(),
          at: z.string(),
          idempotencyKey: z.string().nullable(),
          /** POSTs that arrived. */
          times: z.number(),
        }),
      ),
      /** What else it was asked to do, in order. */
      writes: z.array(z.strictObject({ operation: z.string(), idempotencyKey: z.string().nullable() })),
    }),
    psp: z.strictObject({
      /** `amount` in reais with two decimals, as the PSP has it. */
      charges: z.array(z.strictObject({ txid: z.string(), status: z.string(), amount: z.string() })),
    }),
    /** The callbacks that the chat platform's customer received. */
    chat: z.array(z.unknown()),
    /** What it sent to customers' telephones. */
    chatMessages: z.array(z.unknown()),
    /** The cases in Salesforce. */
    crm: z.array(z.unknown()),
    /** The calls in Senior CRM. */
    seniorCrm: z.array(z.unknown()),
  }),
});

export type DemoReport = z.output<typeof reportSchema>;
