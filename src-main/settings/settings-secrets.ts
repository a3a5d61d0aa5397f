import type { Settings } from './settings-schema.ts';

/** Every value of the settings that no log, screen or export may show. */
export function secretsOf(settings: Settings): readonly string[] {
  const { crm, chat } = settings.relay;
  const secrets = [
    ...erpSecrets(settings.erp.auth),
    ...settings.pix.accounts.flatMap((account) => [account.key, account.clientId, account.clientSecret]),
    ...(crm ? [crm.clientId, crm.clientSecret] : []),
    ...Object.values(chat ?? {}).flatMap(fixedQueryValues),
  ];
  return secrets.filter((secret) => secret !== '');
}

function erpSecrets({ token, password, clientId, clientSecret }: Settings['erp']['auth']): readonly string[] {
  return [token, password, clientId, clientSecret].filter((secret) => secret !== undefined);
}

/** Chat platforms take their API key in the query string; parts between dollar signs are variables, not secrets. */
function fixedQueryValues(address: string): readonly string[] {
  const values = new URL(address).searchParams.values();
  return [...values].filter((value) => !value.includes('$'));
}
