import { erpProblem } from '../problem.ts';
import { printProtocol } from '../request-paper.ts';
import type { VisitContext } from '../visit-context.ts';
import type { StepOutcome } from '../visit-steps.ts';

/** Reads the customer's services. */
export async function readServices(context: VisitContext): Promise<StepOutcome<'services' | 'trouble'>> {
  const { document, customer, parts } = context;
  if (!customer || !parts.services) throw new Error('services need a customer, and an ERP that tells them');
  const list = await parts.services.list(document, customer);
  if (!list.ok) {
    const problem = erpProblem(list.error);
    return { next: 'trouble', patch: { problem, retryStep: 'read-services', mayGoBack: true } };
  }
  return { next: 'services', patch: { services: { list: list.value } } };
}

/** Has the chosen service enabled on trust. @throws when the disk does not take it, and then nothing was sent */
export async function unlockService(context: VisitContext): Promise<StepOutcome<'done' | 'other'>> {
  const { visitId, document, customer, services, parts } = context;
  const service = services?.chosen;
  if (!visitId || !customer || !service || !parts.services) {
    throw new Error('an unlock needs a customer and a service');
  }
  const acceptedAt = parts.clock.wallTime();
  const result = await parts.services.unlock({ visitId, document, customer, service, acceptedAt });
  const paper = printProtocol(context, {
    result,
    erp: service.erp,
    subject: 'Desbloqueio de confiança',
    message: service.name,
  });
  return {
    next: result.outcome === 'done' ? 'done' : 'other',
    patch: { services: { ...services, result }, ...paper },
  };
}
