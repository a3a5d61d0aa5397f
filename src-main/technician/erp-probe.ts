import type { TestReport } from '../contract/technician.ts';
import type { Clock } from '../domain/clock.ts';
import { type DocumentProblem, parseDocument } from '../domain/cpf-cnpj.ts';
import { failure, type Result, success } from '../domain/result.ts';
import { prepareErpProfile } from '../erp/connect-erp.ts';
import { type ErpOperation, erpOperations, writeOperations } from '../erp/erp-operation.ts';
import type { MappingEngine } from '../erp/mapping/mapping-engine.ts';
import { createProfileGateway } from '../erp/profile/profile-gateway.ts';
import type { HttpClient } from '../http/http-client.ts';
import type { Log } from '../logging/log.ts';
import type { ErpSettings } from '../settings/erp-settings.ts';
import type { Settings } from '../settings/settings-schema.ts';
import { secretsOf } from '../settings/settings-secrets.ts';
import { questionFor } from './erp-questions.ts';
import { explainFailure } from './failure-words.ts';
import { asJson, type Finding, reportOn, type TestBench } from './test-report.ts';

export interface ErpTest {
  readonly dataFolder: string;
  /** The draft, parsed and with its secrets open. */
  readonly settings: Settings;
  /** Which of its ERPs. */
  readonly erpId: string;
  readonly operation: string;
  /** CPF or CNPJ, with or without mask; shown and sent, never logged. */
  readonly document: string;
  readonly http: HttpClient;
  readonly mapping: MappingEngine;
  readonly clock: Clock;
  readonly log: Log;
}

const erp = {
  name: 'o ERP',
  credentials: 'o token, ou usuário e senha',
  address: 'o endereço do ERP e o caminho da operação',
};

/** Runs one operation that only reads against one ERP of the draft, as the kiosk itself would. Never throws. */
export function testErp(test: ErpTest): Promise<TestReport> {
  const { http, clock, settings } = test;
  return reportOn({ http, clock, secrets: secretsOf(settings) }, (bench) => probe(test, bench));
}

async function probe(test: ErpTest, bench: TestBench): Promise<Finding> {
  const index = test.settings.erps.findIndex(({ id }) => id === test.erpId);
  const settings = test.settings.erps[index];
  if (!settings) return unfit('Este ERP não está na configuração.');
  const wanted = chooseQuestion(test.operation, test.document);
  if (!wanted.ok) return unfit(wanted.error);
  const prepared = await prepareErpProfile(test.dataFolder, settings, test.mapping, `erps[${index}]`);
  if (!prepared.ok) {
    const problems = prepared.error.map(({ field, message }) => `${field}: ${message}`);
    return { worked: false, code: 'SETTINGS-UNUSABLE', summary: `Acerte primeiro: ${problems.join('; ')}` };
  }
  const gateway = createProfileGateway(prepared.value, connectionTo(settings, test, bench.http));
  const { operation, ask, document } = wanted.value;
  if (!gateway.offers(operation))
    return unfit('O perfil deste ERP não tem esta operação, ou ela está desligada.');
  const answer = await ask(gateway, document);
  if (!answer.ok) {
    const summary = explainFailure(erp, answer.error, bench.lastExchange());
    return { worked: false, code: 'ERP-REQUEST-FAILED', summary };
  }
  const { found, summary } = answer.value;
  if (isNothing(found) && bench.lastExchange()?.status === 404)
    return { worked: false, summary: AMBIGUOUS_404 };
  return { worked: true, summary, mapped: asJson(found) };
}

/** Profiles take a 404 for "nothing of the kind", and so would look well with an address that is wrong. */
const AMBIGUOUS_404 =
  'O ERP respondeu 404: ou não há nada para este documento, ou o endereço está errado. Teste com um documento que tenha dados.';

function isNothing(found: unknown): boolean {
  return found === null || (Array.isArray(found) && found.length === 0);
}

/** Nothing of what the running kiosk remembers of the ERP: what is tried here may be another one. */
function connectionTo(settings: ErpSettings, { mapping, clock, log }: ErpTest, http: HttpClient) {
  const { header: _header, scheme: _scheme, ...credentials } = settings.auth;
  return { baseUrl: settings.baseUrl, credentials, http, mapping, clock, log };
}

function chooseQuestion(name: string, documentText: string) {
  const operation = erpOperations.find((each) => each === name);
  if (!operation) return failure('Não há operação com este nome.');
  const question = questionFor(operation);
  if (!question) return failure(refusalOf(operation));
  const document = question.needsDocument ? readDocument(documentText) : success('');
  return document.ok ? success({ operation, ask: question.ask, document: document.value }) : document;
}

function refusalOf(operation: ErpOperation): string {
  return writeOperations.has(operation)
    ? 'Esta operação grava no ERP: aqui só se testa o que lê.'
    : 'Esta operação não se testa só com um documento.';
}

const documentWords: Readonly<Record<DocumentProblem, string>> = {
  incomplete: 'Digite um CPF (11 números) ou um CNPJ (14) inteiro.',
  'wrong-check-digit': 'Este CPF ou CNPJ não existe: confira os números.',
  'repeated-digits': 'Este CPF ou CNPJ não existe: confira os números.',
  'letter-in-check-digits': 'Os dois últimos lugares do CNPJ são números: confira.',
};

function readDocument(text: string): Result<string, string> {
  const document = parseDocument(text);
  return document.ok ? success(document.value.value) : failure(documentWords[document.error]);
}

function unfit(summary: string): Finding {
  return { worked: false, summary };
}
