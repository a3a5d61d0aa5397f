import * as z from 'zod';
import { reportIssue } from './setting-issue.ts';

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

const timeOfDay = () =>
  z.string().regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/, 'use a hora no formato 08:00, de 00:00 a 24:00');

/** Setting `terminal.hours`. */
export const openingHours = z
  .array(
    z
      .strictObject({
        days: z
          .array(z.enum(weekdays))
          .min(1)
          .describe('Days of the week on which these times hold: mon, tue, wed, thu, fri, sat, sun.'),
        from: timeOfDay().describe('Opening time, HH:MM in the time zone of the terminal.'),
        to: timeOfDay().describe('Closing time, HH:MM; 24:00 for the end of the day.'),
      })
      .superRefine(checkOrder),
  )
  .min(1)
  .max(21);

function checkOrder(
  { from, to }: { readonly from: string; readonly to: string },
  context: z.RefinementCtx,
): void {
  if (from >= to)
    reportIssue(context, ['to'], 'precisa ser depois da abertura; passando da meia-noite, use dois horários');
}
