import { type Row, stages } from './cell.ts';
import type { allCases } from './play.ts';
import type { Outcome } from './play-case.ts';

type Case = (typeof allCases)[number];

/** How one play of a case went. */
export interface Played {
  readonly one: Case;
  readonly outcome: Outcome;
  readonly seed?: number;
}

export type Mark = '✔' | '✘' | '…' | '–' | 's';

export const legend =
  '✔ held   ✘ broken   … waits for what the product does not do yet   s skipped   – not meaningful';

/** A broken case that waits for a part of the product is known, and no failure. */
export function markOf({ one, outcome }: Played): Mark {
  if (outcome.mark === 'skipped') return 's';
  if (outcome.mark === 'held') return '✔';
  return one.of.waitsFor === undefined ? '✘' : '…';
}

/** The matrix with a mark for each case; the same mark again is counted. */
export function markTable(matrix: readonly Row[], played: readonly Played[]): string {
  const lines = matrix.map(({ fault, cells }) => [
    fault,
    ...stages.map((stage) => {
      if ('blank' in cells[stage]) return '–';
      const marks = played.filter(({ one }) => one.fault === fault && one.stage === stage).map(markOf);
      return shorten(marks);
    }),
  ]);
  return columns([['', ...stages], ...lines]);
}

function shorten(marks: readonly Mark[]): string {
  const counts = new Map<Mark, number>();
  for (const mark of marks) counts.set(mark, (counts.get(mark) ?? 0) + 1);
  return [...counts].map(([mark, count]) => (count > 1 ? `${mark} ${count}` : mark)).join('  ');
}

function columns(lines: readonly (readonly string[])[]): string {
  const widths = (lines[0] ?? []).map((_, column) =>
    Math.max(...lines.map((line) => line[column]?.length ?? 0)),
  );
  return lines
    .map((line) =>
      line
        .map((text, column) => text.padEnd(widths[column] ?? 0))
        .join('   ')
        .trimEnd(),
    )
    .join('\n');
}

/** What a case is called. */
export function titleOf({ fault, stage, of }: Case): string {
  return `${fault} · ${stage} · ${of.step}: ${of.how}`;
}

/** A broken case with what the ledgers of the others say. */
export function tellBroken({ one, outcome, seed }: Played): string {
  if (outcome.mark !== 'broken') return '';
  const when = seed === undefined ? '' : ` (seed ${seed})`;
  return [`✘ ${titleOf(one)}${when}`, `  must: ${one.must}`, ...outcome.reasons, outcome.evidence].join(
    '\n  ',
  );
}
