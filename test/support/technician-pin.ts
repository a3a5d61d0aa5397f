import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hashPin } from '../../src-main/technician/pin-hash.ts';

/** Twelve digits, so that no other number of a test holds them by chance. */
export const technicianPin = '480913725164';

/** As if somebody had chosen the PIN when the kiosk was set up, and others had mistyped it since. */
export async function choosePin(dataFolder: string, { wrongTries = 0 } = {}): Promise<void> {
  const record = { version: 1, pin: await hashPin(technicianPin), wrongTries };
  await writeFile(join(dataFolder, 'technician.json'), JSON.stringify(record), { mode: 0o600 });
}
