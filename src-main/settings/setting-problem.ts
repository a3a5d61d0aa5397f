import type * as z from 'zod';

/** What is wrong with one field, told to a technician in pt-BR, without the field's value. */
export interface SettingProblem {
  /** Path of the field, e.g. `erp.baseUrl` or `pix.accounts[0].key`; `settings.json` for the file as a whole. */
  readonly field: string;
  readonly message: string;
}

/** Name of the settings file, and of the file as a whole in problems. */
export const SETTINGS_FILE = 'settings.json';

/** The problems behind failed checks: one for each field, in the order of the file's sections. */
export function problemsOf(error: z.ZodError): readonly SettingProblem[] {
  return error.issues.flatMap((issue) => {
    if (issue.code !== 'unrecognized_keys') return [{ field: fieldName(issue.path), message: issue.message }];
    return issue.keys.map((key) => ({ field: fieldName([...issue.path, key]), message: issue.message }));
  });
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
      return issue.origin === 'string' ? 'não pode ficar vazio' : `precisa ser no mínimo ${issue.minimum}`;
    case 'too_big':
      return issue.origin === 'string'
        ? `é longo demais: até ${issue.maximum} caracteres`
        : `precisa ser no máximo ${issue.maximum}`;
    // Formats and the rules between fields bring their own words; the rest is not used by the schema.
    case 'invalid_format':
    case 'custom':
    case 'invalid_key':
    case 'invalid_element':
    case 'invalid_union':
    case 'not_multiple_of':
      return 'valor inválido';
  }
};

function describeChoices(choices: readonly unknown[]): string {
  const shown = choices.map((choice) => JSON.stringify(choice));
  return shown.length === 1 ? `precisa ser ${shown.join()}` : `precisa ser um destes: ${shown.join(', ')}`;
}

function typeName(expected: string): string {
  switch (expected) {
    case 'string':
      return 'um texto entre aspas';
    case 'int':
      return 'um número inteiro, sem aspas';
    case 'number':
      return 'um número, sem aspas';
    case 'array':
      return 'uma lista: [ … ]';
    case 'object':
    case 'record':
      return 'um grupo de campos: { … }';
    default:
      return 'de outro tipo';
  }
}

function fieldName(path: readonly PropertyKey[]): string {
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
