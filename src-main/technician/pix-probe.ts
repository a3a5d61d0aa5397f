import { randomBytes, randomUUID } from 'node:crypto';
import type { Json, TestReport } from '../contract/technician.ts';
import { type BrCode, parseBrCode } from '../domain/br-code.ts';
import type { Charge } from '../domain/charge.ts';
import type { Clock } from '../domain/clock.ts';
import type { RemoteFailure } from '../domain/remote-failure.ts';
import type { Result } from '../domain/result.ts';
import type { HttpClient } from '../http/http-client.ts';
import type { PixAccount } from '../payment/accounts.ts';
import { createApiPixProvider } from '../payment/api-pix/api-pix-provider.ts';
import type { ChargeLook, PixProvider } from '../payment/pix-provider.ts';
import { explainFailure } from './failure-words.ts';
import { asJson, type Finding, reportOn, type TestBench } from './test-report.ts';

export interface PixTest {
  readonly account: PixAccount;
  readonly http: HttpClient;
  readonly clock: Clock;
}

/** One part of the test, as the report tells it. */
interface Step {
  readonly step: 'token' | 'create' | 'br-code' | 'cancel' | 'confirm';
  readonly worked: boolean;
  readonly words: string;
}

const psp = {
  name: 'o PSP',
  credentials: 'client id e client secret da conta, e os escopos cob.read e cob.write',
  address: 'o endereço da API Pix e o do token',
};

/** If it could not be taken back it is gone by itself soon. */
const EXPIRY_SECONDS = 60;

const failureCodes: Readonly<Record<RemoteFailure['kind'], string>> = {
  'not-sent': 'PIX-UNREACHABLE',
  'no-answer': 'PIX-NO-ANSWER',
  'server-error': 'PIX-SERVER-ERROR',
  refused: 'PIX-REFUSED',
  malformed: 'PIX-MALFORMED',
};

/**
 * Makes a charge of one cent at an account, checks its code and takes it back, whatever goes wrong in between. Never
 * throws.
 */
export function testPix({ account, http, clock }: PixTest): Promise<TestReport> {
  const secrets = [account.key, account.clientId, account.clientSecret];
  return reportOn({ http, clock, secrets }, (bench) => probe(account, clock, bench));
}

async function probe(account: PixAccount, clock: Clock, bench: TestBench): Promise<Finding> {
  const provider = createApiPixProvider(account, bench.http, clock);
  const charge = testCharge(account, clock);
  const requested = await provider.request(charge);
  if (!requested.ok && neverCame(requested.error)) return notEvenAsked(requested.error, bench);

  const code = requested.ok ? parseBrCode(requested.value.brCode) : undefined;
  const steps: Step[] = [
    { step: 'token', worked: true, words: 'O token veio.' },
    requested.ok
      ? { step: 'create', worked: true, words: 'A cobrança de R$ 0,01 foi criada.' }
      : { step: 'create', worked: false, words: explainFailure(psp, requested.error, bench.lastExchange()) },
    ...(code ? [judgeCode(code)] : []),
  ];
  steps.push(...(await takeBack(provider, charge, bench)));
  const failed = steps.find(({ worked }) => !worked);
  return {
    worked: failed === undefined,
    summary: summaryOf(steps, failed),
    ...(failed && { code: requested.ok ? codeOf(failed) : failureCodes[requested.error.kind] }),
    mapped: mappedOf(charge.txid, steps, code?.ok ? code.value : undefined),
  };
}

/** Nobody's charge: only the PSP hears of it, no journal does. */
function testCharge({ id, payeeName }: PixAccount, clock: Clock): Charge {
  return {
    id: randomUUID(),
    // API Pix: 26 to 35 letters and digits.
    txid: randomBytes(16).toString('hex'),
    source: 'api-pix',
    accountId: id,
    erp: '',
    visitId: '',
    terminalId: '',
    document: '',
    customerErpId: '',
    maskedName: '',
    invoices: [{ invoiceId: 'TESTE DO TOTEM', amountCents: 1, description: '', dueDate: '2000-01-01' }],
    amountCents: 1,
    state: 'REQUESTED',
    payeeName,
    createdAt: clock.wallTime(),
    expirySeconds: EXPIRY_SECONDS,
  };
}

/** A plain no, or nothing sent: there is no charge to take back. */
function neverCame({ kind }: RemoteFailure): boolean {
  return kind === 'not-sent' || kind === 'refused';
}

function notEvenAsked(error: RemoteFailure, bench: TestBench): Finding {
  const withoutToken = error.kind === 'not-sent' && error.detail.startsWith('no token');
  const words = explainFailure(psp, error, bench.lastExchange());
  const steps: Step[] = withoutToken
    ? [{ step: 'token', worked: false, words }]
    : [
        { step: 'token', worked: true, words: 'O token veio.' },
        { step: 'create', worked: false, words },
      ];
  const status = bench.lastExchange()?.status ?? 0;
  const refused = withoutToken && status >= 400 && status < 500;
  return {
    worked: false,
    summary: `${withoutToken ? 'Token' : 'Criar a cobrança'}: ${words}`,
    code: failureCodes[refused ? 'refused' : error.kind],
    mapped: asJson({ steps }),
  };
}

function judgeCode(code: ReturnType<typeof parseBrCode>): Step {
  if (!code.ok) {
    const words = {
      'wrong-crc': 'o CRC não confere',
      'not-pix': 'não é de PIX',
      'too-long': 'é longo demais',
    };
    const reason = code.error === 'malformed' ? 'a estrutura está errada' : words[code.error];
    return { step: 'br-code', worked: false, words: `O código copia-e-cola que veio não serve: ${reason}.` };
  }
  if (code.value.kind === 'static') {
    const words = 'O código que veio é estático: ele não leva à cobrança e não expira.';
    return { step: 'br-code', worked: false, words };
  }
  return {
    step: 'br-code',
    worked: true,
    words: `O código copia-e-cola está certo: ${code.value.merchantName}.`,
  };
}

/** Tries twice to take it back, then looks what became of it. */
async function takeBack(provider: PixProvider, charge: Charge, bench: TestBench): Promise<Step[]> {
  let cancelled = await provider.cancel(charge);
  if (!cancelled.ok) cancelled = await provider.cancel(charge);
  const steps: Step[] = [];
  if (cancelled.ok && cancelled.value === 'cancelled') {
    steps.push({ step: 'cancel', worked: true, words: 'O PSP retirou a cobrança.' });
  } else {
    const words = cancelled.ok
      ? 'O PSP não quis retirar a cobrança.'
      : explainFailure(psp, cancelled.error, bench.lastExchange());
    steps.push({ step: 'cancel', worked: false, words });
  }
  const look = await provider.look(charge);
  const confirmed = confirm(look, bench);
  // What it never had it need not take back.
  return look.ok && look.value.status === 'absent' ? [confirmed] : [...steps, confirmed];
}

function confirm(look: Result<ChargeLook, RemoteFailure>, bench: TestBench): Step {
  const step = 'confirm';
  if (!look.ok) return { step, worked: false, words: explainFailure(psp, look.error, bench.lastExchange()) };
  switch (look.value.status) {
    case 'cancelled':
      return { step, worked: true, words: 'A consulta confirma: ninguém mais pode pagá-la.' };
    case 'absent':
      return { step, worked: true, words: 'A consulta diz que a cobrança não existe: nada ficou para trás.' };
    case 'awaiting':
      return {
        step,
        worked: false,
        words: `A cobrança de teste ainda está ativa; ela expira sozinha em ${EXPIRY_SECONDS} segundos.`,
      };
    case 'paid':
      return { step, worked: false, words: 'Alguém pagou a cobrança de teste: devolva R$ 0,01 pelo PSP.' };
  }
}

const stepNames: Readonly<Record<Step['step'], string>> = {
  token: 'Token',
  create: 'Criar a cobrança',
  'br-code': 'Código PIX',
  cancel: 'Retirar a cobrança',
  confirm: 'Conferir',
};

/** The first thing that went wrong, and, if it is another one, that the charge may still be there. */
function summaryOf(steps: readonly Step[], failed: Step | undefined): string {
  if (!failed) return 'Tudo certo: cobrança de R$ 0,01 criada, código conferido e cobrança retirada.';
  const words = `${stepNames[failed.step]}: ${failed.words}`;
  const last = steps.at(-1);
  return last === undefined || last === failed || last.worked ? words : `${words} ${last.words}`;
}

function codeOf({ step }: Step): string {
  return step === 'br-code' || step === 'create' ? 'PIX-MALFORMED' : 'PIX-CANCEL-UNCONFIRMED';
}

function mappedOf(txid: string, steps: readonly Step[], code: BrCode | undefined): Json {
  return asJson({ txid, steps, brCode: code });
}
