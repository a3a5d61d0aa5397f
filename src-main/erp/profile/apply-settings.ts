import { failure, type Result, success } from '../../domain/result.ts';
import type { ErpSettings } from '../../settings/erp-settings.ts';
import type { SettingProblem } from '../../settings/setting-problem.ts';
import { type ErpOperation, erpOperations } from '../erp-operation.ts';
import type { Authentication } from './authentication-schema.ts';
import type { Operation, Step } from './operation-schema.ts';
import type { ErpProfile } from './profile-schema.ts';

type Credential = 'token' | 'username' | 'password' | 'clientId' | 'clientSecret';

/**
 * The profile as one kiosk uses it: what its settings say takes the place of what the profile says. Problems name
 * fields below `place`, e.g. `erps[0]`.
 */
export function applySettings(
  profile: ErpProfile,
  settings: ErpSettings,
  place: string,
): Result<ErpProfile, readonly SettingProblem[]> {
  const applied: ErpProfile = {
    ...profile,
    authentication: withTokenPlace(profile.authentication, settings.auth),
    timeoutMs: settings.timeoutMs ?? profile.timeoutMs,
    amounts: {
      ...profile.amounts,
      decimalMark: settings.decimalMark ?? profile.amounts.decimalMark,
      thousandsMark: settings.thousandsMark ?? profile.amounts.thousandsMark,
    },
    writeOff: {
      repeat: settings.repeat ?? profile.writeOff.repeat,
      settleWindowSeconds: settings.settleWindowSeconds ?? profile.writeOff.settleWindowSeconds,
      proof: {
        ...profile.writeOff.proof,
        intervalSeconds: settings.proofIntervalSeconds ?? profile.writeOff.proof.intervalSeconds,
      },
    },
    operations: applyToOperations(profile.operations, settings),
  };
  const problems = [...unfitRules(applied), ...missingCredentials(applied.authentication, settings)];
  if (problems.length === 0) return success(applied);
  return failure(problems.map(({ field, message }) => ({ field: `${place}.${field}`, message })));
}

function withTokenPlace(
  authentication: Authentication,
  { header, scheme }: ErpSettings['auth'],
): Authentication {
  if (authentication.kind === 'none' || authentication.kind === 'basic') return authentication;
  return {
    ...authentication,
    header: header ?? authentication.header,
    scheme: scheme ?? authentication.scheme,
  };
}

function applyToOperations(
  operations: ErpProfile['operations'],
  settings: ErpSettings,
): ErpProfile['operations'] {
  const applied: Partial<Record<ErpOperation, Operation>> = {};
  for (const name of erpOperations) {
    const operation = operations[name];
    if (operation && settings.operations?.[name]?.off !== true) {
      applied[name] = withWords(name, withSteps(name, operation, settings), settings);
    }
  }
  return applied;
}

function withSteps(name: ErpOperation, operation: Operation, settings: ErpSettings): Operation {
  const last = operation.steps.length - 1;
  const change = settings.operations?.[name] ?? {};
  const steps = operation.steps.map((step, index): Step => {
    const place = placeOf(step, change.input ?? (step.method === 'GET' ? settings.getInput : undefined));
    const timeoutMs = change.timeoutMs ?? step.timeoutMs;
    return {
      ...step,
      path: (index === last ? settings.paths[name] : undefined) ?? step.path,
      headers: { ...step.headers, ...change.headers },
      ...(place === undefined ? {} : { place }),
      ...(timeoutMs === undefined ? {} : { timeoutMs }),
    };
  });
  return { ...operation, steps };
}

function placeOf(step: Step, chosen: 'query' | 'body' | 'form' | undefined): Step['place'] {
  if (chosen === undefined) return step.place;
  return chosen === 'body' ? 'json' : chosen;
}

function withWords(name: ErpOperation, operation: Operation, settings: ErpSettings): Operation {
  if (name !== 'writeOffInvoice') return operation;
  const { words } = operation;
  return {
    ...operation,
    words: {
      done: [...(settings.successWords ?? words.done)],
      alreadyDone: [...(settings.alreadySettledWords ?? words.alreadyDone)],
      refused: [...(settings.refusalWords ?? words.refused)],
    },
  };
}

/** What fits in the profile and in the settings each need not fit together. */
function unfitRules({ amounts, writeOff }: ErpProfile): SettingProblem[] {
  const problems: SettingProblem[] = [];
  if (amounts.decimalMark === amounts.thousandsMark) {
    problems.push({ field: 'thousandsMark', message: 'não pode ser igual a decimalMark' });
  }
  if (writeOff.proof.intervalSeconds > writeOff.settleWindowSeconds) {
    const message = 'não pode ser maior que settleWindowSeconds';
    problems.push({ field: 'proofIntervalSeconds', message });
  }
  return problems;
}

/** Which credentials each kind of authentication needs by itself; a login takes what its expression names. */
export const neededCredentials: Readonly<Record<Authentication['kind'], readonly Credential[]>> = {
  none: [],
  header: ['token'],
  basic: ['username', 'password'],
  oauth2: ['clientId', 'clientSecret'],
  login: [],
};

function missingCredentials({ kind }: Authentication, { auth }: ErpSettings): SettingProblem[] {
  return neededCredentials[kind]
    .filter((credential) => auth[credential] === undefined)
    .map((credential) => ({ field: `auth.${credential}`, message: 'falta preencher' }));
}
