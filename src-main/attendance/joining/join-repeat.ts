import type { MadeRequest } from './join-progress.ts';

/** What is about to be sent. */
interface Wish {
  readonly visitId: string;
  /** Id of the ERP in the settings. */
  readonly erp: string;
  readonly subject: string;
  /** Somebody new, who becomes a customer once; customers may order several things. */
  readonly isNewcomer: boolean;
}

/** Whoever is not sure whether it worked comes back on the same day. */
const SOON_MS = 24 * 60 * 60 * 1000;

/**
 * What the same person sent in an earlier visit and would have twice now: nobody knows yet whether the ERP has it, or
 * it was taken within the last day.
 * @param made theirs, the newest first
 * @param now wall time, milliseconds
 */
export function earlierRequest(
  made: readonly MadeRequest[],
  { visitId, erp, subject, isNewcomer }: Wish,
  now: number,
): MadeRequest | undefined {
  return made.find(
    (each) =>
      each.visitId !== visitId &&
      each.erp === erp &&
      (isNewcomer || each.subject === subject) &&
      !each.isHandled &&
      (each.state !== 'done' || now - each.createdAt < SOON_MS),
  );
}
