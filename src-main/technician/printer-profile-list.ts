import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { PrinterProfileChoice } from '../contract/technician.ts';
import { loadPrinterProfile, PRINTER_FOLDER } from '../printing/load-printer-profile.ts';

/**
 * The technician's own printer profiles, by name; one with the name of a built-in profile takes its place. A broken
 * file is listed with what is wrong with it.
 */
export async function listPrinterProfiles(dataFolder: string): Promise<readonly PrinterProfileChoice[]> {
  // No folder: no profiles of one's own.
  const files = await readdir(path.join(dataFolder, PRINTER_FOLDER)).catch(() => []);
  const names = files.filter((file) => file.endsWith('.json')).map((file) => file.slice(0, -'.json'.length));
  return names.sort((a, b) => a.localeCompare(b)).map((name) => describe(dataFolder, name));
}

function describe(dataFolder: string, name: string): PrinterProfileChoice {
  const profile = loadPrinterProfile(dataFolder, name);
  if (!profile.ok) return { name, title: name, verified: '', problems: profile.error };
  const { title, verified } = profile.value;
  return { name, title, verified, problems: [] };
}
