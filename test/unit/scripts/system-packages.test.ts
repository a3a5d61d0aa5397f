import { describe, expect, test } from 'vitest';
import {
  ensureSystemPackages,
  missingSystemNeeds,
  type SystemProbe,
} from '../../../scripts/electron-runtime/system-packages.ts';

const BOOKWORM = 'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nVERSION_CODENAME=bookworm\nID=debian\n';
const TRIXIE = 'VERSION_CODENAME=trixie\nID=debian\n';
const MINT_ON_JAMMY = 'ID=linuxmint\nVERSION_CODENAME=virginia\nUBUNTU_CODENAME=jammy\n';
const NOBLE = 'ID=ubuntu\nVERSION_CODENAME=noble\nUBUNTU_CODENAME=noble\n';

const LIBRARY_CACHE = ['libgtk-3.so.0', 'libnss3.so', 'libasound.so.2', 'libgbm.so.1'];

interface Machine {
  libraries?: readonly string[];
  commands?: readonly string[];
  osRelease?: string;
  root?: boolean;
  unresolvedLinks?: readonly string[];
  /** What `apt-get install` achieves. */
  onInstall?: () => void;
}

function machine(state: Machine): { probe: SystemProbe; ran: string[] } {
  const ran: string[] = [];
  const answer = (stdout: string) => ({ ok: true, stdout, stderr: '', timedOut: false });
  const probe: SystemProbe = {
    run: async (command, args) => {
      if (command.endsWith('ldconfig')) {
        return answer(
          (state.libraries ?? LIBRARY_CACHE)
            .map((name) => `\t${name} (libc6,x86-64) => /lib/${name}\n`)
            .join(''),
        );
      }
      if (command === 'ldd') {
        return answer((state.unresolvedLinks ?? []).map((name) => `\t${name} => not found\n`).join(''));
      }
      ran.push([command, ...args].join(' '));
      if (args.includes('install')) state.onInstall?.();
      return answer('');
    },
    hasCommand: async (name) =>
      (state.commands ?? ['apt-get', 'Xvfb', 'socat', 'zbarimg', 'pdftoppm']).includes(name),
    readOsRelease: async () => state.osRelease ?? BOOKWORM,
    isRoot: () => state.root ?? false,
    platform: 'linux',
  };
  return { probe, ran };
}

async function missingNames(state: Machine, env: NodeJS.ProcessEnv, forTests = true): Promise<string[]> {
  const { probe } = machine(state);
  const missing = await missingSystemNeeds({ probe, env, forTests, executable: '/electron' });
  return missing.map(({ name }) => name);
}

describe('what the system must bring', () => {
  test('is nothing more where all is there', async () => {
    expect(await missingNames({}, {})).toEqual([]);
  });

  test('is a display server only where there is no display', async () => {
    const bare = { commands: ['apt-get'] };
    expect(await missingNames(bare, {}, false)).toEqual(['Xvfb']);
    expect(await missingNames(bare, { DISPLAY: ':0' }, false)).toEqual([]);
    expect(await missingNames(bare, { WAYLAND_DISPLAY: 'wayland-0' }, false)).toEqual([]);
  });

  test("is the tests' tools only for the tests", async () => {
    const bare = { commands: ['apt-get', 'Xvfb'] };
    expect(await missingNames(bare, {}, false)).toEqual([]);
    expect(await missingNames(bare, {}, true)).toEqual(['socat', 'zbarimg', 'pdftoppm']);
  });

  test('is every library that Electron cannot find', async () => {
    expect(await missingNames({ libraries: ['libnss3.so'] }, {})).toEqual([
      'libgtk-3.so.0',
      'libasound.so.2',
      'libgbm.so.1',
    ]);
    expect(await missingNames({ unresolvedLinks: ['libcups.so.2'] }, {})).toEqual(['libcups.so.2']);
  });
});

describe('seeing to what is missing', () => {
  const ensure = (state: Machine) => {
    const { probe, ran } = machine(state);
    const told: string[] = [];
    const done = ensureSystemPackages({ probe, env: {}, forTests: false, log: (line) => told.push(line) });
    return { done, ran, told };
  };

  test('gives an ordinary user the one line to run', async () => {
    const { done, ran } = ensure({ libraries: [], commands: ['apt-get'] });
    await expect(done).rejects.toThrow(
      'sudo apt-get update && sudo apt-get install -y --no-install-recommends ' +
        'libgtk-3-0 libnss3 libasound2 libgbm1 xvfb',
    );
    expect(ran).toEqual([]);
  });

  test.each([
    ['Debian 13', TRIXIE, 'libgtk-3-0t64 libnss3 libasound2t64 libgbm1'],
    ['Ubuntu 24.04', NOBLE, 'libgtk-3-0t64 libnss3 libasound2t64 libgbm1'],
    ['a system made from Ubuntu 22.04', MINT_ON_JAMMY, 'libgtk-3-0 libnss3 libasound2 libgbm1'],
  ])('names the packages as %s does', async (_system, osRelease, packages) => {
    await expect(ensure({ libraries: [], osRelease }).done).rejects.toThrow(
      `--no-install-recommends ${packages}`,
    );
  });

  test('installs them itself when it runs as root, and says so', async () => {
    const state: Machine = { root: true, commands: ['apt-get'] };
    state.onInstall = () => {
      state.commands = ['apt-get', 'Xvfb'];
    };
    const { done, ran, told } = ensure(state);
    await done;
    expect(ran).toEqual(['apt-get -q update', 'apt-get -q install -y --no-install-recommends xvfb']);
    expect(told.join('\n')).toMatch(/Missing on this system: Xvfb\. Running as root, so installing: xvfb/);
  });

  test('does not claim success when the installation changed nothing', async () => {
    await expect(ensure({ root: true, commands: ['apt-get'] }).done).rejects.toThrow('still missing: Xvfb');
  });

  test('tells the names where there is no apt-get', async () => {
    await expect(ensure({ root: true, commands: [] }).done).rejects.toThrow(/Missing on this system: Xvfb/);
  });
});
