/** A printer to print on by hand: `node test/simulators/printer/main.ts [folder for the pictures]`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startPrinterSimulator } from './printer-simulator.ts';

const folder = process.argv[2] ?? 'demo-output';
mkdirSync(folder, { recursive: true });
const printer = await startPrinterSimulator();
console.log(`serial port: ${printer.path}`);
printer.onPaper((paper) => {
  const picture = join(folder, `paper-${printer.papers.length}.png`);
  writeFileSync(picture, paper.png);
  console.log(`${paper.text}\n--- ${picture}`);
});
process.once('SIGINT', () => void printer.stop());
