import { createHash } from 'node:crypto';
import { constants, mkdirSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import path from 'node:path';
import type {
  DriveEntry,
  FieldProblem,
  FileOutcome,
  FilePurpose,
  ImportPreview,
} from '../contract/technician.ts';
import { failure, type Result, success } from '../domain/result.ts';
import type { MappingEngine } from '../erp/mapping/mapping-engine.ts';
import { builtInProfiles } from '../erp/profile/built-in-profiles.ts';
import { checkErpProfile, PROFILE_FOLDER } from '../erp/profile/load-profile.ts';
import { errorCode } from '../logging/error-code.ts';
import type { Log } from '../logging/log.ts';
import { checkPrinterProfile, PRINTER_FOLDER } from '../printing/load-printer-profile.ts';
import { printerModels } from '../printing/printer-models.ts';
import { LARGEST_CERTIFICATE_BYTES } from '../settings/certificate-file.ts';
import { writeDurably } from '../settings/durable-file.ts';
import { parseJsonBytes } from '../settings/json-file.ts';
import { type LogoProblem, readLogo } from '../settings/logo.ts';
import { findOnDrive, listOnDrive, suits } from './drive-paths.ts';
import { createDriveWriter, type WriteToDrive } from './drive-writer.ts';
import type { RemovableDrives } from './removable-drives.ts';

export interface FileDeskParts {
  readonly dataFolder: string;
  readonly drives: Pick<RemovableDrives, 'root'>;
  readonly mapping: MappingEngine;
  /** Compares the text of a settings file (JSON) with the settings in force. */
  readonly previewImport: (text: string) => Promise<ImportPreview>;
  /** Keeps a client certificate or its key, sealed, and gives its name; throws when that fails. */
  readonly storeCertificate: (bytes: Buffer, ending: string) => string;
  readonly log: Log;
}

/** Files of removable drives. No path leads off its drive, by `..` or by symbolic link; no call rejects. */
export interface FileDesk {
  /** At most 500 folders and files that `purpose` takes; empty too when the drive is not there any more. */
  listFolder(drive: string, folder: string, purpose: FilePurpose): Promise<readonly DriveEntry[]>;
  /** Checks a file and takes it over: a logo or profile into the data folder, settings only as a preview. */
  pick(drive: string, file: string, purpose: FilePurpose): Promise<FileOutcome>;
  readonly writeTo: WriteToDrive;
}

type ProfilePurpose = Extract<FilePurpose, 'erp-profile' | 'printer-profile'>;

/** Where profiles of one's own lie in the data folder, and the names that those of the program have. */
const profilePlaces: Readonly<
  Record<ProfilePurpose, { readonly folder: string; readonly builtIn: readonly string[] }>
> = {
  'erp-profile': { folder: PROFILE_FOLDER, builtIn: [...builtInProfiles.keys()] },
  'printer-profile': { folder: PRINTER_FOLDER, builtIn: printerModels },
};

const LARGEST_JSON_BYTES = 1024 * 1024;

const logoProblems: Readonly<Record<LogoProblem, string>> = {
  missing: 'não está mais no pen drive: conecte-o e escolha de novo',
  'outside-folder': 'não é um arquivo do pen drive: escolha outro',
  'too-large': 'é grande demais: salve o logotipo com até 256 kB',
  'not-png-or-svg': 'não é uma imagem PNG ou SVG: salve o logotipo em um destes formatos',
  unreadable: 'não pôde ser lido: tente outro pen drive',
};

export function createFileDesk(parts: FileDeskParts): FileDesk {
  return new DriveFileDesk(parts);
}

class DriveFileDesk implements FileDesk {
  readonly #parts: FileDeskParts;
  readonly writeTo: WriteToDrive;

  constructor(parts: FileDeskParts) {
    this.#parts = parts;
    this.writeTo = createDriveWriter(parts.drives, parts.log);
  }

  async listFolder(drive: string, folder: string, purpose: FilePurpose): Promise<readonly DriveEntry[]> {
    const root = await this.#parts.drives.root(drive);
    return root === undefined ? [] : listOnDrive(root, folder, purpose);
  }

  async pick(drive: string, file: string, purpose: FilePurpose): Promise<FileOutcome> {
    const root = await this.#parts.drives.root(drive);
    const found = root === undefined ? undefined : await findOnDrive(root, file);
    if (root === undefined || found?.kind !== 'file' || !suits(file, purpose))
      return unfit(logoProblems.missing);
    try {
      if (purpose === 'logo') return await this.#takeLogo(root, file);
      const bytes = await readBounded(found.full);
      if (purpose === 'settings') return await this.#previewSettings(bytes);
      if (purpose === 'certificate') return this.#takeCertificate(bytes, path.extname(file).toLowerCase());
      return await this.#takeProfile(bytes, purpose);
    } catch (error) {
      const reason = errorCode(error);
      this.#parts.log.error('TECHNICIAN-FILE-NOT-TAKEN', { purpose, reason });
      return unfit('não pôde ser guardado: confira o espaço em disco do totem (TECHNICIAN-FILE-NOT-TAKEN)');
    }
  }

  /** What was checked is what is kept: the file is read once. */
  async #takeLogo(root: string, file: string): Promise<FileOutcome> {
    const logo = await readLogo(root, file);
    if (!logo.ok) return unfit(logoProblems[logo.error]);
    const bytes = Buffer.from(logo.value.slice(logo.value.indexOf(',') + 1), 'base64');
    const ending = logo.value.startsWith('data:image/png') ? 'png' : 'svg';
    const value = `logo-${createHash('sha256').update(bytes).digest('hex').slice(0, 8)}.${ending}`;
    writeDurably(path.join(this.#parts.dataFolder, value), bytes);
    return { outcome: 'logo', value, preview: logo.value };
  }

  async #takeProfile(bytes: Result<Uint8Array, string>, purpose: ProfilePurpose): Promise<FileOutcome> {
    const json = bytes.ok ? parseJsonBytes(bytes.value) : bytes;
    if (!json.ok) return unfit(json.error);
    const profile =
      purpose === 'erp-profile'
        ? await checkErpProfile(json.value, this.#parts.mapping)
        : checkPrinterProfile(json.value);
    if (!profile.ok) return { outcome: 'unfit', problems: profile.error };
    const { name } = profile.value;
    const { folder: subfolder, builtIn } = profilePlaces[purpose];
    const problem = profileNameProblem(name, builtIn);
    if (problem !== undefined) return unfit(problem, 'name');
    const folder = path.join(this.#parts.dataFolder, subfolder);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeDurably(path.join(folder, `${name}.json`), `${JSON.stringify(json.value, undefined, 2)}\n`);
    return { outcome: purpose, value: name };
  }

  /** Whether certificate, key and passphrase fit together is seen when all of them are there. */
  #takeCertificate(read: Result<Uint8Array, string>, ending: string): FileOutcome {
    if (!read.ok) return unfit(read.error);
    const bytes = Buffer.from(read.value);
    if (bytes.length > LARGEST_CERTIFICATE_BYTES) return unfit('é grande demais para um certificado');
    const isPem = /-----BEGIN (?:CERTIFICATE|[A-Z ]*PRIVATE KEY)-----/.test(bytes.toString('latin1'));
    // DER and PKCS #12 both begin with a sequence of ASN.1.
    if (!isPem && bytes[0] !== 0x30) return unfit('não é um certificado nem uma chave (PEM ou PKCS #12)');
    return { outcome: 'certificate', value: this.#parts.storeCertificate(bytes, ending) };
  }

  async #previewSettings(bytes: Result<Uint8Array, string>): Promise<FileOutcome> {
    const json = bytes.ok ? parseJsonBytes(bytes.value) : bytes;
    const preview: ImportPreview =
      bytes.ok && json.ok
        ? await this.#parts.previewImport(new TextDecoder().decode(bytes.value))
        : { outcome: 'unreadable', reason: json.ok ? logoProblems.unreadable : json.error };
    return { outcome: 'settings', preview };
  }
}

/** On some systems a file's name has no case: `Contract-A` would stand in the way of `contract-a`. */
function profileNameProblem(name: string, builtIn: readonly string[]): string | undefined {
  if (name.startsWith('.')) return 'não pode começar com ponto';
  const taken = builtIn.some((each) => each.toLowerCase() === name.toLowerCase());
  return taken ? 'é o nome de um perfil que vem com o programa: use outro nome' : undefined;
}

function unfit(message: string, field = 'arquivo'): FileOutcome {
  const problem: FieldProblem = { field, message };
  return { outcome: 'unfit', problems: [problem] };
}

/** A file of at most 1 MB; the failure is in words for a technician. */
async function readBounded(file: string): Promise<Result<Uint8Array, string>> {
  // The drive is a stranger's: what was a file a moment ago may be a link or a pipe that never ends.
  const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
  let handle: FileHandle | undefined;
  try {
    handle = await open(file, flags);
    if (!(await handle.stat()).isFile()) return failure(logoProblems.missing);
    const room = Buffer.alloc(LARGEST_JSON_BYTES + 1);
    const { bytesRead } = await handle.read(room, 0, room.length, 0);
    if (bytesRead > LARGEST_JSON_BYTES) return failure('é grande demais: até 1 MB');
    return success(room.subarray(0, bytesRead));
  } catch {
    return failure(logoProblems.unreadable);
  } finally {
    await handle?.close();
  }
}
