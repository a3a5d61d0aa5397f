import { describe, expect, it } from 'vitest';
import { describeIssue, problemsOf } from '../../../src-main/settings/setting-problem.ts';
import { settingsSchema } from '../../../src-main/settings/settings-schema.ts';
import { exampleSettings, exampleWith } from './settings-example.ts';

const MINIMAL = {
  version: 1,
  terminal: { id: 'T01', companyName: 'ACME', companyDocument: '33000167000101', companyAddress: 'Rua A, 1' },
  erps: [{ id: 'principal', baseUrl: 'https://erp.example.com/', auth: { token: 'segredo' } }],
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
    expect(settings.erps[0]).toMatchObject({
      baseUrl: 'https://erp.example.com',
      profile: 'contract-a',
      auth: { token: 'segredo' },
      paths: {},
    });
    expect(settings.pix).toEqual({
      accounts: [],
      staticAccounts: [],
      accountByIdentifier: {},
      refunds: 'by-hand',
      chargeExpirySeconds: 600,
      erpChargeWaitSeconds: 900,
    });
    expect(settings.visit).toMatchObject({ secondFactor: 'none', idleSeconds: 45 });
    expect(settings.privacy).toEqual({ personalDataDays: 90 });
    expect(settings).not.toHaveProperty('printer');
    expect(settings.relay).toEqual({ webhooks: [] });
  });

  it('lets no receipt be printed again for longer than it is known whose it is', () => {
    const settings = { ...MINIMAL, visit: { receiptCopyDays: 60 }, privacy: { personalDataDays: 59 } };
    expect(settingsSchema.safeParse(settings).error?.issues).toMatchObject([
      { path: ['visit', 'receiptCopyDays'], message: expect.stringContaining('no máximo') },
    ]);
    expect(settingsSchema.safeParse({ ...settings, privacy: { personalDataDays: 60 } }).success).toBe(true);
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
    ['terminal.hours', [], 'terminal.hours: precisa ter pelo menos 1 na lista'],
    [
      'terminal.hours',
      [{ days: ['seg'], from: '08:00', to: '18:00' }],
      'terminal.hours[0].days[0]: precisa ser um destes: "mon", "tue"',
    ],
    [
      'terminal.hours',
      [{ days: ['mon'], from: '8h', to: '18:00' }],
      'terminal.hours[0].from: use a hora no formato 08:00',
    ],
    [
      'terminal.hours',
      [{ days: ['mon'], from: '22:00', to: '06:00' }],
      'terminal.hours[0].to: precisa ser depois da abertura',
    ],
    ['visit.offer', { card: true }, 'visit.offer.card: campo desconhecido'],
    ['impressora', {}, 'impressora: campo desconhecido'],
    ['erps.0.baseUrl', 'erps.0.example.com', 'erps[0].baseUrl: não é um endereço (URL)'],
    ['erps.0.baseUrl', 'ftp://erp.example.com', 'erps[0].baseUrl: não é um endereço (URL)'],
    ['erps.0.baseUrl', 'http://erp.example.com', 'erps[0].baseUrl: precisa começar com https://'],
    ['erps.0.baseUrl', 'http://192.168.0.2', 'erps[0].baseUrl: precisa começar com https://'],
    ['erps.0.baseUrl', 'https://u:p@erp.example.com', 'erps[0].baseUrl: não pode ter usuário nem senha'],
    ['erps.0.baseUrl', 'https://erp.example.com/?a=1', 'erps[0].baseUrl: não pode ter “?”'],
    ['erps.0.auth.token', 'com espaço', 'erps[0].auth.token: só pode ter letras sem acento'],
    ['erps.0.auth.header', 'X-Key: 1\r\n', 'erps[0].auth.header: não é um nome de cabeçalho HTTP'],
    ['erps.0.paths.getCustomer', 'clientes', 'erps[0].paths.getCustomer: precisa começar com “/”'],
    ['erps.0.paths.getClient', '/clientes', 'erps[0].paths.getClient: campo desconhecido'],
    [
      'erps.0.operations',
      { getCustomer: { timeout: 1 } },
      'erps[0].operations.getCustomer.timeout: campo desconhecido',
    ],
    ['erps.0.operations', { getClient: {} }, 'erps[0].operations.getClient: campo desconhecido'],
    ['erps.0.profile', '../x', 'erps[0].profile: use de 1 a 30 letras'],
    ['erps.0.thousandsMark', '.', 'erps[0].thousandsMark: não pode ser igual ao separador de centavos'],
    ['erps.0.timeoutMs', '8000', 'erps[0].timeoutMs: precisa ser um número (no arquivo, sem aspas)'],
    ['erps.0.timeoutMs', 8000.5, 'erps[0].timeoutMs: precisa ser um número inteiro'],
    ['erps.0.timeoutMs', 10, 'erps[0].timeoutMs: precisa ser no mínimo 500'],
    ['erps.0.successWords', 'ok', 'erps[0].successWords: precisa ser uma lista'],
    [
      'erps.0.refusalWords',
      ['JA PAGO'],
      'erps[0].refusalWords[0]: este texto já está em outra lista (alreadySettledWords)',
    ],
    [
      'erps.0.proofIntervalSeconds',
      601,
      'erps[0].proofIntervalSeconds: não pode ser maior que o prazo da baixa sem resposta',
    ],
    ['erps.0.repeat', 'always', 'erps[0].repeat: precisa ser um destes: "safe", "after-window", "never"'],
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
    ['printer.serial.baudRate', 12345, 'printer.serial.baudRate: precisa ser um destes: 1200, 2400'],
    ['printer.serial.path', 'ttyUSB0', 'printer.serial.path: use o caminho da porta'],
    ['printer.serial', undefined, 'printer.serial.path: falta preencher'],
    ['printer.tcp', { host: '10.0.0.9' }, 'printer.tcp.host: tire um dos dois'],
    ['printer', { tcp: { host: 'http://10.0.0.9' } }, 'printer.tcp.host: use o IP ou o nome'],
    ['printer.model', '../epson', 'printer.model: use de 1 a 30 letras'],
    ['visit.idleSeconds', 601, 'visit.idleSeconds: precisa ser no máximo 600'],
    [
      'relay.chat.onLoadContact',
      'http://chat.example.com',
      'relay.chat.onLoadContact: precisa começar com https://',
    ],
    ['relay.chat.OnEndConversation', 'https://x', 'relay.chat.OnEndConversation: campo desconhecido'],
    ['terminal.id', '', 'terminal.id: falta preencher'],
    ['terminal.companyDocument', ' ', 'terminal.companyDocument: falta preencher'],
    ['pix.accounts.0.key', '', 'pix.accounts[0].key: falta preencher'],
    ['pix.accounts.0.tokenUrl', undefined, 'pix.accounts[0].tokenUrl: falta preencher'],
    ['pix.accounts.0.preset', 'banco-x', 'pix.accounts[0].preset: '],
    [
      'pix.accounts.0.certificateFile',
      '../a.pem',
      'pix.accounts[0].certificateFile: use o nome de um arquivo',
    ],
    ['erps.0.timeoutMs', 1e20, 'erps[0].timeoutMs: é um número grande demais'],
    ['visit.offer', { pix: 'sim' }, 'visit.offer.pix: precisa ser sim ou não'],
    [
      'erps.0.operations',
      { getCustomer: { headers: { 'a b': 'x' } } },
      'headers.(…): não é um nome de cabeçalho HTTP',
    ],
    ['relay.crm', { loginUrl: 'https://x' }, 'relay.crm.clientId: falta preencher'],
    ['relay.crm', { loginUrl: 'https://x', clientId: 'a' }, 'relay.crm.clientSecret: falta preencher'],
    [
      'relay.crm',
      { loginUrl: 'https://x', clientId: 'a', signIn: 'jwt-bearer', username: 'b' },
      'relay.crm.privateKeyFile: falta preencher',
    ],
    [
      'relay.crm',
      { loginUrl: 'https://x', clientId: 'a', clientSecret: 'b', signIn: 'username-password', username: 'c' },
      'relay.crm.password: falta preencher',
    ],
    [
      'relay.crm',
      { loginUrl: 'https://x', clientId: 'a', clientSecret: 'b', auditFields: true },
      'relay.crm.customerUsername: falta preencher',
    ],
    ['terminal.agentEmail', 'totem', 'terminal.agentEmail: não é um e-mail'],
  ])('%s = %j is refused by name', (path, value, expected) => {
    expect(problems(exampleWith(path, value)).join('\n')).toContain(expected);
  });

  it.each([
    ['erps.0.baseUrl', 'http://localhost:8080/api'],
    ['erps.0.baseUrl', 'http://127.0.0.1:8080'],
    ['erps.0.baseUrl', 'http://[::1]:8080'],
    ['printer.model', 'minha-impressora'],
    ['printer.serial.path', '/dev/pts/3'],
    ['printer.serial.path', 'COM3'],
    ['printer.serial.path', '\\\\.\\COM12'],
    ['terminal.companyDocument', '529.982.247-25'],
    ['terminal.supportPhone', undefined],
    ['relay.chat.onLoadContact', 'https://chat.example.com/e?jid=$Jid$&status=$Status$'],
    ['relay.crm', { loginUrl: 'https://a.my.salesforce.com', clientId: 'a', clientSecret: 'b' }],
    ['erps.0.auth.token', ''],
    ['erps.0.auth', { username: 'kiosk', password: 'segredo' }],
    [
      'erps.0.operations',
      { listCities: { off: true, timeoutMs: 500, input: 'form', headers: { tenant: 'a' } } },
    ],
    ['erps.0.paths.getCustomer', '/ura?acao=cliente'],
    ['terminal.hours', [{ days: ['mon', 'sun'], from: '00:00', to: '24:00' }]],
    ['visit.offer', { slip: false }],
    ['$schema', '../docs/settings.schema.json'],
  ])('%s = %j is accepted', (path, value) => {
    expect(problems(exampleWith(path, value))).toEqual([]);
  });

  it('refuses two ERPs of one name, none, and more than eight', () => {
    const erp = { id: 'a', baseUrl: 'https://erp.example.com', pix: { defaultAccount: 'principal' } };
    const many = Array.from({ length: 9 }, (_, index) => ({ ...erp, id: `e${index}` }));
    expect(problems(exampleWith('erps', [erp, erp]))).toEqual(['erps[1].id: outro ERP já tem este id']);
    expect(problems(exampleWith('erps', []))).toEqual(['erps: precisa ter pelo menos 1 na lista']);
    expect(problems(exampleWith('erps', many))).toEqual(['erps: pode ter no máximo 8 na lista']);
  });

  it('wants each of several ERPs to say which accounts are its company’s', () => {
    const erp = { id: 'a', baseUrl: 'https://erp.example.com' };
    const pix = { defaultAccount: 'outra', accountByIdentifier: { c: 'nenhuma' } };
    expect(problems(exampleWith('erps', [erp]))).toEqual([]);
    expect(problems(exampleWith('erps', [erp, { ...erp, id: 'b', pix }]))).toEqual([
      'erps[0].pix.defaultAccount: falta: diga em que conta entra o PIX deste ERP',
      'erps[1].pix.defaultAccount: não há conta com este id entre as contas PIX',
      'erps[1].pix.accountByIdentifier.c: não há conta com este id entre as contas PIX',
    ]);
    const slipsOnly = { ...exampleWith('erps', [erp, { ...erp, id: 'b' }]), pix: {} };
    expect(problems(slipsOnly)).toEqual([]);
  });

  it('tells one thing about each field', () => {
    expect(problems(exampleWith('pix.defaultAccount', ''))).toEqual(['pix.defaultAccount: falta preencher']);
  });

  it('refuses two accounts of one name', () => {
    const settings = exampleSettings();
    const account = settingsSchema.parse(settings).pix.accounts[0];
    expect(problems(exampleWith('pix.accounts', [account, account]))).toEqual([
      'pix.accounts[1].id: outra conta já tem este id',
    ]);
  });

  it.each([[[]], ['texto'], [null], [7]])('%j in place of the whole is refused', (settings) => {
    expect(problems(settings)).toEqual([
      'settings.json: precisa ser um grupo de campos (no arquivo, entre { })',
    ]);
  });
});
