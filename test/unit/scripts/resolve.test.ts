import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type RuntimeSources, resolveElectronRuntime } from '../../../scripts/electron-runtime/resolve.ts';
import { type ElectronRuntime, executableInDist } from '../../../scripts/electron-runtime/runtime.ts';
import { temporaryFolder } from './temporary-folder.ts';

const OFFICIAL: ElectronRuntime = {
  kind: 'official',
  executable: '/official/electron',
  distPath: '/official',
  version: '45.4.1',
  description: 'official Electron 45.4.1',
};

async function distFolder(version: string): Promise<string> {
  const folder = await temporaryFolder();
  // On a Mac the program lies deeper; these tests are about Linux's layout.
  await writeFile(join(folder, executableInDist('linux')), '');
  await chmod(join(folder, executableInDist('linux')), 0o755);
  await writeFile(join(folder, 'version'), version);
  return folder;
}

function sources(change: Partial<RuntimeSources> = {}): RuntimeSources {
  return {
    installedOfficial: async () => undefined,
    downloadOfficial: async () => 'fetch failed',
    provideStandIn: async () => distFolder('33.2.1'),
    platform: 'linux-x64',
    ...change,
  };
}

async function resolve(env: NodeJS.ProcessEnv, from: RuntimeSources) {
  const lines: string[] = [];
  const runtime = await resolveElectronRuntime({ log: (line) => lines.push(line), env, sources: from });
  return { runtime, told: lines.join('\n') };
}

describe('the choice of the Electron runtime', () => {
  test('goes to ELECTRON_OVERRIDE_DIST_PATH first', async () => {
    const distPath = await distFolder('44.1.0');
    const installed = sources({ installedOfficial: async () => OFFICIAL });

    const { runtime, told } = await resolve({ ELECTRON_OVERRIDE_DIST_PATH: distPath }, installed);

    expect(runtime).toMatchObject({ kind: 'override', version: '44.1.0', distPath });
    expect(told).toBe('Electron runtime in use: Electron 44.1.0 given by ELECTRON_OVERRIDE_DIST_PATH.');
  });

  test('knows a stand-in that a parent process hands on', async () => {
    const distPath = await distFolder('33.2.1');
    await writeFile(join(distPath, 'balcao-stand-in.json'), '{}');

    const { runtime } = await resolve({ ELECTRON_OVERRIDE_DIST_PATH: distPath }, sources());

    expect(runtime.kind).toBe('stand-in');
  });

  test('says so when ELECTRON_OVERRIDE_DIST_PATH leads nowhere', async () => {
    const env = { ELECTRON_OVERRIDE_DIST_PATH: '/nowhere' };
    await expect(resolve(env, sources())).rejects.toThrow('there is no Electron at /nowhere/electron');
  });

  test('goes to the official binary next, installed or downloaded', async () => {
    const { runtime } = await resolve({}, sources({ installedOfficial: async () => OFFICIAL }));
    expect(runtime).toBe(OFFICIAL);

    let downloaded = false;
    const reachable = sources({
      installedOfficial: async () => (downloaded ? OFFICIAL : undefined),
      downloadOfficial: async () => {
        downloaded = true;
        return undefined;
      },
    });
    expect((await resolve({}, reachable)).runtime).toBe(OFFICIAL);
  });

  test('goes to the stand-in last and tells why', async () => {
    const { runtime, told } = await resolve({}, sources());
    expect(runtime).toMatchObject({ kind: 'stand-in', version: '33.2.1' });
    expect(told).toMatch(/stand-in Electron 33\.2\.1, for tests and the demo only \(.*fetch failed\)/);
  });

  test('has no stand-in to offer on other platforms and says what to do', async () => {
    await expect(resolve({}, sources({ platform: 'linux-arm64' }))).rejects.toThrow(
      /ELECTRON_OVERRIDE_DIST_PATH/,
    );
  });

  test('accepts nothing but the official binary when that is required', async () => {
    const env = { BALCAO_REQUIRE_OFFICIAL_ELECTRON: '1' };
    const override = { ...env, ELECTRON_OVERRIDE_DIST_PATH: await distFolder('33.2.1') };

    await expect(resolve(env, sources())).rejects.toThrow(/is set, but .*fetch failed/);
    await expect(resolve(override, sources())).rejects.toThrow(
      /is set, but ELECTRON_OVERRIDE_DIST_PATH gives/,
    );
    expect((await resolve(env, sources({ installedOfficial: async () => OFFICIAL }))).runtime).toBe(OFFICIAL);
  });
});
