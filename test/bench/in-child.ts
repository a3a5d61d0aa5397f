import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { PlainMeasurement } from './child.ts';
import { type Figures, figuresSchema } from './figure.ts';

/**
 * Runs a measurement that needs no Electron in a Node process of its own, so that nothing that ran before it weighs on
 * its times or its memory. @throws with what it said, when it fails
 */
export async function measureInChild(name: PlainMeasurement, samples: number): Promise<Figures> {
  const { stdout } = await promisify(execFile)(process.execPath, [
    join(import.meta.dirname, 'child.ts'),
    name,
    String(samples),
  ]);
  return figuresSchema.parse(JSON.parse(stdout));
}
