import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TestReport } from '../../../src-main/contract/technician.ts';
import { createHttpClient } from '../../../src-main/http/undici-http-client.ts';
import type { PixAccount } from '../../../src-main/payment/accounts.ts';
import { testPix } from '../../../src-main/technician/pix-probe.ts';
import {
  defaultPspClient,
  type PspSimulator,
  startPspSimulator,
} from '../../simulators/psp/psp-simulator.ts';
import { asPkcs12, makeIdentity } from '../../support/certificates.ts';
import { noCertificateFile } from '../payment/psp-client.ts';
import { probeParts } from './probe-setup.ts';

const key = 'pix@rede-horizonte.example';
const { clientId, clientSecret } = defaultPspClient;

let psp: PspSimulator;
let parts: ReturnType<typeof probeParts>;

beforeEach(async () => {
  parts = probeParts();
  psp = await startPspSimulator({ keys: [key] });
});

afterEach(async () => {
  await Promise.all([psp.close(), parts.close()]);
});

function test(change: Partial<PixAccount> = {}, readFile = noCertificateFile): Promise<TestReport> {
  const tokenUrl = `${psp.url}/oauth/token`;
  const account = {
    id: 'principal',
    payeeName: 'REDE',
    key,
    baseUrl: psp.url,
    tokenUrl,
    clientId,
    clientSecret,
  };
  return testPix({
    account: { ...account, ...change, timeoutMs: 1000, requestsPerMinute: 60 },
    ...parts,
    readCertificateFile: readFile,
  });
}

function stepsOf(report: TestReport): string[] {
  const { steps } = report.mapped as { steps: { step: string; worked: boolean }[] };
  return steps.map(({ step, worked }) => `${step} ${worked ? 'ok' : 'failed'}`);
}

function expectNoSecrets(report: TestReport): void {
  const shown = JSON.stringify(report);
  for (const secret of [key, clientId, clientSecret, 'psp-sim-token']) expect(shown).not.toContain(secret);
  expect(shown).not.toContain(btoa(`${clientId}:${clientSecret}`));
}

describe('trying a PIX account', () => {
  it('makes a charge of one cent and takes it back', async () => {
    const report = await test();
    expect(report.worked).toBe(true);
    expect(report.code).toBeUndefined();
    expect(stepsOf(report)).toEqual(['token ok', 'create ok', 'br-code ok', 'cancel ok', 'confirm ok']);
    expect(psp.ledger.charges).toMatchObject([{ amount: '0.01', status: 'REMOVIDA_PELO_USUARIO_RECEBEDOR' }]);
    expect(report.exchanges.map(({ method }) => method)).toEqual(['POST', 'PUT', 'PATCH', 'GET']);
    expectNoSecrets(report);
  });

  it('takes another txid each time', async () => {
    await test();
    await test();
    expect(new Set(psp.ledger.charges.map(({ txid }) => txid)).size).toBe(2);
  });

  it('says that the token was refused', async () => {
    const report = await test({ clientSecret: 'wrong-secret-0815' });
    expect(report).toMatchObject({ worked: false, code: 'PIX-REFUSED' });
    expect(report.summary).toMatch(/^Token: A identificação foi recusada \(401\)/);
    expect(stepsOf(report)).toEqual(['token failed']);
    expect(JSON.stringify(report)).not.toContain('wrong-secret-0815');
  });

  it('says that the PSP does not know the key, with its own words in the answer', async () => {
    const report = await test({ key: 'another-key' });
    expect(report).toMatchObject({ worked: false, code: 'PIX-REFUSED' });
    expect(stepsOf(report)).toEqual(['token ok', 'create failed']);
    expect(report.exchanges.at(-1)?.answer).toContain('não pertence a este usuário');
  });

  it('says that there is no PSP', async () => {
    const report = await test({ tokenUrl: 'http://127.0.0.1:9/token' });
    expect(report).toMatchObject({ worked: false, code: 'PIX-UNREACHABLE' });
  });

  it.each([
    ['the answer to its making is lost', { kind: 'drop-after' }],
    ['the answer to its making is HTML', { kind: 'garbage', garbage: 'html', acts: true }],
    ['its making answers 500', { kind: 'status', status: 500, acts: true }],
  ] as const)('takes the charge back when %s', async (_title, effect) => {
    psp.setFaults([{ operation: 'createCob', times: 1, effect }]);
    const report = await test();
    expect(report.worked).toBe(false);
    expect(stepsOf(report)).toEqual(['token ok', 'create failed', 'cancel ok', 'confirm ok']);
    expect(psp.ledger.charges).toMatchObject([{ status: 'REMOVIDA_PELO_USUARIO_RECEBEDOR' }]);
  });

  it('finds that there is nothing to take back when the charge never came to be', async () => {
    psp.setFaults([{ operation: 'createCob', times: 1, effect: { kind: 'drop-before' } }]);
    const report = await test();
    expect(report.code).toBe('PIX-NO-ANSWER');
    expect(stepsOf(report)).toEqual(['token ok', 'create failed', 'confirm ok']);
  });

  it('tries a second time to take it back', async () => {
    psp.setFaults([{ operation: 'reviseCob', times: 1, effect: { kind: 'drop-before' } }]);
    expect((await test()).worked).toBe(true);
    expect(psp.ledger.charges).toMatchObject([{ status: 'REMOVIDA_PELO_USUARIO_RECEBEDOR' }]);
  });

  it('says that the charge is still there when it cannot be taken back', async () => {
    psp.setFaults([{ operation: 'reviseCob', effect: { kind: 'status', status: 503 } }]);
    const report = await test();
    expect(report).toMatchObject({ worked: false, code: 'PIX-CANCEL-UNCONFIRMED' });
    expect(report.summary).toMatch(/ainda está ativa; ela expira sozinha em 60 segundos/);
    expect(psp.ledger.charges).toMatchObject([{ status: 'ATIVA', expirySeconds: 60 }]);
  });

  it('finds a code that does not hold what it says, and takes the charge back all the same', async () => {
    const real = parts;
    const http: typeof parts.http = {
      ...real.http,
      async request(request) {
        const answer = await real.http.request(request);
        if (!answer.ok || request.method !== 'PUT') return answer;
        const text = answer.value.text.replace(/6304[0-9A-F]{4}/, '63040000');
        return { ok: true, value: { ...answer.value, text } };
      },
    };
    parts = { ...real, http };
    const report = await test();
    parts = real;
    expect(report).toMatchObject({ worked: false, code: 'PIX-MALFORMED' });
    expect(report.summary).toMatch(/^Código PIX: .*CRC/);
    expect(psp.ledger.charges).toMatchObject([{ status: 'REMOVIDA_PELO_USUARIO_RECEBEDOR' }]);
  });
});

describe('what is missing is named', () => {
  it.each([
    ['cob.write', ['cob.read'], ['token ok', 'create failed']],
    ['cob.read', ['cob.write'], ['token ok', 'create ok', 'br-code ok', 'cancel ok', 'confirm failed']],
  ] as const)('the scope %s', async (scope, scopes, steps) => {
    await psp.close();
    psp = await startPspSimulator({ keys: [key], scopes });
    const report = await test();
    expect(stepsOf(report)).toEqual(steps);
    expect(report.summary).toContain(`o escopo ${scope} `);
    expect(report.code).toBe(scope === 'cob.write' ? 'PIX-SCOPE-MISSING' : 'PIX-CANCEL-UNCONFIRMED');
  });

  it('a certificate that the preset’s PSP wants', async () => {
    const baseUrl = 'https://cdpj.partners.bancointer.com.br/pix/v2';
    const report = await test({ preset: 'inter', baseUrl, tokenUrl: 'http://127.0.0.1:9/token' });
    expect(report).toMatchObject({ worked: false, code: 'PIX-CERTIFICATE-UNUSABLE' });
    expect(stepsOf(report)).toEqual(['certificate failed', 'token failed']);
  });
});

describe('the certificate', () => {
  const day = 86_400_000;
  const file = (days: number) => {
    const now = Date.now();
    const identity = makeIdentity('totem', {
      from: new Date(now - 400 * day),
      to: new Date(now + days * day),
    });
    return asPkcs12(identity, 'abre-te');
  };
  const account = { certificateFile: 'a.p12', certificatePassphrase: 'abre-te' };

  it.each([
    ['says until when it is good', 365, 'certificate ok', undefined, /Tudo certo/],
    ['reminds of its end', 20, 'certificate ok', undefined, /Tudo certo.*termina em 20 dias/],
    ['has ended', -1, 'certificate failed', 'PIX-CERTIFICATE-ENDED', /^Certificado: .*terminou em/],
  ])('%s', async (_name, days, step, code, summary) => {
    const report = await test(account, () => Promise.resolve({ ok: true, value: file(days) }));
    expect(stepsOf(report)).toEqual([step, 'token ok', 'create ok', 'br-code ok', 'cancel ok', 'confirm ok']);
    expect(report.code).toBe(code);
    expect(report.summary).toMatch(summary);
    expectNoSecrets(report);
  });

  it('that cannot be opened ends the test before anything is sent', async () => {
    const change = { ...account, certificatePassphrase: 'senha-errada' };
    const report = await test(change, () => Promise.resolve({ ok: true, value: file(365) }));
    expect(report).toMatchObject({ worked: false, code: 'PIX-CERTIFICATE-UNUSABLE', exchanges: [] });
    expect(report.summary).toMatch(/senha do certificado está errada/);
    expect(JSON.stringify(report)).not.toContain('senha-errada');
  });

  it('that the PSP does not take is named', async () => {
    await psp.close();
    const authority = makeIdentity('Autoridade');
    const server = makeIdentity('psp', { signedBy: authority });
    psp = await startPspSimulator({ tls: { ...server, clientAuthority: authority.cert } });
    await parts.http.close();
    const http = createHttpClient({ authorities: authority.cert });
    parts = { ...parts, http };
    const report = await test(account, () => Promise.resolve({ ok: true, value: file(365) }));
    expect(report).toMatchObject({ worked: false, code: 'PIX-CERTIFICATE-REFUSED' });
    expect(stepsOf(report)).toEqual(['certificate ok', 'token failed']);
    await http.close();
  });
});
