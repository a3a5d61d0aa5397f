import type * as z from 'zod';

/**
 * Reports that fields do not fit together; `path` is relative to the section. Messages never repeat a value: it may be
 * a secret pasted into the wrong place.
 */
export function reportIssue(context: z.RefinementCtx, path: (string | number)[], message: string): void {
  context.addIssue({ code: 'custom', path, message });
}
