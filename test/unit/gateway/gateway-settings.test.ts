import { describe, expect, it } from 'vitest';
import { gatewaySettings } from '../../../src-main/settings/gateway-settings.ts';

const token = '0123456789abcdef01234567';

function problemsOf(settings: Record<string, unknown>): readonly string[] {
  const parsed = gatewaySettings.safeParse({ token, ...settings });
  return parsed.success ? [] : parsed.error.issues.map(({ path }) => path.join('.'));
}

describe('the settings of the gateway', () => {
  it('need no more than a token that nobody guesses', () => {
    expect(problemsOf({})).toEqual([]);
    expect(problemsOf({ token: token.slice(1) })).toEqual(['token']);
    expect(gatewaySettings.parse({ token })).toMatchObject({
      address: '127.0.0.1',
      behindProxy: false,
      saveEmail: false,
      savePhone: false,
    });
  });

  it.each(['a/b', 'a+b=', 'a$b', 'a%b', 'a#b', 'a?b'])(
    'want no token that an address changes: %s',
    (part) => {
      expect(problemsOf({ token: token + part })).toEqual(['token']);
    },
  );

  it.each(['0.0.0.0', '::', '192.168.0.9', '128.0.0.1'])('want TLS at %s', (address) => {
    expect(problemsOf({ address })).toEqual(['certificateFile', 'keyFile']);
    expect(problemsOf({ address, behindProxy: true })).toEqual([]);
    expect(problemsOf({ address, certificateFile: 'c.pem', keyFile: 'k.pem' })).toEqual([]);
  });

  it.each(['127.0.0.1', '127.8.9.1', '::1'])('want none at %s', (address) => {
    expect(problemsOf({ address })).toEqual([]);
  });

  it('want certificate and key together, without a path', () => {
    expect(problemsOf({ certificateFile: 'c.pem' })).toEqual(['keyFile']);
    expect(problemsOf({ keyFile: 'k.pem' })).toEqual(['certificateFile']);
    expect(problemsOf({ certificateFile: '../c.pem', keyFile: 'k.pem' })).toEqual(['certificateFile']);
  });

  it.each([
    'witi.me',
    'http://witi.me',
    'https://witi.me/',
    "https://witi.me; script-src 'unsafe-inline'",
    '*',
  ])('take no frame of %s', (origin) => expect(problemsOf({ framedBy: [origin] })).toEqual(['framedBy.0']));

  it.each(['localhost', 'kiosk.example.com', '127.0.0.1:80', ''])('listen at no %j', (address) => {
    expect(problemsOf({ address })).toContain('address');
  });
});
