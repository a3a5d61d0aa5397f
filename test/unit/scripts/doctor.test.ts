import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkDisplay, checkElectron, checkNode } from '../../../scripts/doctor/electron-checks.ts';
import { renderFindings } from '../../../scripts/doctor/finding.ts';
import { checkDataFolder } from '../../../scripts/doctor/kiosk-checks.ts';
import { checkVoice } from '../../../scripts/doctor/voice-check.ts';
import { temporaryFolder } from './temporary-folder.ts';

describe('the doctor', () => {
  test('tells a Node that is too old', () => {
    expect(checkNode('20.20.2').state).toBe('missing');
    expect(checkNode('24.1.0').state).toBe('ok');
  });

  test('tells an override that leads nowhere', async () => {
    const [electron] = await checkElectron({ ...process.env, ELECTRON_OVERRIDE_DIST_PATH: '/nowhere' });
    expect(electron).toMatchObject({ state: 'missing', subject: 'Electron' });
  });

  test('names the display in use', () => {
    expect(checkDisplay({ DISPLAY: ':7' }).detail).toContain(':7');
  });

  test('says what spoken guidance lacks', async () => {
    const cards = `${await temporaryFolder()}/cards`;
    expect(await checkVoice('/nowhere/espeak-ng', cards)).toMatchObject({
      state: 'note',
      detail: expect.stringContaining('apt install espeak-ng'),
    });
    expect(await checkVoice('true', cards)).toMatchObject({
      state: 'note',
      detail: expect.stringContaining('no sound card'),
    });
    await writeFile(cards, ' 0 [PCH            ]: HDA-Intel - HDA Intel PCH\n');
    expect(await checkVoice('true', cards)).toMatchObject({ state: 'ok' });
  });

  test('takes missing settings for a new machine, and broken ones for a fault', async () => {
    const folder = await temporaryFolder();
    const settingsIn = async () => (await checkDataFolder({ BALCAO_HOME: folder })).at(-1);
    expect(await settingsIn()).toMatchObject({ state: 'note' });
    await writeFile(join(folder, 'settings.json'), '{ "version": 1 }');
    expect(await settingsIn()).toMatchObject({ state: 'missing', detail: expect.stringContaining('erp') });
  });

  test('lines up what it found, further lines under the first', () => {
    const text = renderFindings([
      { state: 'ok', subject: 'Node', detail: '24.21.0' },
      { state: 'missing', subject: 'sandbox', detail: 'blocked. Run:\nsudo sysctl' },
    ]);
    expect(text).toBe(
      [
        'ok       Node              24.21.0',
        'MISSING  sandbox           blocked. Run:',
        '                           sudo sysctl',
      ].join('\n'),
    );
  });
});
