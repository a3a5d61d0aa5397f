import { checkDisplay, checkElectron, checkNode, checkSandbox } from './doctor/electron-checks.ts';
import { renderFindings } from './doctor/finding.ts';
import { checkDataFolder, checkSerialPorts } from './doctor/kiosk-checks.ts';
import { checkVoice } from './doctor/voice-check.ts';

const findings = [
  checkNode(),
  ...(await checkElectron()),
  checkDisplay(),
  await checkSandbox(),
  await checkSerialPorts(),
  await checkVoice(),
  ...(await checkDataFolder()),
];
console.log(renderFindings(findings));

if (findings.some(({ state }) => state === 'missing')) process.exitCode = 1;
