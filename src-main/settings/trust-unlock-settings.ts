import * as z from 'zod';
import { lineOfText, wholeNumber } from './setting-fields.ts';

/** Stands in the terms for the number of days. */
export const DAYS_PLACEHOLDER = '{dias}';

const USUAL_TERMS =
  'O serviço bloqueado volta a funcionar por {dias} dias. Até lá, pague o que está vencido. Se não pagar, ele é bloqueado de novo e a dívida continua, com juros e multa.';

/** Under which terms a blocked service is enabled on trust. */
export const trustUnlockSettings = z
  .strictObject({
    terms: lineOfText(500)
      .default(USUAL_TERMS)
      .describe(
        'What the customer accepts before a service is enabled on trust; {dias} stands for days. Kept by its hash with each request.',
      ),
    days: wholeNumber(1, 60)
      .default(3)
      .describe('Days that the ERP enables a service for, as the terms say it; the ERP decides.'),
    onceInDays: wholeNumber(0, 365)
      .default(30)
      .describe('Days during which a service is enabled here no more than once. 0: no such limit.'),
    maxOverdueInvoices: z
      .exactOptional(wholeNumber(0, 99))
      .describe('Only customers with at most so many overdue invoices at that ERP. Left out: no such limit.'),
    heldByPendingMessages: z
      .boolean()
      .default(true)
      .describe(
        'Not while the ERP has an internal pending text of the customer, or cannot say so. The text is never shown.',
      ),
  })
  .prefault({})
  .describe('Trust unlock (*desbloqueio de confiança*) of a blocked service.');
