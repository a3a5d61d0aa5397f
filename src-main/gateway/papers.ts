import { type Answer, bareAnswer } from './wire/answer.ts';

/** A paper of a visit. */
export interface VisitPaper {
  readonly fileName: string;
  readonly pdf: Uint8Array;
}

/** Finds a paper by its visit and title; `undefined`: it cannot be had, or no more. */
export type FindPaper = (visitId: string, title: string) => Promise<VisitPaper | undefined>;

/** The paper as a file that a browser shows, but never runs anything of. */
export async function answerPaper(find: FindPaper, visitId: string, title: string): Promise<Answer> {
  const paper = await find(visitId, title);
  if (!paper) return bareAnswer(404);
  return {
    status: 200,
    type: 'application/pdf',
    body: paper.pdf,
    headers: { 'Content-Disposition': `inline; filename="${paper.fileName.replace(/[^\w.-]/g, '_')}"` },
  };
}
