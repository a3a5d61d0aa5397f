import { randomUUID } from 'node:crypto';
import type { ContactChange, ContactGuard, ContactPermission } from '../../domain/contact-guard.ts';
import type { RemoteFailure } from '../../domain/remote-failure.ts';
import { failure, type Result, success } from '../../domain/result.ts';
import type { VisitContact, VisitRecords } from '../../storage/visit-records.ts';
import type { ChatAccess, ChatTools } from './chat-access.ts';
import { type ChatAnswer, fieldsOf, readAnyAnswer } from './chat-answer.ts';
import { callCallback } from './chat-call.ts';
import { cleanLine } from './clean-line.ts';
import { eventVariables } from './event-variables.ts';

export interface ContactGuardParts extends ChatTools {
  readonly visits: Pick<VisitRecords, 'find'>;
}

/** What a screen has room for. */
const LONGEST_REASON = 200;

/** How a callback says that the contact may be saved; contract C.4 gives no format. */
const YES = new Set<unknown>([true, 1, 'true', '1', 'ok', 'sim', 's', 'yes']);
const NO = new Set<unknown>([false, 0, 'false', '0', 'nao', 'não', 'n', 'no']);
const RESULT_FIELDS = ['result', 'resultado', 'success', 'sucesso', 'ok', 'allowed'];
/** Filled, they are a no in themselves. */
const ERROR_FIELDS = ['error', 'erro', 'reason', 'motivo'];
const REASON_FIELDS = ['reason', 'motivo', 'message', 'mensagem', 'msg', 'error', 'erro', 'obs'];

/**
 * Asks OnBeforeSaveContact whether contact data may be changed: its variables hold the contact as it will be. Where no
 * such address is registered everything may be changed.
 */
export function createContactGuard(access: ChatAccess | undefined, parts: ContactGuardParts): ContactGuard {
  return {
    async mayChange(visitId, change) {
      const template = access?.onBeforeSaveContact;
      if (access === undefined || template === undefined) return success({ allowed: true });
      const visit = parts.visits.find(visitId);
      if (visit?.contact === undefined) return failure({ kind: 'not-sent', detail: 'nobody is identified' });
      const values = eventVariables(visit, changed(visit.contact, change), access, parts.terminal);
      const answer = await callCallback(
        access,
        parts.http,
        { template, values, idempotencyKey: randomUUID() },
        // Here a no is an answer.
        readAnyAnswer,
      );
      const permission = answer.ok ? readPermission(answer.value) : readRefusal(answer.error);
      if (!permission.ok) {
        const { kind, detail } = permission.error;
        parts.log.warn('CHAT-GUARD-TROUBLE', { visitId, kind, detail });
      }
      return permission;
    },
  };
}

function changed(contact: VisitContact, { name, email, phone, whatsapp }: ContactChange): VisitContact {
  const number = whatsapp ?? phone;
  return {
    ...contact,
    ...(name !== undefined && { name }),
    ...(email !== undefined && { email }),
    ...(number !== undefined && { phone: number }),
  };
}

type Permission = Result<ContactPermission, RemoteFailure>;

/** Accepts `true`, `"true"`, `{"result":true}` and what else plainly means yes or no. */
export function readPermission({ text, json }: ChatAnswer): Permission {
  const fields = fieldsOf(json);
  const result =
    fields.size === 0 ? (json ?? text) : RESULT_FIELDS.map((name) => fields.get(name)).find(isTold);
  const plain = typeof result === 'string' ? result.trim().toLowerCase() : result;
  if (YES.has(plain)) return success({ allowed: true });
  if (NO.has(plain) || (result === undefined && reasonIn(fields, ERROR_FIELDS) !== '')) {
    return refused(reasonIn(fields));
  }
  return failure({ kind: 'malformed', detail: 'neither yes nor no' });
}

/** Some say no with a status. What is about the caller or the address says nothing about the contact. */
function readRefusal(error: RemoteFailure): Permission {
  const isNo = error.kind === 'refused' && [400, 409, 422].includes(error.status);
  return isNo ? refused(reasonIn(fieldsOf(error.body))) : failure(error);
}

function refused(reason: string): Permission {
  return success({ allowed: false, reason });
}

function reasonIn(fields: ReadonlyMap<string, unknown>, names: readonly string[] = REASON_FIELDS): string {
  const told = names.map((name) => fields.get(name)).find((value) => typeof value === 'string');
  return typeof told === 'string' ? cleanLine(told, LONGEST_REASON) : '';
}

function isTold(value: unknown): boolean {
  return value !== undefined;
}
