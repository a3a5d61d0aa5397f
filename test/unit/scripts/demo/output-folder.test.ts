import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { prepareOutputFolder } from '../../../../scripts/demo/output-folder.ts';
import { SetupError } from '../../../../scripts/electron-runtime/setup-error.ts';
import { temporaryFolder } from '../temporary-folder.ts';

async function folderWith(...names: readonly string[]): Promise<string> {
  const folder = await temporaryFolder();
  for (const name of names) await writeFile(join(folder, name), 'precious');
  return folder;
}

const formerOutput = [
  '.balcao-demo',
  '01-attract.png',
  'paper-1-slip.png',
  'paper-1-slip.bin',
  'report.json',
];

describe("the demo's output folder", () => {
  test('is made when it is not there, also several levels deep', async () => {
    const folder = join(await temporaryFolder(), 'a', 'b');
    await prepareOutputFolder(folder);
    expect(await readdir(folder)).toEqual(['.balcao-demo']);
  });

  test('is emptied when it holds a former output', async () => {
    const folder = await folderWith(...formerOutput, 'failure.png');
    await prepareOutputFolder(folder);
    expect(await readdir(folder)).toEqual(['.balcao-demo']);
  });

  test.each([
    ['something that the demo never writes', [...formerOutput, 'thesis.txt']],
    ['pictures that only happen to be named alike', ['01-attract.png']],
    ['another report', ['report.json']],
  ])('is left alone when it holds %s', async (_what, names) => {
    const folder = await folderWith(...names);
    await expect(prepareOutputFolder(folder)).rejects.toThrow(SetupError);
    expect((await readdir(folder)).toSorted()).toEqual(names.toSorted());
  });

  test('is left alone when it holds a folder', async () => {
    const folder = await folderWith(...formerOutput);
    await mkdir(join(folder, 'src'));
    await expect(prepareOutputFolder(folder)).rejects.toThrow('src');
    expect(await readdir(folder)).toHaveLength(formerOutput.length + 1);
  });

  test('cannot be a file', async () => {
    const folder = await folderWith('notes');
    await expect(prepareOutputFolder(join(folder, 'notes'))).rejects.toThrow('is a file');
  });
});
