import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import vox from '../../../resources/printers/elgin-vox.json' with { type: 'json' };
import { preparePrinter } from '../../../src-main/printing/prepare-printer.ts';
import { printerModels } from '../../../src-main/printing/printer-models.ts';
import type { SerialPlace } from '../../../src-main/printing/serial-line.ts';
import { listPrinterProfiles } from '../../../src-main/technician/printer-profile-list.ts';
import { temporaryFolder } from '../technician/temporary-folder.ts';

let folder: string;

beforeEach(() => {
  folder = temporaryFolder();
  mkdirSync(path.join(folder, 'printers'));
});

function put(name: string, content: object | string): void {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  writeFileSync(path.join(folder, 'printers', `${name}.json`), text);
}

const serial = (flowControl: SerialPlace['flowControl']): SerialPlace => ({
  path: '/dev/ttyUSB0',
  baudRate: 9600,
  flowControl,
});

function fieldsOf(model: string, flowControl: SerialPlace['flowControl'] = 'none'): string[] {
  const prepared = preparePrinter(folder, { model, serial: serial(flowControl) });
  return prepared.ok ? [] : prepared.error.map(({ field, message }) => `${field}: ${message}`);
}

describe('the printer of the settings', () => {
  it('is one that comes with the program', () => {
    expect(printerModels.flatMap((model) => fieldsOf(model))).toEqual([]);
  });

  it('is one of the technician’s own, also in place of a built-in one', () => {
    put('balcao-2', { ...vox, name: 'balcao-2', columns: 42 });
    put('elgin-vox', { ...vox, columns: 40 });
    expect(preparePrinter(folder, { model: 'balcao-2' })).toMatchObject({ value: { columns: 42 } });
    expect(preparePrinter(folder, { model: 'elgin-vox' })).toMatchObject({ value: { columns: 40 } });
  });

  it('is none that nobody knows', () => {
    expect(fieldsOf('epson')[0]).toMatch(/^printer\.model: não há perfil .*generic-80mm/);
  });

  it.each([
    ['broken', '{"name": ', /^printers\/broken\.json: JSON inválido na linha 1/],
    ['misspelt', { ...vox, name: 'misspelt', colums: 3 }, /^printers\/misspelt\.json: .*colums/],
    ['wide', { ...vox, name: 'wide', columns: 80 }, /^printers\/wide\.json: columns: são colunas demais/],
    ['other', { ...vox, name: 'vox' }, /^printers\/other\.json: name: precisa ser "other"/],
  ])('is no file that is %s, with the place and the reason', (name, content, words) => {
    put(name, content);
    expect(fieldsOf(name).join('\n')).toMatch(words);
  });

  it.each(['rtscts', 'none'] as const)('may have flow control %s whatever its model', (flowControl) => {
    expect(printerModels.flatMap((model) => fieldsOf(model, flowControl))).toEqual([]);
  });

  it('may have XON/XOFF only where no answer can hold those two bytes', () => {
    const refused = printerModels.filter((model) =>
      fieldsOf(model, 'xonxoff')[0]?.startsWith('printer.serial.flowControl: '),
    );
    expect(refused).toEqual(['bematech-mp-4200', 'elgin-vox', 'daruma-dr800', 'custom-vkp80']);
  });
});

describe('the profiles of the technician’s own', () => {
  it('are listed by name, broken ones with what is wrong', async () => {
    put('b', { ...vox, name: 'b', title: 'Vox da recepção' });
    put('a', 'nonsense');
    expect(await listPrinterProfiles(folder)).toEqual([
      {
        name: 'a',
        title: 'a',
        verified: '',
        problems: [{ field: 'printers/a.json', message: expect.stringMatching(/JSON inválido/) }],
      },
      { name: 'b', title: 'Vox da recepção', verified: vox.verified, problems: [] },
    ]);
  });

  it('are none without their folder', async () => {
    expect(await listPrinterProfiles(path.join(folder, 'nowhere'))).toEqual([]);
  });
});
