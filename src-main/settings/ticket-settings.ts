import * as z from 'zod';
import { lineOfText, wholeNumber } from './setting-fields.ts';

/** How customers write tickets at this terminal: `visit.tickets`. */
export const ticketSettings = z
  .strictObject({
    subjects: z
      .array(lineOfText(80))
      .max(20)
      .default([])
      .describe(
        'Subjects to choose from; one may always be typed, too. Empty: the type that was chosen is the subject, and where none was, it is typed.',
      ),
    longestMessage: wholeNumber(100, 2000).default(500).describe('Most characters of the message.'),
    pendingTexts: z
      .boolean()
      .default(false)
      .describe(
        "Add the ERP's internal pending texts to the ticket, for whoever reads it there. The customer never sees them.",
      ),
  })
  .prefault({})
  .describe('Tickets that customers open, where visit.services.tickets offers them.');

/** What tickets of one ERP say without anybody choosing it: `erps[].tickets`. */
export const erpTicketSettings = z
  .strictObject({
    types: z
      .array(lineOfText(100))
      .max(100)
      .default([])
      .describe('Types that are offered, by id or by name as the ERP lists them; empty: all that it lists.'),
    typeId: fixedId('Type of every ticket, as id in the ERP; left out: the customer chooses.'),
    departmentId: fixedId('Department of every ticket, as id in the ERP; left out: the customer chooses.'),
    employeeId: fixedId('Employee who gets every ticket, as id in the ERP; left out: nobody by name.'),
  })
  .prefault({})
  .describe('What tickets opened in this ERP say.');

export type ErpTicketSettings = z.output<typeof erpTicketSettings>;

/** How customers change their contact data: `visit.myData`. */
export const myDataSettings = z
  .strictObject({
    withoutSecondFactor: z
      .boolean()
      .default(false)
      .describe(
        'Offer it also while visit.secondFactor is none: then whoever knows a CPF may see masked contacts and change them.',
      ),
  })
  .prefault({})
  .describe('Contact data that customers change, where visit.services.myData offers it.');

function fixedId(what: string) {
  return z.exactOptional(lineOfText(100)).describe(what);
}
