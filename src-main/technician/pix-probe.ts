import { randomBytes } from 'node:crypto';
import type { Json, TestReport } from '../contract/technician.ts';
import { type BrCode, parseBrCode } from '../domain/br-code.ts';
import type { Clock } from '../domain/clock.ts';
import type { HttpClient } from '../http/http-client.ts';
import type { Log } from '../logging/log.ts';
import type { PixAccount } from '../payment/accounts.ts';
import type { ApiPixClient } from '../payment/api-pix/api-pix-client.ts';
import { createApiPixClient } from '../payment/api-pix/create-api-pix-client.ts';
import type { PixFailure } from '../payment/api-pix/pix-failure.ts';
import type { ReadCertificateFile } from '../payment/api-pix/psp-terms.ts';
import { tryCertificate } from './certificate-probe.ts';
import {
  explainLook,
  explainPix,
  failureCode,
  judgeCode,
  type PixStep,
  stepNames,
  TEST_EXPIRY_SECONDS,
} from './pix-probe-words.ts';
import { asJson, type Finding, reportOn, type TestBench } from './test-report.ts';

export interface PixTest {
  readonly account: PixAccount;
  readonly http: HttpClient;
  readonly clock: Clock;
  readonly log: Log;
  readonly readCertificateFile: ReadCertificateFile;
}

/**
 * Shows the account's certificate, makes a charge of one cent, checks its code and takes it back, whatever goes wrong
 * in between. Never throws.
 */
export function testPix(test: PixTest): Promise<TestReport> {
  const { account, http, clock } = test;
  const { key, clientId, clientSecret, developerKey = '', certificatePassphrase = '' } = account;
  const secrets = [key, clientId, clientSecret, developerKey, certificatePassphrase].filter(
    (each) => each !== '',
  );
  return reportOn({ http, clock, secrets }, (bench) => probe(test, bench));
}

async function probe(test: PixTest, bench: TestBench): Promise<Finding> {
  const certificate = await tryCertificate(test.account, test.readCertificateFile, test.clock);
  if (certificate?.useless === true) return findingOf([certificate.step], undefined, undefined);
  const before = certificate ? [certificate.step] : [];
  const client = createApiPixClient(test.account, { ...test, http: bench.http });
  // Nobody's charge: only the PSP hears of it, no journal does. If it could not be taken back it is soon gone by itself.
  const txid = randomBytes(16).toString('hex');
  const order = { amountCents: 1, expirySeconds: TEST_EXPIRY_SECONDS, message: 'Teste do totem' };
  const made = await client.createCob(txid, order);
  if (!made.ok && neverCame(made.error)) {
    return findingOf([...before, ...notEvenAsked(made.error, bench)], txid, undefined);
  }
  const code = made.ok ? parseBrCode(made.value.brCode ?? '') : undefined;
  const steps: PixStep[] = [
    ...before,
    tokenCame,
    made.ok
      ? { step: 'create', worked: true, words: 'A cobrança de R$ 0,01 foi criada.' }
      : failedStep('create', made.error, bench),
    ...(code ? [judgeCode(code)] : []),
    ...(await takeBack(client, txid, bench)),
  ];
  return findingOf(steps, txid, code?.ok ? code.value : undefined);
}

const tokenCame: PixStep = { step: 'token', worked: true, words: 'O token veio.' };

/** A plain no, or nothing sent: there is no charge to take back. */
function neverCame({ kind }: PixFailure): boolean {
  return kind === 'not-sent' || kind === 'refused';
}

function notEvenAsked(error: PixFailure, bench: TestBench): readonly PixStep[] {
  return error.kind === 'not-sent'
    ? [failedStep('token', error, bench)]
    : [tokenCame, failedStep('create', error, bench)];
}

function failedStep(step: PixStep['step'], error: PixFailure, bench: TestBench): PixStep {
  const last = bench.lastExchange();
  return { step, worked: false, words: explainPix(step, error, last), code: failureCode(error, last) };
}

/** Tries twice to take it back, then looks what became of it. */
async function takeBack(client: ApiPixClient, txid: string, bench: TestBench): Promise<readonly PixStep[]> {
  let cancelled = await client.cancelCob(txid);
  if (!cancelled.ok && cancelled.error.kind !== 'refused') cancelled = await client.cancelCob(txid);
  const taken: PixStep = cancelled.ok
    ? { step: 'cancel', worked: true, words: 'O PSP retirou a cobrança.' }
    : { ...failedStep('cancel', cancelled.error, bench), code: 'PIX-CANCEL-UNCONFIRMED' };
  const look = await client.readCob(txid);
  // What it never had it need not take back.
  const isAbsent = !look.ok && look.error.pix.problem === 'not-found';
  const confirmed: PixStep =
    look.ok || isAbsent
      ? { step: 'confirm', code: 'PIX-CANCEL-UNCONFIRMED', ...explainLook(look.ok ? look.value : undefined) }
      : { ...failedStep('confirm', look.error, bench), code: 'PIX-CANCEL-UNCONFIRMED' };
  return isAbsent ? [confirmed] : [taken, confirmed];
}

function findingOf(steps: readonly PixStep[], txid: string | undefined, code: BrCode | undefined): Finding {
  const failed = steps.find(({ worked }) => !worked);
  const mapped: Json = asJson({
    txid,
    steps: steps.map(({ step, worked, words }) => ({ step, worked, words })),
    brCode: code,
  });
  return {
    worked: failed === undefined,
    summary: summaryOf(steps, failed),
    ...(failed?.code !== undefined && { code: failed.code }),
    mapped,
  };
}

/** The first thing that went wrong, and, if it is another one, that the charge may still be there. */
function summaryOf(steps: readonly PixStep[], failed: PixStep | undefined): string {
  const hint = steps.find(({ step, worked, code }) => step === 'certificate' && worked && code !== undefined);
  if (!failed) {
    const words = 'Tudo certo: cobrança de R$ 0,01 criada, código conferido e cobrança retirada.';
    return hint ? `${words} ${hint.words}` : words;
  }
  const words = `${stepNames[failed.step]}: ${failed.words}`;
  const last = steps.at(-1);
  const isOther = last !== undefined && last !== failed && !last.worked;
  return isOther ? `${words} ${last.words}` : words;
}
