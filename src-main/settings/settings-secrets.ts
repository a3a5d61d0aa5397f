import { fixedValuesOf } from './chat-address.ts';
import type { Settings } from './settings-schema.ts';

/** Every value of the settings that no log, screen or export may show. */
export function secretsOf(settings: Settings): readonly string[] {
  const { crm, chat, seniorCrm, webhooks } = settings.relay;
  const secrets = [
    ...settings.erps.flatMap((erp) => [...credentialsOf(erp.auth), ...headerValuesOf(erp.operations)]),
    ...settings.pix.accounts.flatMap(secretsOfAccount),
    ...settings.pix.staticAccounts.map(({ key }) => key),
    ...(crm ? secretsOfCrm(crm) : []),
    ...(seniorCrm ? [seniorCrm.token] : []),
    ...(chat ? secretsOfChat(chat) : []),
    ...webhooks.map(({ secret }) => secret),
    ...(settings.gateway ? [settings.gateway.token] : []),
  ];
  return secrets.filter((secret) => secret !== '');
}

type Chat = NonNullable<Settings['relay']['chat']>;

function secretsOfChat({ sender, variables, ...chat }: Chat): readonly string[] {
  const addresses = [
    chat.onLoadContact,
    chat.onBeforeSaveContact,
    chat.onSaveContact,
    chat.onStartConversation,
    chat.onEndConversation,
    chat.onGetChatMessageSugestion,
    sender?.url,
  ];
  const inAddresses = addresses.flatMap((address) => (address === undefined ? [] : fixedValuesOf(address)));
  return [...inAddresses, sender?.token ?? '', variables?.key ?? ''];
}

function secretsOfCrm(crm: NonNullable<Settings['relay']['crm']>): readonly string[] {
  const { clientId, clientSecret = '', password = '', securityToken = '' } = crm;
  return [clientId, clientSecret, password, securityToken];
}

function secretsOfAccount(account: Settings['pix']['accounts'][number]): readonly string[] {
  const { key, clientId, clientSecret, developerKey = '', certificatePassphrase = '' } = account;
  return [key, clientId, clientSecret, developerKey, certificatePassphrase];
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
