import type { RemoteFailure } from '../domain/remote-failure.ts';
import type { Result } from '../domain/result.ts';
import type { Log } from '../logging/log.ts';

/** An ERP among those that are asked side by side. */
interface Asked {
  /** Its id in the settings. */
  readonly id: string;
  readonly companyName: string;
}

/** What the members answered: those that did, and those that could not. */
export interface Heard<M, T> {
  readonly sound: readonly { readonly member: M; readonly value: T }[];
  readonly failed: readonly { readonly member: M; readonly error: RemoteFailure }[];
}

/** Asks all of them at once. */
export async function askAll<M, T>(
  members: readonly M[],
  ask: (member: M) => Promise<Result<T, RemoteFailure>>,
): Promise<Heard<M, T>> {
  const answers = await Promise.all(members.map(async (member) => ({ member, answer: await ask(member) })));
  return {
    sound: answers.flatMap(({ member, answer }) => (answer.ok ? [{ member, value: answer.value }] : [])),
    failed: answers.flatMap(({ member, answer }) => (answer.ok ? [] : [{ member, error: answer.error }])),
  };
}

/** Why nothing was heard, when all failed. */
export function nothingSound({ sound, failed }: Heard<unknown, unknown>): RemoteFailure | undefined {
  return sound.length === 0 ? failed[0]?.error : undefined;
}

/** Writes down who failed. @returns the companies */
export function tellFailed({ failed }: Heard<Asked, unknown>, log: Log): readonly string[] {
  for (const { member, error } of failed) {
    log.warn('ERP-PARTLY-UNAVAILABLE', { erp: member.id, kind: error.kind, detail: error.detail });
  }
  return [...new Set(failed.map(({ member }) => member.companyName))];
}
