import type { ErpProfile } from './profile-schema.ts';

/** Every expression of a profile, by its place in the file. */
export function expressionsOf({ authentication, operations }: ErpProfile): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  const add = (place: string, source: string | undefined) => {
    if (source !== undefined) found[place] = source;
  };
  if (authentication.kind === 'login') {
    for (const name of ['input', 'token', 'expiresInSeconds'] as const) {
      add(`authentication.${name}`, authentication[name]);
    }
  }
  for (const [name, operation] of Object.entries(operations)) {
    add(`operations.${name}.result`, operation.result);
    operation.steps.forEach((step, index) => {
      const place = `operations.${name}.steps[${index}]`;
      for (const part of ['when', 'input', 'success'] as const) add(`${place}.${part}`, step[part]);
      add(`${place}.notFound.when`, step.notFound?.when);
      add(`${place}.refused.when`, step.refused?.when);
      add(`${place}.refused.reason`, step.refused?.reason);
    });
  }
  return found;
}
