import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTrialGateway } from '../../../src-main/compose-gateway.ts';
import { failure, success } from '../../../src-main/domain/result.ts';
import { createHttpClient } from '../../../src-main/http/undici-http-client.ts';
import { type Settings, settingsSchema } from '../../../src-main/settings/settings-schema.ts';
import { testGateway } from '../../../src-main/technician/gateway-probe.ts';
import { makeIdentity } from '../../support/certificates.ts';
import { ManualClock } from '../../support/manual-clock.ts';
import { RecordingLog } from '../../unit/printing/recording-log.ts';
import { exampleSettings } from '../../unit/settings/settings-example.ts';

const token = 'secret-of-the-gateway-0123456789';
const http = createHttpClient();
const identity = makeIdentity('totem');
const tls = { certificateFile: 'c.pem', keyFile: 'k.pem' };
const files: Record<string, string> = { 'c.pem': identity.cert, 'k.pem': identity.key };

/** Holds a port that is free otherwise. */
let holder: Server;
let port: number;

beforeEach(async () => {
  holder = createServer((_asked, answer) => answer.writeHead(401).end());
  await new Promise<void>((resolve) => holder.listen(0, '127.0.0.1', resolve));
  port = (holder.address() as AddressInfo).port;
});

const release = () => new Promise((resolve) => holder.close(resolve));

afterEach(release);
afterAll(() => http.close());

function tryGateway(gateway: Record<string, unknown>, { isOwnPort = false, now = Date.now() } = {}) {
  const clock = new ManualClock(now);
  const settings: Settings = settingsSchema.parse({
    ...exampleSettings(),
    gateway: { token, port, ...gateway },
  });
  const readFile = async (name: string) => {
    const text = files[name];
    return text === undefined ? failure('missing' as const) : success(Buffer.from(text));
  };
  const log = new RecordingLog();
  return testGateway({
    settings,
    http,
    clock,
    open: (options) => openTrialGateway(options, readFile, { isOwnPort, clock, log }),
  });
}

describe('“Testar” of the gateway', () => {
  it('opens it, asks at the public address and closes it again', async () => {
    await release();
    const report = await tryGateway({ publicUrl: `http://127.0.0.1:${port}` });
    expect(report).toMatchObject({ worked: true, summary: 'O endereço público chega até este totem.' });
    expect(JSON.stringify(report)).not.toContain(token);
    await expect(fetch(`http://127.0.0.1:${port}/health`)).rejects.toThrow();
  });

  it('opens it only, where there is no public address', async () => {
    await release();
    expect(await tryGateway({})).toMatchObject({ worked: true, exchanges: [] });
    expect(await tryGateway(tls)).toMatchObject({ worked: true });
  });

  it('says when another program has the port', async () => {
    expect(await tryGateway({})).toMatchObject({
      worked: false,
      code: 'GATEWAY-NOT-OPENED',
      summary: expect.stringContaining('já usa esta porta') as string,
    });
  });

  it('does not take the kiosk’s own gateway for another program, and sees that it has another token', async () => {
    expect(await tryGateway({}, { isOwnPort: true })).toMatchObject({ worked: true });
    const report = await tryGateway({ publicUrl: `http://127.0.0.1:${port}` }, { isOwnPort: true });
    expect(report).toMatchObject({ worked: false, code: 'GATEWAY-NOT-REACHED' });
    expect(report.summary).toContain('salve antes de testar');
  });

  it('says when nobody comes through at the public address', async () => {
    await release();
    const report = await tryGateway({ publicUrl: 'http://127.0.0.1:9' });
    expect(report).toMatchObject({ worked: false, code: 'GATEWAY-NOT-REACHED' });
  });

  it.each([
    ['files that are not there', { certificateFile: 'x.pem', keyFile: 'k.pem' }, 'não puderam ser usados'],
    [
      'a key in the place of the certificate',
      { certificateFile: 'k.pem', keyFile: 'k.pem' },
      'não puderam ser usados',
    ],
    ['a certificate for another name', { ...tls, publicUrl: 'https://totem.example.com' }, 'não é do nome'],
  ])('sees %s', async (_what, gateway, words) => {
    await release();
    const report = await tryGateway(gateway);
    expect(report.worked).toBe(false);
    expect(report.summary).toContain(words);
  });

  it('sees a certificate that has ended, or soon will', async () => {
    await release();
    const inDays = (days: number) => ({ now: Date.now() + days * 86_400_000 });
    expect((await tryGateway(tls, inDays(400))).summary).toContain('venceu');
    expect((await tryGateway(tls, inDays(355))).summary).toMatch(/vence em \d dias/);
  });
});
