import type { JoinProgress } from '../../contract/join-screen.ts';
import type { ProspectProgress } from '../../domain/prospect.ts';
import { protocolOf } from '../../domain/protocol.ts';
import type { RemoteFailure } from '../../domain/remote-failure.ts';
import type { Result } from '../../domain/result.ts';
import { withoutPersonalNumbers } from '../../domain/text.ts';
import type { Registration } from './join-form.ts';

const LONGEST_WORDS = 160;

/** Something that was asked for here. */
export interface MadeRequest {
  readonly id: string;
  readonly visitId: string;
  readonly kind: Registration;
  /** Id of the ERP in the settings. */
  readonly erp: string;
  /** Who, as a mark, and what. */
  readonly subject: string;
  readonly state: 'sent' | 'done' | 'unclear' | 'refused' | 'not-sent';
  /** A person has looked at it. */
  readonly isHandled: boolean;
  readonly remoteId?: string;
  /** Wall time, milliseconds. */
  readonly createdAt: number;
}

/**
 * What ERPs say, without accents, and what it most likely means, in the order looked for: "não aprovado" is a no, and
 * "aguardando aprovação" no yes yet.
 */
const meanings: readonly (readonly [RegExp, NonNullable<JoinProgress['meaning']>])[] = [
  [/recus|reprov|inativ|desativ|rejeit|cancel|suspens|nao aprov|indefer|negad|desist/, 'refused'],
  [/\bnao\b|aguard|penden|analis|andamento/, 'waiting'],
  [/\b(aprovad|instalad|ativ[oa]|conclu|finaliz|efetivad|contratad|assinad)/, 'approved'],
];

/** What a status in the ERP's own words most likely means; anything unknown is still on its way. */
export function meaningOf(status: string): NonNullable<JoinProgress['meaning']> {
  const plain = status.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return meanings.find(([words]) => words.test(plain))?.[1] ?? 'waiting';
}

/** The screen stands in public. */
function forPublic(words: string): string {
  return withoutPersonalNumbers(words, LONGEST_WORDS);
}

/**
 * A request as its customer is told of it.
 * @param madeOn where the terminal stands
 * @param answer what the ERP said; `undefined`: it keeps no status of such a thing
 */
export function progressOf(
  { id, kind, state }: MadeRequest,
  companyName: string,
  madeOn: string,
  answer: Result<ProspectProgress | undefined, RemoteFailure> | undefined,
): JoinProgress {
  const told = { protocol: protocolOf(id), kind, companyName, madeOn };
  if (state !== 'done') return { ...told, state: 'unclear' };
  if (answer === undefined) return { ...told, state: 'received' };
  if (!answer.ok) return { ...told, state: 'unreadable' };
  if (answer.value === undefined) return { ...told, state: 'received' };
  const { status, reason } = answer.value;
  return {
    ...told,
    state: 'asked',
    status: forPublic(status),
    meaning: meaningOf(status),
    ...(reason !== undefined && { reason: forPublic(reason) }),
  };
}
