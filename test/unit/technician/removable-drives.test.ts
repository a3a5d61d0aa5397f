import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createRemovableDrives, type DrivesParts } from '../../../src-main/technician/removable-drives.ts';
import { temporaryFolder } from './temporary-folder.ts';

function drivesOf(mounts: string, others: Partial<DrivesParts> = {}) {
  const readMounts = () => Promise.resolve(mounts);
  return createRemovableDrives({
    env: {},
    platform: 'linux',
    readMounts,
    freeBytes: () => Promise.resolve(1000),
    ...others,
  });
}

async function rootsOf(drives: ReturnType<typeof drivesOf>) {
  return Promise.all((await drives.list()).map(({ id }) => drives.root(id)));
}

describe('removable drives on Linux', () => {
  it('are what is mounted below /media and /run/media', async () => {
    const drives = drivesOf(
      [
        '/dev/sda1 / ext4 rw 0 0',
        '/dev/sdb1 /media/ana/PEN\\040DRIVE\\0401 vfat rw 0 0',
        '/dev/sdc1 /run/media/ana/caf\u00e9 exfat rw 0 0',
        '/dev/sdd1 /media/usb0 vfat rw 0 0',
        '/dev/sdd1 /media/usb0 vfat rw 0 0',
        'systemd-1 /media/auto autofs rw 0 0',
        '/dev/sde1 /mediateca/x vfat rw 0 0',
        '/dev/sdf1 /media/ana/a/b vfat rw 0 0',
        '/dev/sdg1 /media/../etc vfat rw 0 0',
        'tmpfs /media tmpfs rw 0 0',
        '/dev/sdh1 /home/media/x vfat rw 0 0',
        '',
      ].join('\n'),
    );
    const found = await drives.list();
    expect(found.map(({ label, freeBytes }) => [label, freeBytes])).toEqual([
      ['café', 1000],
      ['PEN DRIVE 1', 1000],
      ['usb0', 1000],
    ]);
    expect(await rootsOf(drives)).toEqual(['/run/media/ana/café', '/media/ana/PEN DRIVE 1', '/media/usb0']);
    expect(JSON.stringify(found)).not.toContain('/media');
  });

  it('are also the folders below those that BALCAO_MEDIA names, but no links and no files', async () => {
    const folder = temporaryFolder();
    mkdirSync(path.join(folder, 'one'));
    mkdirSync(path.join(folder, 'two'));
    symlinkSync('/etc', path.join(folder, 'link'));
    writeFileSync(path.join(folder, 'file'), '');
    const drives = drivesOf('', { env: { BALCAO_MEDIA: `relative:${folder}:/nowhere:` } });
    expect(await rootsOf(drives)).toEqual([path.join(folder, 'one'), path.join(folder, 'two')]);
  });

  it('are left out when they do not answer, and forgotten when they are pulled', async () => {
    let mounts = '/dev/sdb1 /media/usb0 vfat rw 0 0\n/dev/sdc1 /media/usb1 vfat rw 0 0\n';
    const freeBytes = (root: string) =>
      root.endsWith('1') ? Promise.reject(new Error('gone')) : Promise.resolve(5);
    const drives = drivesOf('', { readMounts: () => Promise.resolve(mounts), freeBytes });
    const [drive, ...others] = await drives.list();
    expect(others).toEqual([]);
    expect(await drives.root(drive?.id ?? '')).toBe('/media/usb0');
    mounts = '';
    expect(await drives.list()).toEqual([]);
    expect(await drives.root(drive?.id ?? '')).toBeUndefined();
  });

  it('are none where the system does not say what is mounted', async () => {
    const drives = drivesOf('', { readMounts: () => Promise.reject(new Error('no /proc')) });
    expect(await drives.list()).toEqual([]);
  });

  it.skipIf(process.platform !== 'linux')('tell how much can still be written', async () => {
    const folder = temporaryFolder();
    mkdirSync(path.join(folder, 'one'));
    const drives = createRemovableDrives({ env: { BALCAO_MEDIA: folder }, platform: 'linux' });
    const one = (await drives.list()).find(({ label }) => label === 'one');
    expect(one?.freeBytes).toBeGreaterThan(0);
  });

  it('are at most 32', async () => {
    const lines = Array.from({ length: 40 }, (_, index) => `/dev/x /media/usb${index} vfat rw 0 0`);
    expect(await drivesOf(lines.join('\n')).list()).toHaveLength(32);
  });
});

describe('removable drives on Windows', () => {
  it('are the drive letters other than the system’s', async () => {
    const freeBytes = (root: string) =>
      ['C:\\', 'D:\\', 'F:\\'].includes(root) ? Promise.resolve(7) : Promise.reject(new Error('none'));
    const drives = drivesOf('', { platform: 'win32', env: { SystemDrive: 'd:' }, freeBytes });
    expect((await drives.list()).map(({ label }) => label)).toEqual(['C:', 'F:']);
    expect(await rootsOf(drives)).toEqual(['C:\\', 'F:\\']);
  });
});
