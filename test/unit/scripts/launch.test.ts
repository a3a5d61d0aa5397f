import { afterEach, describe, expect, test, vi } from 'vitest';
import { electronLaunchOptions, isChromiumNoise } from '../../../scripts/electron-runtime/launch.ts';
import type { ElectronRuntime } from '../../../scripts/electron-runtime/runtime.ts';

const STAND_IN: ElectronRuntime = {
  kind: 'stand-in',
  executable: '/cache/stand-in/electron',
  distPath: '/cache/stand-in',
  version: '33.2.1',
  description: 'stand-in Electron 33.2.1',
};

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

function optionsAs(userId: number, log: (line: string) => void = () => {}, runtime = STAND_IN) {
  vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', '');
  vi.spyOn(process, 'getuid').mockReturnValue(userId);
  const env = { HOME: '/home/ana', NODE_OPTIONS: '--inspect', ELECTRON_RUN_AS_NODE: '1' };
  return electronLaunchOptions({ runtime, appDir: '/app', args: ['--windowed'], env, log });
}

describe('launching', () => {
  test('keeps the sandbox for an ordinary user', () => {
    expect(optionsAs(1000)).toEqual({
      args: ['/app', '--windowed'],
      env: { HOME: '/home/ana' },
      chromiumSandbox: true,
    });
  });

  test('gives the sandbox up for root only, and says so once', () => {
    const told: string[] = [];
    const log = (line: string) => told.push(line);
    expect(optionsAs(0, log).chromiumSandbox).toBe(false);
    expect(optionsAs(0, log).chromiumSandbox).toBe(false);
    expect(told).toEqual(['Running as root: Chromium gets --no-sandbox, for tests and the demo only.']);
  });

  test('leads Playwright to the stand-in, and lets it find the official binary by itself', () => {
    optionsAs(1000);
    expect(process.env.ELECTRON_OVERRIDE_DIST_PATH).toBe('/cache/stand-in');
    optionsAs(1000, () => {}, { ...STAND_IN, kind: 'official' });
    expect(process.env.ELECTRON_OVERRIDE_DIST_PATH).toBe('');
  });
});

test("Chromium's own lines are told from the app's", () => {
  expect(isChromiumNoise('[12471:1121/225939.310927:ERROR:bus.cc(407)] Failed to connect to the bus')).toBe(
    true,
  );
  expect(isChromiumNoise('[12471:12480:1121/225939.310927:ERROR:dbus/bus.cc:407] Failed')).toBe(true);
  expect(isChromiumNoise('{"level":50,"msg":"the ERP is down"}')).toBe(false);
});
