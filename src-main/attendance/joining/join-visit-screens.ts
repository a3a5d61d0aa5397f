import type { RequestPaper } from '../../contract/join-screen.ts';
import type { Screen } from '../../contract/screen.ts';
import { viewDocumentEntry } from '../document-entry.ts';
import type { VisitContext } from '../visit-context.ts';
import { joinScreen } from './join-screens.ts';

/** The question that the visit is at. */
export function joinStepScreen({ join: { asked } }: VisitContext): Screen {
  return asked ? joinScreen(asked.draft, asked.form) : { name: 'join-loading' };
}

export function joinDoneScreen(context: VisitContext): Screen {
  const { standing } = context.join;
  if (!standing) return { name: 'join-sending' };
  const { outcome, kind, protocol, remarks } = standing;
  const taken = outcome === 'done' || outcome === 'unclear' || outcome === 'already';
  return {
    name: 'join-done',
    outcome,
    kind,
    ...(taken && { protocol }),
    ...(remarks !== undefined && { remarks }),
    paper: paperOf(context),
  };
}

export function joinHeldScreen(): Screen {
  return { name: 'join-done', outcome: 'held', kind: 'order', paper: 'none' };
}

export function joinKnownScreen(): Screen {
  return { name: 'join-done', outcome: 'customer', kind: 'prospect', paper: 'none' };
}

/** @param busy it is being asked after */
export function progressDocumentScreen({ join: { document } }: VisitContext, busy: boolean): Screen {
  return {
    name: 'document',
    purpose: 'progress',
    ...viewDocumentEntry(document),
    busy,
    ...(document.error !== undefined && { error: document.error }),
  };
}

function paperOf({ printJobId, printProgress }: VisitContext): RequestPaper {
  if (printJobId === undefined) return 'none';
  switch (printProgress?.state) {
    case undefined:
    case 'queued':
    case 'printing':
      return 'printing';
    case 'printed':
      return 'printed';
    case 'waiting':
    case 'uncertain':
    case 'failed':
    case 'cancelled':
      return 'trouble';
  }
}
