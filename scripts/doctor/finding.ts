/** One thing that the doctor looked at. `missing` stops Balcão from running here; `note` does not. */
export interface Finding {
  readonly state: 'ok' | 'note' | 'missing';
  readonly subject: string;
  /** What was found and, where it is not well, what to do. May have several lines. */
  readonly detail: string;
}

const MARKS = { ok: 'ok', note: 'note', missing: 'MISSING' } as const;
const MARK_WIDTH = 9;
const SUBJECT_WIDTH = 18;

/** The findings as an aligned list for a terminal. */
export function renderFindings(findings: readonly Finding[]): string {
  return findings.map(renderFinding).join('\n');
}

function renderFinding({ state, subject, detail }: Finding): string {
  const head = MARKS[state].padEnd(MARK_WIDTH) + subject.padEnd(SUBJECT_WIDTH);
  return head + detail.split('\n').join(`\n${' '.repeat(MARK_WIDTH + SUBJECT_WIDTH)}`);
}
