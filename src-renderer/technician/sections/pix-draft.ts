import type { Json, JsonObject } from '../../../src-main/contract/technician.ts';
import { isObject } from '../kit/draft-path.ts';
import { entriesOf, newEntry } from './erp-draft.ts';

/** The section with one more account; the first one becomes the default. */
export function addAccount(pix: Json | undefined): JsonObject {
  const section = isObject(pix) ? pix : {};
  const accounts = entriesOf(section.accounts);
  const account = newEntry(accounts, 'conta');
  const first = accounts.length === 0 ? { defaultAccount: account.id ?? '' } : {};
  return { ...section, accounts: [...accounts, account], ...first };
}

/** The section without one account. A single one that is left becomes the default; without any there is none. */
export function removeAccount(pix: Json | undefined, index: number): JsonObject {
  const section = isObject(pix) ? pix : {};
  const accounts = entriesOf(section.accounts);
  const left = accounts.filter((_, at) => at !== index);
  const { defaultAccount: standard, accountByIdentifier, ...others } = section;
  if (left.length === 0) return { ...others, accounts: [] };
  const kept = { ...others, accounts: left, ...present({ accountByIdentifier }) };
  if (standard !== accounts[index]?.id) return { ...kept, ...present({ defaultAccount: standard }) };
  return left.length === 1 ? { ...kept, ...present({ defaultAccount: left[0]?.id }) } : kept;
}

/** The section with another id for one account, also where the account is named by it. */
export function renameAccount(pix: Json | undefined, index: number, id: string): JsonObject {
  const section = isObject(pix) ? pix : {};
  const accounts = entriesOf(section.accounts);
  const before = accounts[index]?.id;
  const renamed = accounts.map((account, at) => (at === index ? { ...account, id } : account));
  const alone = accounts.filter((account) => account.id === before).length === 1;
  // While two have one name, nobody can say which of them is meant.
  if (!alone || before === undefined) return { ...section, accounts: renamed };
  const follow = (name: Json): Json => (name === before ? id : name);
  const { defaultAccount: standard, accountByIdentifier: byIdentifier } = section;
  return {
    ...section,
    accounts: renamed,
    ...(standard === undefined ? {} : { defaultAccount: follow(standard) }),
    ...(isObject(byIdentifier)
      ? {
          accountByIdentifier: Object.fromEntries(
            Object.entries(byIdentifier).map(([identifier, name]) => [identifier, follow(name)]),
          ),
        }
      : {}),
  };
}

function present(fields: { readonly [name: string]: Json | undefined }): JsonObject {
  const known: Record<string, Json> = {};
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) known[name] = value;
  return known;
}
