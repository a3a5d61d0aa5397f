import { homedir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { dataFolder } from '../../../src-main/settings/data-folder.ts';

describe('the data folder', () => {
  it.each([
    ['BALCAO_HOME wins', { BALCAO_HOME: '/srv/balcao', HOME: '/home/k', XDG_DATA_HOME: '/x' }, '/srv/balcao'],
    ['XDG_DATA_HOME', { HOME: '/home/k', XDG_DATA_HOME: '/x' }, '/x/balcao'],
    [
      'a relative XDG_DATA_HOME is ignored',
      { HOME: '/home/k', XDG_DATA_HOME: 'x' },
      '/home/k/.local/share/balcao',
    ],
    ['an empty BALCAO_HOME is none', { BALCAO_HOME: '', HOME: '/home/k' }, '/home/k/.local/share/balcao'],
    ['no environment', {}, `${homedir()}/.local/share/balcao`],
  ])('on Linux: %s', (_name, environment, expected) => {
    expect(dataFolder(environment, 'linux')).toBe(expected);
  });

  it.each([
    [{ BALCAO_HOME: 'D:\\kiosk', LOCALAPPDATA: 'C:\\L' }, 'D:\\kiosk'],
    [{ LOCALAPPDATA: 'C:\\L', PROGRAMDATA: 'C:\\P' }, 'C:\\L\\Balcao'],
    [{ PROGRAMDATA: 'C:\\P' }, 'C:\\P\\Balcao'],
  ])('on Windows: %j', (environment, expected) => {
    expect(dataFolder(environment, 'win32')).toBe(expected);
  });
});
