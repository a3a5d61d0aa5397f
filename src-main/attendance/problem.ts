import type { ProblemKind } from '../contract/screen.ts';
import type { RemoteFailure } from '../domain/remote-failure.ts';
import type { ChargeProblem } from '../payment/cashier.ts';

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

/** Why no QR can be shown. */
export function chargeProblem(problem: ChargeProblem): Problem {
  switch (problem.kind) {
    case 'erp':
      return erpProblem(problem.failure);
    case 'invoice-settled':
      return { kind: 'invoice-already-settled', code: 'INVOICE-SETTLED' };
    case 'invoice-changed':
      return { kind: 'invoice-changed', code: 'INVOICE-CHANGED' };
    case 'account-missing':
      return { kind: 'pix-account-missing', code: 'PIX-ACCOUNT-MISSING' };
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
