import type { Json, JsonObject } from '../../../src-main/contract/technician.ts';
import type { Option } from '../kit/choice-field.tsx';
import { isObject } from '../kit/draft-path.ts';
import { entriesOf, newEntry, textOf } from './erp-draft.ts';

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
  if (left.length + entriesOf(section.staticAccounts).length === 0) return { ...others, accounts: [] };
  const kept = { ...others, accounts: left, ...present({ accountByIdentifier }) };
  if (standard !== accounts[index]?.id) return { ...kept, ...present({ defaultAccount: standard }) };
  return left.length === 1 ? { ...kept, ...present({ defaultAccount: left[0]?.id }) } : kept;
}

/** The section with one more static account; the first account of all becomes the default. */
export function addStaticAccount(pix: Json | undefined): JsonObject {
  const section = isObject(pix) ? pix : {};
  const statics = entriesOf(section.staticAccounts);
  const account = newEntry([...entriesOf(section.accounts), ...statics], 'conta-estatica');
  const standard = section.defaultAccount === undefined ? { defaultAccount: account.id ?? '' } : {};
  return { ...section, staticAccounts: [...statics, account], ...standard };
}

/** The section without one static account. */
export function removeStaticAccount(pix: Json | undefined, index: number): JsonObject {
  const section = isObject(pix) ? pix : {};
  const statics = entriesOf(section.staticAccounts);
  const { defaultAccount: standard, ...others } = section;
  const kept = { ...others, staticAccounts: statics.filter((_, at) => at !== index) };
  return standard === statics[index]?.id ? kept : { ...kept, ...present({ defaultAccount: standard }) };
}

/** The settings with another id for one account, also wherever the account is named by it. */
export function renameAccount(draft: JsonObject, index: number, id: string): JsonObject {
  const section = isObject(draft.pix) ? draft.pix : {};
  const accounts = entriesOf(section.accounts);
  const before = accounts[index]?.id;
  const renamed = {
    ...section,
    accounts: accounts.map((account, at) => (at === index ? { ...account, id } : account)),
  };
  const alone = accounts.filter((account) => account.id === before).length === 1;
  // While two have one name, nobody can say which of them is meant.
  if (!alone || before === undefined) return { ...draft, pix: renamed };
  const follow = (name: Json): Json => (name === before ? id : name);
  const erps = entriesOf(draft.erps).map((erp) =>
    isObject(erp.pix) ? { ...erp, pix: withNames(erp.pix, follow) } : erp,
  );
  return {
    ...draft,
    pix: withNames(renamed, follow),
    ...(draft.erps === undefined ? {} : { erps }),
  };
}

/** What names accounts, with each name followed to where it leads. */
function withNames(choice: JsonObject, follow: (name: Json) => Json): JsonObject {
  const { defaultAccount: standard, accountByIdentifier: byIdentifier } = choice;
  return {
    ...choice,
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

/** The accounts that have a name, to choose among. */
export function accountOptions(pix: Json | undefined): readonly (Option & { readonly value: string })[] {
  const accounts = isObject(pix) ? [...entriesOf(pix.accounts), ...entriesOf(pix.staticAccounts)] : [];
  const ids = new Set(accounts.map((account) => textOf(account.id)).filter((id) => id !== ''));
  return [...ids].map((id) => ({
    value: id,
    label: id,
    hint: textOf(accounts.find((account) => account.id === id)?.payeeName) || undefined,
  }));
}

function present(fields: { readonly [name: string]: Json | undefined }): JsonObject {
  const known: Record<string, Json> = {};
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) known[name] = value;
  return known;
}
