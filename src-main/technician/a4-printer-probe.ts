import type { TestReport } from '../contract/technician.ts';
import type { Clock } from '../domain/clock.ts';
import type { RemoteFailure } from '../domain/remote-failure.ts';
import { createIppClient, type IppPrinterState } from '../printing/ipp/ipp-client.ts';
import { troubleOfReasons } from '../printing/ipp/printer-reasons.ts';
import type { Trouble } from '../printing/trouble.ts';
import type { Settings } from '../settings/settings-schema.ts';
import type { Said } from './print-report.ts';
import { asJson } from './test-report.ts';

const CODE = 'A4-TEST-FAILED';
const PDF = 'application/pdf';
const FIRST_IPP_ERROR = 0x04_00;

/** Asks the A4 printer of the draft what it is and how it stands; prints nothing. Never throws. */
export async function testA4Printer(settings: Settings['a4Printer'], clock: Clock): Promise<TestReport> {
  const begun = clock.monotonic();
  const said = settings
    ? await askPrinter(settings.address)
    : fault('Escreva primeiro o endereço da impressora A4.');
  return { ...said, tookMs: Math.round(clock.monotonic() - begun), exchanges: [] };
}

async function askPrinter(address: string): Promise<Said> {
  const printer = await createIppClient({ address }).readPrinter();
  if (!printer.ok) return fault(failureWords(printer.error));
  return { ...judge(printer.value), mapped: asJson(printer.value) };
}

function judge(printer: IppPrinterState): Said {
  const { formats, acceptsJobs, media, model } = printer;
  if (!formats.includes(PDF)) {
    return fault(
      'A impressora não aceita PDF: instale-a no CUPS deste computador e use aqui o endereço da fila.',
    );
  }
  if (!acceptsJobs) return fault('A fila não aceita trabalhos: libere-a no CUPS (cupsaccept NOME).');
  const trouble = troubleOfReasons(printer.reasons);
  if (trouble) return fault(troubleWords[trouble]);
  if (printer.state === 'stopped') {
    return fault('A fila está parada: libere-a no CUPS (cupsenable NOME) ou veja o painel da impressora.');
  }
  const paper = media.some((each) => each.startsWith('iso_a4'))
    ? ''
    : ' Ela não diz que tem papel A4: confira a bandeja.';
  return { worked: true, summary: `${model || 'A impressora'} está pronta e aceita PDF.${paper}` };
}

const troubleWords: Readonly<Record<Trouble, string>> = {
  'no-paper': 'A impressora está sem papel A4: abasteça a bandeja.',
  'cover-open': 'A tampa da impressora está aberta: feche-a.',
  offline: 'A fila existe, mas a impressora está desligada ou fora da rede.',
  error: 'A impressora diz que está com erro: veja o painel dela (papel preso, toner).',
};

/** Client errors of RFC 8011 (13.1) that have a next step of their own. */
const refusals: ReadonlyMap<number, string> = new Map([
  [0x04_01, 'A impressora não deixa este computador imprimir (0x0401): confira as permissões da fila.'],
  [0x04_02, 'A fila pede senha (0x0402): no CUPS, libere a impressão para este computador.'],
  [
    0x04_06,
    'Não há fila com este nome (0x0406): confira o fim do endereço; no CUPS, lpstat -v mostra os nomes.',
  ],
]);

function failureWords(error: RemoteFailure): string {
  if (error.kind === 'refused') {
    const known = refusals.get(error.status);
    return known ?? `A impressora recusou a pergunta (${codeOf(error.status)}): confira o endereço.`;
  }
  if (error.kind === 'server-error' && error.status >= FIRST_IPP_ERROR) {
    return `A impressora está ocupada ou com problema (${codeOf(error.status)}): tente de novo; se repetir, desligue e ligue.`;
  }
  if (error.kind === 'malformed' || error.kind === 'server-error') {
    return 'Quem respondeu não é uma impressora IPP: confira o endereço e a porta (em geral 631).';
  }
  if (/ENOTFOUND|EAI_AGAIN/.test(error.detail)) {
    return 'Este nome não existe na rede: confira, ou use o endereço IP da impressora.';
  }
  if (/CERT|SELF_SIGNED|UNABLE_TO|ERR_TLS|ERR_SSL|EPROTO/.test(error.detail)) {
    return 'O certificado da impressora não é reconhecido: use ipp:// na rede da empresa, ou a fila do CUPS.';
  }
  return 'A impressora não atende neste endereço: confira se está ligada, o endereço e a porta (em geral 631).';
}

function fault(summary: string): Said {
  return { worked: false, summary, code: CODE };
}

/** IPP's own are written in hexadecimal wherever they are explained; below are those of HTTP. */
function codeOf(status: number): string {
  return status < FIRST_IPP_ERROR ? `HTTP ${status}` : `0x${status.toString(16).padStart(4, '0')}`;
}
