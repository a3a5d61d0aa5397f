import type { ObservedExchange } from '../contract/technician.ts';
import type { BrCode, parseBrCode } from '../domain/br-code.ts';
import type { RemoteFailure } from '../domain/remote-failure.ts';
import type { PixCharge } from '../payment/api-pix/api-pix-client.ts';
import type { PixFailure } from '../payment/api-pix/pix-failure.ts';
import { explainFailure } from './failure-words.ts';

/** One part of the test, as the report tells it. */
export interface PixStep {
  readonly step: 'certificate' | 'token' | 'create' | 'br-code' | 'cancel' | 'confirm';
  readonly worked: boolean;
  readonly words: string;
  /** What the guide has it under, when there is something to do. */
  readonly code?: string;
}

/** How long (seconds) the charge of the test can be paid, should nobody take it back. */
export const TEST_EXPIRY_SECONDS = 60;

export const stepNames: Readonly<Record<PixStep['step'], string>> = {
  certificate: 'Certificado',
  token: 'Token',
  create: 'Criar a cobrança',
  'br-code': 'Código PIX',
  cancel: 'Retirar a cobrança',
  confirm: 'Conferir',
};

const psp = {
  name: 'o PSP',
  credentials: 'client id e client secret da conta',
  address: 'o endereço da API Pix e o do token',
};

/** The scope that each request needs. */
const scopes: Partial<Readonly<Record<PixStep['step'], string>>> = {
  create: 'cob.write',
  cancel: 'cob.write',
  confirm: 'cob.read',
};

const codes: Readonly<Record<RemoteFailure['kind'], string>> = {
  'not-sent': 'PIX-UNREACHABLE',
  'no-answer': 'PIX-NO-ANSWER',
  'server-error': 'PIX-SERVER-ERROR',
  refused: 'PIX-REFUSED',
  malformed: 'PIX-MALFORMED',
};

/** What to do about a failed request, in one line. `last` is the newest request that was sent. */
export function explainPix(
  step: PixStep['step'],
  error: PixFailure,
  last: ObservedExchange | undefined,
): string {
  const { problem } = error.pix;
  if (problem === 'forbidden') {
    const scope = scopes[step] ?? 'cob.read e cob.write';
    return `O PSP não deixa (403): peça a ele o escopo ${scope} para este client id.`;
  }
  if (isCertificateRefused(error, last)) {
    return 'O PSP fechou a conexão: confira se o certificado é o desta conta, deste ambiente e ainda vale.';
  }
  return explainFailure(psp, error, last);
}

/** Under what the guide has a failed request. */
export function failureCode(error: PixFailure, last: ObservedExchange | undefined): string {
  if (isCertificateRefused(error, last)) return 'PIX-CERTIFICATE-REFUSED';
  if (error.pix.problem === 'forbidden') return 'PIX-SCOPE-MISSING';
  const status = last?.status ?? 0;
  // Without a token nothing was sent, but the PSP did say no.
  return error.kind === 'not-sent' && status >= 400 && status < 500 ? codes.refused : codes[error.kind];
}

/** Many servers hang up on a certificate that they do not like, without a word. */
function isCertificateRefused({ pix }: PixFailure, last: ObservedExchange | undefined): boolean {
  if (pix.problem === 'certificate-refused') return true;
  const hungUp = /UND_ERR_SOCKET|ECONNRESET|EPIPE/.test(last?.failure ?? '');
  return hungUp && last?.status === undefined && last?.url.startsWith('https:') === true;
}

/** Whether the text of the QR is one that customers can pay. */
export function judgeCode(code: ReturnType<typeof parseBrCode>): PixStep {
  const step = 'br-code';
  if (!code.ok) {
    const words = {
      'wrong-crc': 'o CRC não confere',
      'not-pix': 'não é de PIX',
      'too-long': 'é longo demais',
    };
    const reason = code.error === 'malformed' ? 'a estrutura está errada' : words[code.error];
    const told = `O código copia-e-cola que veio não serve: ${reason}.`;
    return { step, worked: false, words: told, code: 'PIX-MALFORMED' };
  }
  return isStatic(code.value)
    ? {
        step,
        worked: false,
        words: 'O código que veio é estático: ele não leva à cobrança e não expira.',
        code: 'PIX-MALFORMED',
      }
    : { step, worked: true, words: `O código copia-e-cola está certo: ${code.value.merchantName}.` };
}

function isStatic(code: BrCode): boolean {
  return code.kind === 'static';
}

/** What became of the charge of the test; undefined: the PSP has none. */
export function explainLook(look: PixCharge | undefined): Pick<PixStep, 'worked' | 'words'> {
  if (look === undefined) {
    return { worked: true, words: 'A consulta diz que a cobrança não existe: nada ficou para trás.' };
  }
  if (look.payments.length > 0 || look.status === 'completed') {
    return { worked: false, words: 'Alguém pagou a cobrança de teste: devolva R$ 0,01 pelo PSP.' };
  }
  return look.status === 'active'
    ? {
        worked: false,
        words: `A cobrança de teste ainda está ativa; ela expira sozinha em ${TEST_EXPIRY_SECONDS} segundos.`,
      }
    : { worked: true, words: 'A consulta confirma: ninguém mais pode pagá-la.' };
}
