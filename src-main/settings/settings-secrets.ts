import { fixedValuesOf } from './chat-address.ts';
import type { Settings } from './settings-schema.ts';

/** Every value of the settings that no log, screen or export may show. */
export function secretsOf(settings: Settings): readonly string[] {
  const { crm, chat } = settings.relay;
  const secrets = [
    ...settings.erps.flatMap((erp) => [...credentialsOf(erp.auth), ...headerValuesOf(erp.operations)]),
    ...settings.pix.accounts.flatMap((account) => [account.key, account.clientId, account.clientSecret]),
    ...(crm ? [crm.clientId, crm.clientSecret] : []),
    ...Object.values(chat ?? {}).flatMap(fixedValuesOf),
  ];
  return secrets.filter((secret) => secret !== '');
}

type Erp = Settings['erps'][number];

function credentialsOf({ token, password, clientId, clientSecret }: Erp['auth']): readonly string[] {
  return [token, password, clientId, clientSecret].filter((secret) => secret !== undefined);
}

/** Some ERPs take a second token in a header of its own. What is shorter is none, and would blank half the log. */
function headerValuesOf(operations: Erp['operations']): readonly string[] {
  const values = Object.values(operations ?? {}).flatMap((change) => Object.values(change?.headers ?? {}));
  return values.filter((value) => value.length >= 6);
}
