import type { Clock } from '../domain/clock.ts';
import { maskName } from '../domain/person-name.ts';
import { requestProtocolDocument } from '../printing/documents/request-protocol.ts';
import type { PrintQueue } from '../printing/print-queue.ts';
import type { RequestResult } from '../requests/request.ts';
import { printsNothing } from './invoice-actions.ts';
import { beneficiaryOf, type TerminalIdentity } from './paper-desk.ts';
import type { VisitContext, VisitState } from './visit-context.ts';

/** A request whose number the customer wants to take along. */
export interface RequestPaper {
  readonly visitId: string;
  /** Whose it is: id of the ERP in the settings. */
  readonly erp: string;
  readonly customer: { readonly name: string; readonly document: string };
  readonly protocol: string;
  readonly standing: 'done' | 'unclear';
  /** What was asked for, in Portuguese like every paper; `message` in the customer's own words or the ERP's. */
  readonly subject: string;
  readonly message?: string;
  readonly remarks?: string;
}

/** Prints the number of a request. @returns the print job, which the paper desk knows. @throws when it cannot be written */
export type PrintRequestPaper = (paper: RequestPaper) => string;

/** Protocols through the print queue. */
export function createRequestPaper(
  queue: PrintQueue,
  terminal: TerminalIdentity,
  clock: Clock,
): PrintRequestPaper {
  return ({ visitId, erp, customer, ...said }) =>
    queue.enqueue({
      kind: 'slip',
      visitId,
      document: requestProtocolDocument({
        ...said,
        company: beneficiaryOf(erp, terminal),
        customer: { maskedName: maskName(customer.name), document: customer.document },
        askedAt: clock.wallTime(),
        terminalId: terminal.id,
        timeZone: terminal.timeZone,
      }),
    });
}

/** What the paper about a request in hand says. */
interface RequestWords extends Pick<RequestPaper, 'erp' | 'subject' | 'message'> {
  readonly result: Pick<RequestResult, 'outcome' | 'protocol' | 'remarks'>;
}

/**
 * Prints the number of a request that was or may have been done, if the printer is well.
 * @returns what the visit learns; a disk that does not take it costs the paper, not the answer
 */
export function printProtocol(
  { parts, visitId, document, customer }: VisitContext,
  { result, ...words }: RequestWords,
): Partial<VisitState> {
  const { outcome, protocol, remarks } = result;
  const wanted = outcome === 'done' || outcome === 'unclear';
  if (!parts.printRequest || !wanted || !visitId || printsNothing(parts.paper.status())) return {};
  try {
    const printJobId = parts.printRequest({
      ...words,
      visitId,
      customer: { name: customer?.name ?? '', document },
      protocol,
      standing: outcome,
      ...(remarks !== undefined && { remarks }),
    });
    return { printJobId, printIsOwed: false };
  } catch (error) {
    parts.log.warn('PROTOCOL-NOT-PRINTED', { visitId, reason: String(error) });
    return {};
  }
}

/** How the paper with a request's number stands; `none`: there is no such paper. */
export function protocolPaper({ printProgress }: VisitContext): 'none' | 'printing' | 'printed' | 'trouble' {
  if (printProgress === undefined) return 'none';
  const { state } = printProgress;
  if (state === 'printed') return 'printed';
  return state === 'queued' || state === 'printing' ? 'printing' : 'trouble';
}
