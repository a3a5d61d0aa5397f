import { loadPixPreset } from './pix-preset.ts';
import type { PixEnvironment, PixPresetName } from './preset-names.ts';

/** An account as the settings have it: the addresses may be left to its preset. */
interface Unaddressed {
  readonly preset: PixPresetName;
  readonly environment: PixEnvironment;
  readonly baseUrl?: string;
  readonly tokenUrl?: string;
}

interface Addressed {
  readonly baseUrl: string;
  readonly tokenUrl: string;
}

/**
 * Gives each account the addresses that its preset has and the settings do not name. Reads no preset in vain.
 * @throws when there is no address, which the settings' check does not let pass
 */
export function addressAccounts<A extends Unaddressed>(
  accounts: readonly A[],
): Promise<readonly (Omit<A, keyof Addressed> & Addressed)[]> {
  return Promise.all(accounts.map(async (account) => ({ ...account, ...(await addressesOf(account)) })));
}

async function addressesOf({ preset, environment, baseUrl, tokenUrl }: Unaddressed): Promise<Addressed> {
  if (baseUrl !== undefined && tokenUrl !== undefined) return { baseUrl, tokenUrl };
  const known = (await loadPixPreset(preset)).environments[environment];
  const addresses = { baseUrl: baseUrl ?? known?.baseUrl, tokenUrl: tokenUrl ?? known?.tokenUrl };
  if (addresses.baseUrl === undefined || addresses.tokenUrl === undefined) {
    throw new Error(`preset ${preset} has no addresses for ${environment}`);
  }
  return { baseUrl: addresses.baseUrl, tokenUrl: addresses.tokenUrl };
}
