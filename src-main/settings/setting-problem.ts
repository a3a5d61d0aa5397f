import type * as z from 'zod';

/** What is wrong with one field, told to a technician in pt-BR, without the field's value. */
export interface SettingProblem {
  /** Path of the field, e.g. `erps[0].baseUrl` or `pix.accounts[0].key`; `settings.json` for the file as a whole. */
  readonly field: string;
  readonly message: string;
}

/** Name of the settings file, and of the file as a whole in problems. */
export const SETTINGS_FILE = 'settings.json';

/** The problems behind failed checks: one for each field, in the order of the file's sections. */
export function problemsOf(error: z.ZodError): readonly SettingProblem[] {
  const byField = new Map<string, SettingProblem>();
  for (const issue of error.issues) {
    const paths =
      issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
    for (const field of paths.map(fieldName)) {
      // What is wrong with the value itself comes before how it fits with others.
      if (!byField.has(field)) byField.set(field, { field, message: issue.message });
    }
  }
  return [...byField.values()];
}

/** Words a check of the schema that has none of its own. Built from the rule alone, never from the value. */
export const describeIssue: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case 'unrecognized_keys':
      return 'campo desconhecido: confira a grafia, com maiúsculas e minúsculas';
    case 'invalid_type':
      return issue.input === undefined ? 'falta preencher' : `precisa ser ${typeName(issue.expected)}`;
    case 'invalid_value':
      return issue.input === undefined ? 'falta preencher' : describeChoices(issue.values);
    case 'too_small':
      return describeLeast(issue.origin, issue.minimum);
    case 'too_big':
      return describeMost(issue.origin, issue.maximum);
    case 'invalid_key':
      return issue.issues[0]?.message ?? 'o nome não serve';
    // Formats and the rules between fields bring their own words; the rest is not used by the schema.
    case 'invalid_format':
    case 'custom':
    case 'invalid_element':
    case 'invalid_union':
    case 'not_multiple_of':
      return 'valor inválido';
  }
};

function describeLeast(origin: string, least: number | bigint): string {
  if (origin === 'string') return 'não pode ficar vazio';
  if (origin === 'array') return `precisa ter pelo menos ${least} na lista`;
  return `precisa ser no mínimo ${least}`;
}

function describeMost(origin: string, most: number | bigint): string {
  if (origin === 'string') return `é longo demais: até ${most} caracteres`;
  if (origin === 'array') return `pode ter no máximo ${most} na lista`;
  // The rule that every whole number has comes before the field's own.
  return most === Number.MAX_SAFE_INTEGER ? 'é um número grande demais' : `precisa ser no máximo ${most}`;
}

function describeChoices(choices: readonly unknown[]): string {
  const shown = choices.map((choice) => JSON.stringify(choice));
  return shown.length === 1 ? `precisa ser ${shown.join()}` : `precisa ser um destes: ${shown.join(', ')}`;
}

/** For whoever fills in a form, and in brackets for whoever edits the file. */
function typeName(expected: string): string {
  switch (expected) {
    case 'string':
      return 'um texto (no arquivo, entre aspas)';
    case 'int':
      return 'um número inteiro (no arquivo, sem aspas)';
    case 'number':
      return 'um número (no arquivo, sem aspas)';
    case 'boolean':
      return 'sim ou não (no arquivo, true ou false)';
    case 'array':
      return 'uma lista (no arquivo, entre [ ])';
    case 'object':
    case 'record':
      return 'um grupo de campos (no arquivo, entre { })';
    default:
      return 'de outro tipo';
  }
}

/** A path as problems write it; the empty one is the file as a whole. */
export function fieldName(path: readonly PropertyKey[]): string {
  const name = path.reduce<string>(
    (before, part) =>
      typeof part === 'number' ? `${before}[${part}]` : `${before}${before && '.'}${shownKey(String(part))}`,
    '',
  );
  return name || SETTINGS_FILE;
}

/** A key that no field could have may be a secret that landed on the wrong side of a colon. */
function shownKey(key: string): string {
  return /^[\w$.-]{1,30}$/.test(key) ? key : '(…)';
}
