import { readFile } from 'node:fs/promises';

/**
 * Whether the kernel has a sound card: espeak-ng itself ends well without any, and nobody hears it.
 * @param list where the kernel lists them; each line of a card begins with its number
 */
export async function hasSoundCard(list = '/proc/asound/cards'): Promise<boolean> {
  try {
    return /^ *\d+ \[/m.test(await readFile(list, 'utf8'));
  } catch {
    return false;
  }
}
