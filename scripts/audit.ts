import { runAudit } from './audit/run-audit.ts';

const { text, exitCode } = runAudit(process.argv.slice(2), Date.now());
if (exitCode === 2) console.error(text);
else console.log(text);
process.exitCode = exitCode;
