import type { Clock } from '../domain/clock.ts';
import type { PixAccount } from '../payment/accounts.ts';
import { type CertificateStanding, daysLeft, standingOf } from '../payment/api-pix/certificate-standing.ts';
import { loadPixPreset } from '../payment/api-pix/pix-preset.ts';
import { type ReadCertificateFile, readAccountCertificate } from '../payment/api-pix/psp-terms.ts';
import type { PixStep } from './pix-probe-words.ts';

/** The step that is about the certificate; `useless`: nothing can be sent with it. */
interface CertificateStep {
  readonly step: PixStep;
  readonly useless: boolean;
}

type Unusable = Extract<CertificateStanding, { state: 'unusable' }>['problem'];

const unusableWords: Readonly<Record<Unusable, string>> = {
  missing: 'o arquivo não está na pasta de dados: escolha-o de novo no pen drive.',
  'sealed-elsewhere': 'foi guardado por outro computador: escolha-o de novo no pen drive.',
  unreadable: 'o arquivo não é um certificado que se possa ler: peça outro ao PSP.',
  'wrong-passphrase': 'a senha do certificado está errada ou falta.',
  'no-key': 'falta a chave privada: escolha também o arquivo da chave.',
  'wrong-key': 'a chave privada é de outro certificado.',
};

/** Looks at the account's client certificate; undefined: it has none, and none is wanted. */
export async function tryCertificate(
  account: PixAccount,
  readFile: ReadCertificateFile,
  clock: Clock,
): Promise<CertificateStep | undefined> {
  const certificate = await readAccountCertificate(account, readFile);
  if (certificate) return judge(standingOf(certificate, clock.wallTime()), clock);
  if (!(await isWanted(account))) return undefined;
  const words = 'Este PSP pede um certificado, e a conta não tem nenhum: escolha-o no pen drive.';
  return { step: failed(words, 'PIX-CERTIFICATE-UNUSABLE'), useless: false };
}

/** By the preset, for the addresses that it has itself. */
async function isWanted({ preset = 'generic', baseUrl }: PixAccount): Promise<boolean> {
  const { environments } = await loadPixPreset(preset);
  const places = [environments.production, environments.sandbox];
  return places.some((place) => place?.baseUrl === baseUrl && place.certificate);
}

function judge(standing: CertificateStanding, clock: Clock): CertificateStep {
  if (standing.state === 'unusable') {
    const words = `O certificado não serve: ${unusableWords[standing.problem]}`;
    return { step: failed(words, 'PIX-CERTIFICATE-UNUSABLE'), useless: true };
  }
  const { state, validTo } = standing;
  const day = new Intl.DateTimeFormat('pt-BR', { dateStyle: 'short' }).format(validTo);
  const said: Readonly<Record<typeof state, PixStep>> = {
    good: { step: 'certificate', worked: true, words: `O certificado vale até ${day}.` },
    'ends-soon': {
      step: 'certificate',
      worked: true,
      words: `O certificado termina em ${daysLeft(validTo, clock.wallTime())} dias (${day}): peça outro ao PSP.`,
      code: 'PIX-CERTIFICATE-ENDS',
    },
    ended: failed(
      `O certificado terminou em ${day}: peça outro ao PSP, ou acerte o relógio desta máquina.`,
      'PIX-CERTIFICATE-ENDED',
    ),
    'not-yet': failed(
      'O certificado ainda não começou a valer: confira o relógio desta máquina.',
      'PIX-CERTIFICATE-ENDED',
    ),
  };
  return { step: said[state], useless: false };
}

function failed(words: string, code: string): PixStep {
  return { step: 'certificate', worked: false, words, code };
}
