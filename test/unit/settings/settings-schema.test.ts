import { describe, expect, it } from 'vitest';
import { describeIssue, problemsOf } from '../../../src-main/settings/setting-problem.ts';
import { settingsSchema } from '../../../src-main/settings/settings-schema.ts';
import { exampleSettings, exampleWith } from './settings-example.ts';

const MINIMAL = {
  version: 1,
  terminal: { id: 'T01', companyName: 'ACME', companyDocument: '33000167000101', companyAddress: 'Rua A, 1' },
  erp: { baseUrl: 'https://erp.example.com/', auth: { token: 'segredo' } },
};

function problems(settings: unknown): string[] {
  const parsed = settingsSchema.safeParse(settings, { error: describeIssue });
  return parsed.success ? [] : problemsOf(parsed.error).map(({ field, message }) => `${field}: ${message}`);
}

describe('settings', () => {
  it('reads the example that ships with the program, unchanged but for the document', () => {
    expect(settingsSchema.parse(exampleSettings())).toEqual(exampleSettings());
  });

  it('fills in everything that may be left out', () => {
    const settings = settingsSchema.parse(MINIMAL);
    expect(settings.terminal).toMatchObject({ brandColor: '#0b6e4f', timeZone: 'America/Sao_Paulo' });
    expect(settings.erp).toMatchObject({
      baseUrl: 'https://erp.example.com',
      profile: 'contract-a',
      auth: { token: 'segredo' },
      paths: {},
    });
    expect(settings.pix).toEqual({
      accounts: [],
      accountByIdentifier: {},
      chargeExpirySeconds: 600,
      erpChargeWaitSeconds: 900,
    });
    expect(settings.visit).toMatchObject({ secondFactor: 'none', idleSeconds: 45 });
    expect(settings).not.toHaveProperty('printer');
    expect(settings.relay).toEqual({});
  });

  it('keeps the document with its mask, letters of an alphanumeric CNPJ in upper case', () => {
    const settings = settingsSchema.parse(exampleWith('terminal.companyDocument', '12abc34501de35'));
    expect(settings.terminal.companyDocument).toBe('12.ABC.345/01DE-35');
  });

  it.each([
    ['version', 2, 'version: precisa ser 1'],
    ['version', undefined, 'version: falta preencher'],
    ['terminal', undefined, 'terminal: falta preencher'],
    ['terminal.id', 'T 01', 'terminal.id: use de 1 a 30 letras'],
    ['terminal.companyName', '  ', 'terminal.companyName: não pode ficar vazio'],
    ['terminal.companyName', 'x'.repeat(61), 'terminal.companyName: é longo demais: até 60 caracteres'],
    ['terminal.companyName', 'a\u001bb', 'terminal.companyName: não pode ter quebra de linha'],
    [
      'terminal.companyDocument',
      '33000167000102',
      'terminal.companyDocument: não é um CNPJ nem um CPF válido',
    ],
    ['terminal.brandColor', 'green', 'terminal.brandColor: use “#” e seis dígitos'],
    ['terminal.timeZone', 'America/Sao_Paolo', 'terminal.timeZone: não é um fuso horário conhecido'],
    ['terminal.timeZone', '-03:00', 'terminal.timeZone: não é um fuso horário conhecido'],
    ['terminal.brandColour', '#000000', 'terminal.brandColour: campo desconhecido'],
    ['impressora', {}, 'impressora: campo desconhecido'],
    ['erp.baseUrl', 'erp.example.com', 'erp.baseUrl: não é um endereço (URL)'],
    ['erp.baseUrl', 'ftp://erp.example.com', 'erp.baseUrl: não é um endereço (URL)'],
    ['erp.baseUrl', 'http://erp.example.com', 'erp.baseUrl: precisa começar com https://'],
    ['erp.baseUrl', 'http://192.168.0.2', 'erp.baseUrl: precisa começar com https://'],
    ['erp.baseUrl', 'https://u:p@erp.example.com', 'erp.baseUrl: não pode ter usuário nem senha'],
    ['erp.baseUrl', 'https://erp.example.com/?a=1', 'erp.baseUrl: não pode ter “?”'],
    ['erp.auth.token', 'com espaço', 'erp.auth.token: só pode ter letras sem acento'],
    ['erp.auth.header', 'X-Key: 1\r\n', 'erp.auth.header: não é um nome de cabeçalho HTTP'],
    ['erp.paths.getCustomer', 'clientes', 'erp.paths.getCustomer: precisa começar com “/”'],
    ['erp.paths.getClient', '/clientes', 'erp.paths.getClient: campo desconhecido'],
    [
      'erp.operations',
      { getCustomer: { timeout: 1 } },
      'erp.operations.getCustomer.timeout: campo desconhecido',
    ],
    ['erp.operations', { getClient: {} }, 'erp.operations.getClient: campo desconhecido'],
    ['erp.profile', '../x', 'erp.profile: use de 1 a 30 letras'],
    ['erp.thousandsMark', '.', 'erp.thousandsMark: não pode ser igual a decimalMark'],
    ['erp.timeoutMs', '8000', 'erp.timeoutMs: precisa ser um número, sem aspas'],
    ['erp.timeoutMs', 8000.5, 'erp.timeoutMs: precisa ser um número inteiro'],
    ['erp.timeoutMs', 10, 'erp.timeoutMs: precisa ser no mínimo 500'],
    ['erp.successWords', 'ok', 'erp.successWords: precisa ser uma lista'],
    ['erp.refusalWords', ['JA PAGO'], 'erp.refusalWords[0]: este texto já está em alreadySettledWords'],
    ['erp.proofIntervalSeconds', 601, 'erp.proofIntervalSeconds: não pode ser maior que settleWindowSeconds'],
    ['erp.repeat', 'always', 'erp.repeat: precisa ser um destes: "safe", "after-window", "never"'],
    ['pix.defaultAccount', 'outra', 'pix.defaultAccount: não há conta com este id'],
    ['pix.defaultAccount', undefined, 'pix.defaultAccount: falta'],
    ['pix.accounts', [], 'pix.defaultAccount: não há conta com este id'],
    ['pix.accountByIdentifier', { c: 'outra' }, 'pix.accountByIdentifier.c: não há conta com este id'],
    ['pix.accounts.0.key', 'duas palavras', 'pix.accounts[0].key: use a chave PIX'],
    [
      'pix.accounts.0.tokenUrl',
      'http://psp.example.com',
      'pix.accounts[0].tokenUrl: precisa começar com https://',
    ],
    ['pix.chargeExpirySeconds', 0, 'pix.chargeExpirySeconds: precisa ser no mínimo 30'],
    ['printer.baudRate', 12345, 'printer.baudRate: precisa ser um destes: 1200, 2400'],
    ['printer.path', 'ttyUSB0', 'printer.path: use o caminho da porta'],
    ['visit.idleSeconds', 601, 'visit.idleSeconds: precisa ser no máximo 600'],
    [
      'relay.chat.onLoadContact',
      'http://chat.example.com',
      'relay.chat.onLoadContact: precisa começar com https://',
    ],
    ['relay.chat.OnEndConversation', 'https://x', 'relay.chat.OnEndConversation: campo desconhecido'],
    ['relay.crm', { loginUrl: 'https://x' }, 'relay.crm.clientId: falta preencher'],
  ])('%s = %j is refused by name', (path, value, expected) => {
    expect(problems(exampleWith(path, value)).join('\n')).toContain(expected);
  });

  it.each([
    ['erp.baseUrl', 'http://localhost:8080/api'],
    ['erp.baseUrl', 'http://127.0.0.1:8080'],
    ['erp.baseUrl', 'http://[::1]:8080'],
    ['printer.path', '/dev/pts/3'],
    ['printer.path', 'COM3'],
    ['printer.path', '\\\\.\\COM12'],
    ['terminal.companyDocument', '529.982.247-25'],
    ['terminal.supportPhone', undefined],
    ['relay.chat.onLoadContact', 'https://chat.example.com/e?jid=$Jid$&status=$Status$'],
    ['relay.crm', { loginUrl: 'https://a.my.salesforce.com', clientId: 'a', clientSecret: 'b' }],
    ['erp.auth.token', ''],
    ['erp.auth', { username: 'kiosk', password: 'segredo' }],
    [
      'erp.operations',
      { listCities: { off: true, timeoutMs: 500, input: 'form', headers: { tenant: 'a' } } },
    ],
    ['erp.paths.getCustomer', '/ura?acao=cliente'],
    ['$schema', '../docs/settings.schema.json'],
  ])('%s = %j is accepted', (path, value) => {
    expect(problems(exampleWith(path, value))).toEqual([]);
  });

  it('refuses two accounts of one name', () => {
    const settings = exampleSettings();
    const account = settingsSchema.parse(settings).pix.accounts[0];
    expect(problems(exampleWith('pix.accounts', [account, account]))).toEqual([
      'pix.accounts[1].id: outra conta já tem este id',
    ]);
  });

  it.each([[[]], ['texto'], [null], [7]])('%j in place of the whole is refused', (settings) => {
    expect(problems(settings)).toEqual(['settings.json: precisa ser um grupo de campos: { … }']);
  });
});
