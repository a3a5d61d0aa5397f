import type { ProblemKind } from '../contract/screen.ts';
import type { RemoteFailure } from '../domain/remote-failure.ts';
import type { ChargeProblem } from '../payment/charge-order.ts';

/** A failure as the customer is told it, with the code that the log shows too. */
export interface Problem {
  readonly kind: ProblemKind;
  readonly code: string;
}

const failureCodes: Readonly<Record<RemoteFailure['kind'], string>> = {
  'not-sent': 'UNREACHABLE',
  'no-answer': 'NO-ANSWER',
  'server-error': 'SERVER-ERROR',
  refused: 'REFUSED',
  malformed: 'MALFORMED',
};

/** The ERP could not be asked or answered nonsense. */
export function erpProblem(failure: RemoteFailure): Problem {
  const unusable = failure.kind === 'malformed' || failure.kind === 'refused';
  return {
    kind: unusable ? 'erp-answer-unusable' : 'erp-unreachable',
    code: `ERP-${failureCodes[failure.kind]}`,
  };
}

/** Why no QR can be shown for so many invoices. */
export function chargeProblem(problem: ChargeProblem, count: number): Problem {
  switch (problem.kind) {
    case 'erp':
      return erpProblem(problem.failure);
    case 'invoice-settled':
      return {
        kind: count > 1 ? 'invoices-already-settled' : 'invoice-already-settled',
        code: 'INVOICE-SETTLED',
      };
    case 'invoices-changed':
      return { kind: 'invoice-changed', code: 'INVOICE-CHANGED' };
    case 'account-missing':
      return { kind: 'pix-account-missing', code: 'PIX-ACCOUNT-MISSING' };
    case 'not-together':
      return { kind: 'pix-not-together', code: 'PIX-NOT-TOGETHER' };
    case 'outside-limits':
      return { kind: 'pix-outside-limits', code: `PIX-${problem.breach.toUpperCase()}` };
    case 'no-write-off':
      return { kind: 'pix-account-missing', code: 'PIX-NO-WRITE-OFF' };
    case 'earlier-charge-open':
      return { kind: 'pix-cancel-unconfirmed', code: 'PIX-EARLIER-UNCONFIRMED' };
    case 'pix':
      return {
        kind: problem.failure.kind === 'refused' ? 'pix-refused' : 'pix-unreachable',
        code: `PIX-${failureCodes[problem.failure.kind]}`,
      };
  }
}
