import type { Screen } from '../../contract/screen.ts';
import type { CopyCard, CopyPrintState } from '../../contract/second-copies-screen.ts';
import { calendarDateAt } from '../../domain/calendar-date.ts';
import { paperTrouble } from '../invoice-actions.ts';
import { printTrouble } from '../print-trouble.ts';
import type { VisitContext } from '../visit-context.ts';
import type { Copy } from './copy-desk.ts';
import { type AccountLine, periodOf, statementOf } from './statement-period.ts';

/** Lines of a statement; each takes some 12 mm of paper. */
const LONGEST_STATEMENT = 150;

export function secondCopiesScreen({ parts, customer }: VisitContext): Screen {
  return { name: 'second-copies', kinds: (customer && parts.copies?.kindsFor(customer)) ?? [] };
}

export function readingCopiesScreen({ secondCopies }: VisitContext): Screen {
  return { name: 'reading-copies', kind: secondCopies?.kind ?? 'statement' };
}

/** The list of one kind. */
export function copiesScreen(context: VisitContext): Screen {
  const list = context.secondCopies?.list;
  if (!list) return secondCopiesScreen(context);
  if (list.kind === 'statement') return statementScreen(context);
  return {
    name: 'copies',
    paper: list.kind,
    copies: list.copies.map((one) => cardOf(one, context)),
    ...(list.unreadable.length > 0 && { unreadable: list.unreadable }),
  };
}

export function copyScreen(context: VisitContext): Screen {
  const { parts, secondCopies } = context;
  const chosen = secondCopies?.chosen;
  if (!chosen) return copiesScreen(context);
  return {
    name: 'copy',
    paper: chosen.paper,
    copy: cardOf(chosen, context),
    canShow: parts.copies?.mayShow(chosen) === true,
    slip: copyPrintState(context),
    hasAddress: parts.copies?.hasAddress(chosen) === true,
  };
}

function statementScreen(context: VisitContext): Screen {
  const { list, months = 3 } = context.secondCopies ?? {};
  const lines = statementLines(context);
  return {
    name: 'statement',
    months,
    lines: lines.map(({ key, erp: _erp, companyName, ...line }) => ({
      ...line,
      id: key,
      ...(hasSeveralCompanies(context) && { companyName }),
    })),
    paidCents: lines.reduce((sum, { paid }) => sum + (paid?.amountCents ?? 0), 0),
    openCents: lines.reduce((sum, { paid, amountCents = 0 }) => sum + (paid ? 0 : amountCents), 0),
    slip: copyPrintState(context),
    ...(list && list.unreadable.length > 0 && { unreadable: list.unreadable }),
  };
}

export function paperTroubleScreen({ printProgress }: VisitContext): Screen {
  return { name: 'paper-trouble', ...printTrouble(printProgress) };
}

/** The lines of the statement that are in the chosen period. */
function statementLines({ parts, secondCopies }: VisitContext): readonly AccountLine[] {
  const { list, months = 3 } = secondCopies ?? {};
  const rows = list?.kind === 'statement' ? list.rows : [];
  const today = calendarDateAt(parts.clock.wallTime(), parts.rules.timeZone);
  return statementOf(rows, periodOf(months, today));
}

/** Whether what is looked at can come out on paper now. */
export function copyPrintState(context: VisitContext): CopyPrintState {
  if (!context.secondCopies?.chosen) {
    const lines = statementLines(context).length;
    if (lines === 0) return { offered: false, reason: 'nothing-to-print' };
    if (lines > LONGEST_STATEMENT) return { offered: false, reason: 'too-long' };
  }
  const status = context.parts.paper.status();
  if (status === 'none') return { offered: false, reason: 'not-configured' };
  return paperTrouble(status) ? { offered: false, reason: 'printer' } : { offered: true };
}

function cardOf({ paper, row }: Copy, context: VisitContext): CopyCard {
  const { key: id, amountCents, companyName } = row;
  return {
    id,
    ...(amountCents !== undefined && { amountCents }),
    ...(hasSeveralCompanies(context) && { companyName }),
    ...(paper === 'debt-clearance' ? { year: row.year } : noteFields(row)),
  };
}

function noteFields({
  number,
  postedOn,
  protocol,
}: Extract<Copy, { paper: 'fiscal-note' }>['row']): Pick<CopyCard, 'number' | 'date' | 'protocol'> {
  return {
    ...(number !== undefined && { number }),
    ...(postedOn !== undefined && { date: postedOn }),
    ...(protocol !== undefined && { protocol }),
  };
}

function hasSeveralCompanies({ customer }: VisitContext): boolean {
  return (customer?.erpIds.size ?? 0) > 1;
}
