import type { FieldProblem } from '../../../src-main/contract/technician.ts';

/** Fields whose problems are shown at the field, by path; of all others only the count is. */
export type Touched = ReadonlySet<string>;

/** The fields that a technician is told of at once: what the saved file itself gets wrong, nothing of a first start. */
export function touchedAtFirst(revision: number, problems: readonly FieldProblem[]): Touched {
  return new Set(revision === 0 ? [] : problems.map(({ field }) => field));
}

/**
 * The problem to show at a field. One that was never entered shows none: of a form that has just come up everything is
 * missing, which nobody has to be told in red. `whole`: a list or a map, which shows what is wrong with its lines too.
 */
export function shownProblem(
  problems: readonly FieldProblem[],
  touched: Touched,
  path: string,
  whole: boolean,
): string | undefined {
  return problems.find(({ field }) => {
    const here = field === path || (whole && isWithin(field, path));
    return here && (touched.has(path) || touched.has(field));
  })?.message;
}

/** Whether a path lies below another one. */
export function isWithin(path: string, above: string): boolean {
  return path.startsWith(`${above}.`) || path.startsWith(`${above}[`);
}
