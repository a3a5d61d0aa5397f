import type { Json } from '../contract/technician.ts';
import { isChatAddress } from './chat-address.ts';
import { isList, isObject } from './settings-shape.ts';

/** Fields whose hosts get the secrets that stand with them in one entry. */
const ADDRESSES = ['baseUrl', 'tokenUrl', 'loginUrl', 'url'] as const;

/**
 * What a secret at this place of the settings is for: its field and the hosts that get it. A sealed text opens for its
 * own purpose only, so that nobody who may change settings can have the kiosk send a stored secret to a host of theirs:
 * for another host it must be typed again. Ports and paths may change.
 */
export function secretPurpose(settings: Json, path: readonly (string | number)[]): string {
  const field = path.filter((step) => typeof step === 'string');
  const owners: Json[] = [];
  let here: Json | undefined = settings;
  for (const step of path) {
    if (here !== undefined) owners.push(here);
    here = below(here, step);
  }
  // An address of the chat platform holds its secrets itself.
  const hosts = isChatAddress(field) ? [hostOf(here)] : owners.flatMap(hostsIn);
  return JSON.stringify([field, hosts]);
}

function below(value: Json | undefined, step: string | number): Json | undefined {
  if (isList(value)) return value[Number(step)];
  return isObject(value) ? value[step] : undefined;
}

function hostsIn(owner: Json): readonly string[] {
  if (!isObject(owner)) return [];
  // A PSP's name stands for its hosts.
  const { preset } = owner;
  const known = typeof preset === 'string' && preset !== 'generic' ? [`preset ${preset}`] : [];
  const named = ADDRESSES.flatMap((name) =>
    owner[name] === undefined ? [] : [`${name} ${hostOf(owner[name])}`],
  );
  return [...known, ...named];
}

function hostOf(address: Json | undefined): string {
  return typeof address === 'string' && URL.canParse(address) ? new URL(address).hostname : '';
}
