import type { FieldProblem, Json } from '../contract/technician.ts';
import { failure, type Result, success } from '../domain/result.ts';
import { type OpenedSettings, openSecrets } from './sealed-secrets.ts';
import type { SecretVault } from './secret-vault.ts';
import { describeIssue, problemsOf } from './setting-problem.ts';
import { type Settings, settingsSchema } from './settings-schema.ts';

/** The settings behind a draft of the page, or everything that is wrong with it. Tells no value. */
export function parseDraft(draft: Json, vault: SecretVault): Result<Settings, readonly FieldProblem[]> {
  return checkSettings(openSecrets(draft, vault));
}

/** Checks settings whose secrets were opened. One problem for each field. */
export function checkSettings({ json, problems }: OpenedSettings): Result<Settings, readonly FieldProblem[]> {
  // Compiling the schema pays for thousands of values, not for one.
  const parsed = settingsSchema.safeParse(json, { error: describeIssue, jitless: true });
  if (parsed.success) return problems.length === 0 ? success(parsed.data) : failure(problems);
  const unread = new Set(problems.map(({ field }) => field));
  return failure([...problems, ...problemsOf(parsed.error).filter(({ field }) => !unread.has(field))]);
}
