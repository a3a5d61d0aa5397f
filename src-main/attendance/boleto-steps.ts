import type { VisitContext, VisitState } from './visit-context.ts';
import type { StepOutcome } from './visit-steps.ts';

/** Gets the whole boleto, from the ERP or made here, ready to be looked at. */
export async function openBoleto(context: VisitContext): Promise<StepOutcome<'boleto' | 'trouble'>> {
  const { parts, document, customer, invoice } = context;
  if (!customer || !invoice) throw new Error('a boleto needs a customer and an invoice');
  const payerName = invoice.customerName || customer.name;
  const opened = await parts.boletos.open({ document, payerName, invoice });
  if (opened.ok) return { next: 'boleto', patch: { boleto: opened.value } };
  const problem = { kind: 'boleto-unavailable', code: 'BOLETO-UNAVAILABLE' } as const;
  return { next: 'trouble', patch: { problem, retryStep: 'open-boleto', mayGoBack: true } };
}

/** Nobody is there any more to look at it. */
export function undoOpenBoleto({ parts }: VisitContext, { boleto }: Partial<VisitState>): void {
  if (boleto) parts.boletos.close(boleto.id);
}

/** Sends the boleto that is on the screen to the A4 printer. */
export function printPages({ parts, boleto }: VisitContext): Promise<StepOutcome<'queued'>> {
  if (!boleto) throw new Error('no boleto is open');
  const printJobId = parts.boletos.print(boleto.id);
  return Promise.resolve({ next: 'queued', patch: { printJobId, printIsOwed: false } });
}
