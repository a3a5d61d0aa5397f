import type { Trouble } from '../trouble.ts';

/** What a printer's reasons (RFC 8011 5.4.12, PWG 5100.9) mean to whoever stands before it; the first that fits. */
const meanings: readonly (readonly [RegExp, Trouble])[] = [
  [/^(?:media-empty|media-needed|input-tray-missing)/, 'no-paper'],
  [/^(?:cover-open|door-open|interlock-open)/, 'cover-open'],
  [/^(?:offline|shutdown|timed-out|connecting-to-device|stopped-partly)/, 'offline'],
  [/^(?:media-jam|marker-supply-empty|toner-empty|output-area-full|spool-area-full)/, 'error'],
];

/** Which trouble a printer's own words mean; `undefined` when they say of none. Warnings and reports are none. */
export function troubleOfReasons(reasons: readonly string[]): Trouble | undefined {
  const grave = reasons.filter((reason) => reason !== 'none' && !/-(?:report|warning)$/.test(reason));
  for (const [pattern, trouble] of meanings) {
    if (grave.some((reason) => pattern.test(reason))) return trouble;
  }
  return grave.some((reason) => reason.endsWith('-error')) ? 'error' : undefined;
}
