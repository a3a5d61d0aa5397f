import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ChatPlatform, type PlatformContact } from '../../simulators/chat/platform.ts';
import { defaultErpToken, type ErpSimulator, startErpSimulator } from '../../simulators/erp/erp-simulator.ts';
import { customers } from '../../simulators/erp/fixture-customers.ts';
import {
  defaultErpBToken,
  type ErpBSimulator,
  startErpBSimulator,
} from '../../simulators/erp-b/erp-b-simulator.ts';
import { type Office, openOffice, rememberVisit, TOKEN } from './gateway-setup.ts';

const { maria } = customers;
const events = [
  'OnLoadContact',
  'OnBeforeSaveContact',
  'OnSaveContact',
  'OnStartConversation',
  'OnEndConversation',
  'OnGetChatMessageSugestion',
] as const;

let erpA: ErpSimulator;
let erpB: ErpBSimulator;

beforeEach(async () => {
  erpA = await startErpSimulator();
  erpB = await startErpBSimulator();
});

afterEach(async () => {
  await Promise.all([erpA.close(), erpB.close()]);
});

const settingsA = () => ({ id: 'a', baseUrl: erpA.url, auth: { token: defaultErpToken }, timeoutMs: 5_000 });
const settingsB = () => ({
  id: 'b',
  profile: 'contract-b',
  baseUrl: erpB.url,
  auth: { token: defaultErpBToken },
  timeoutMs: 5_000,
});

/** The platform with this gateway's addresses, as a technician registers them. */
function platformOf(office: Office, method: 'GET' | 'POST'): ChatPlatform {
  const variables = '?document=$Document$&jid=$Jid$&phone=$Phone$&email=$Email$&isGroup=$isGroup$';
  return new ChatPlatform({
    method,
    panelUrl: office.address(`/panel${variables}`),
    callbackUrls: Object.fromEntries(
      events.map((event) => [event, office.address(`/callbacks/${event}${variables}`)]),
    ),
  });
}

function contactOf(change: PlatformContact = {}): PlatformContact {
  return {
    Jid: '5554987654321@s.whatsapp.net',
    name: 'mari',
    isGroup: 'false',
    Document: '529.982.247-25',
    Note: 'gosta de ser chamada de Mari',
    SegmentName: 'VIP',
    ...change,
  };
}

describe.each([
  ['contract A', settingsA, 'GET'],
  ['contract A', settingsA, 'POST'],
  ['contract B', settingsB, 'GET'],
] as const)('the platform before an ERP of %s', (_contract, erp, method) => {
  it(`opens a contact (${method}): what the ERP owns comes in, what it does not stays, and the panel shows`, async () => {
    const office = await openOffice({ erps: [erp()] });
    rememberVisit(office, 'v1', { document: maria.document });
    const contact = contactOf();
    const { profile, panel } = await platformOf(office, method).openContact(contact);
    expect(profile.status).toBe(200);
    expect(profile.json).toMatchObject({ Name: 'Maria da Silva Souza', Document: '529.982.247-25' });
    expect(Object.values(profile.json as object)).not.toContain('');
    expect(contact).toMatchObject({ Note: 'gosta de ser chamada de Mari', SegmentName: 'VIP' });
    expect(panel.status).toBe(200);
    expect(panel.text).toContain('Maria S.');
    expect(panel.text).toContain('Faturas em aberto');
    expect(panel.text).toMatch(/R\$ \d+,\d\d/);
    expect(panel.text).toContain('Imprimiu o boleto da fatura 910001');
    expect(panel.text).not.toContain(maria.document);
  });

  it(`offers replies (${method}) from the open invoices`, async () => {
    const office = await openOffice({ erps: [erp()] });
    const { json } = await platformOf(office, method).fire('OnGetChatMessageSugestion', contactOf());
    const rows = json as string[][];
    expect(rows[0]?.[0]).toMatch(/^Olá, Maria! Há \d faturas em aberto; o total de hoje é R\$ /);
    expect(rows.flat().some((text) => /^\d{5}\.\d{5} /.test(text))).toBe(true);
    expect(rows.flat().every((text) => text !== '')).toBe(true);
  });
});

describe('a contact', () => {
  it('gets a panel of its own by a link that needs no token, opens nobody else’s and ends', async () => {
    const options = { erps: [settingsA()], gateway: { publicUrl: 'https://totem.example.com' } };
    const office = await openOffice(options);
    const { json } = await platformOf(office, 'GET').fire('OnLoadContact', contactOf());
    const { UrlInfo } = json as { UrlInfo: string };
    expect(UrlInfo).toMatch(/^https:\/\/totem\.example\.com\/panel\?pass=/);
    expect(UrlInfo).not.toContain(TOKEN);
    const here = UrlInfo.replace('https://totem.example.com', office.url);
    expect(await (await fetch(`${here}&document=${maria.document}`)).text()).toContain('Maria S.');
    const other = await fetch(`${here}&document=${customers.twoContracts.document}`);
    expect([other.status, (await other.text()).includes('R$')]).toEqual([403, false]);
    await office.clock.advance(31 * 60_000);
    const late = await fetch(here);
    expect([late.status, (await late.text()).includes('Este endereço venceu')]).toEqual([403, true]);
  });

  it('without a document is known by the telephone of a visit, whatever its spelling, and then only looked at', async () => {
    const office = await openOffice({ erps: [settingsA()] });
    rememberVisit(office, 'v1', { document: maria.document, phone: '5487654321' });
    const platform = platformOf(office, 'POST');
    const { profile, panel } = await platform.openContact(contactOf({ Document: '' }));
    expect(profile.json).toEqual({});
    expect(panel.text).toContain('Maria S.');
    expect(panel.text).toContain('Encontrado só pelo telefone');
    rememberVisit(office, 'v2', { document: customers.twoContracts.document, phone: '54987654321' });
    expect((await platform.openContact(contactOf({ Document: '' }))).panel.text).toContain(
      'Mais de um cliente usou este telefone',
    );
  });

  it('that is saved goes to the ERP where a setting says so, once, and nothing that is the same', async () => {
    const office = await openOffice({ erps: [settingsA()], gateway: { saveEmail: true, savePhone: true } });
    const platform = platformOf(office, 'POST');
    const contact = contactOf({ Email: 'nova@example.com', Phone: '(54) 98765-4321' });
    expect(await platform.saveContact(contact)).toMatchObject({ allowed: true, saved: { json: true } });
    const writes = erpA.ledger.writes.filter(({ operation }) => operation === 'updateCustomer');
    expect(writes).toHaveLength(1);
    expect(JSON.stringify(writes[0]?.fields)).toContain('nova@example.com');
    expect(JSON.stringify(writes[0]?.fields)).not.toContain('mari"');
  });

  it('that is saved stays out of the ERP otherwise', async () => {
    const office = await openOffice({ erps: [settingsA()] });
    const contact = contactOf({ Email: 'nova@example.com', Phone: '(54) 91111-2222' });
    expect(await platformOf(office, 'GET').saveContact(contact)).toMatchObject({ allowed: true });
    expect(erpA.ledger.writes).toEqual([]);
  });

  it('with a wrong document is not saved, and the agent is told why', async () => {
    const office = await openOffice({ erps: [settingsA()], gateway: { saveEmail: true } });
    const platform = platformOf(office, 'GET');
    const contact = contactOf({ Document: '529.982.247-26', Email: 'nova@example.com' });
    expect(await platform.saveContact(contact)).toEqual({ allowed: false });
    const { json } = await platform.fire('OnBeforeSaveContact', contact);
    expect(json).toMatchObject({ result: false, message: expect.stringContaining('CPF') as string });
  });
});

describe('without the ERP', () => {
  it('the panel says so and shows the visits, and callbacks change nothing', async () => {
    const office = await openOffice({ erps: [settingsA()], gateway: { saveEmail: true } });
    rememberVisit(office, 'v1', { document: maria.document });
    erpA.setFaults([{ effect: { kind: 'status', status: 503 } }]);
    const platform = platformOf(office, 'POST');
    const contact = contactOf({ Email: 'nova@example.com' });
    const { profile, panel } = await platform.openContact(contact);
    expect([profile.status, profile.json]).toEqual([200, {}]);
    expect(panel.text).toContain('O sistema da empresa não respondeu');
    expect(panel.text).toContain('Imprimiu o boleto da fatura 910001');
    expect((await platform.fire('OnGetChatMessageSugestion', contact)).json).toEqual([]);
    expect((await platform.fire('OnSaveContact', contact)).json).toMatchObject({ result: false });
  });

  it('a link still takes the place of the one that the platform keeps from before', async () => {
    const gateway = { publicUrl: 'https://totem.example.com' };
    const office = await openOffice({ erps: [settingsA()], gateway });
    erpA.setFaults([{ effect: { kind: 'status', status: 503 } }]);
    const { json } = await platformOf(office, 'GET').fire('OnLoadContact', contactOf());
    expect(Object.keys(json as object)).toEqual(['UrlInfo']);
  });

  it('no more than eight questions wait for it at once, whoever asks', async () => {
    const office = await openOffice({ erps: [settingsA()] });
    erpA.setFaults([{ effect: { kind: 'hang' } }]);
    let asked = 0;
    erpA.onRequest(() => {
      asked += 1;
    });
    const answers: number[] = [];
    for (let turn = 0; turn < 12; turn += 1) {
      void fetch(office.address(`/panel?document=${maria.document}`)).then(({ status }) =>
        answers.push(status),
      );
    }
    await vi.waitFor(() => expect(asked).toBe(8));
    await vi.waitFor(async () => {
      await office.clock.advance(12_000);
      expect(answers).toEqual(Array.from({ length: 12 }, () => 503));
    });
    expect(asked).toBe(8);
  });

  it('an answer that would keep the platform waiting is given up', async () => {
    const office = await openOffice({ erps: [settingsA()] });
    erpA.setFaults([{ effect: { kind: 'hang' } }]);
    const asked = new Promise<void>((resolve) => {
      erpA.onRequest(() => resolve());
    });
    const panel = fetch(office.address(`/panel?document=${maria.document}`));
    await asked;
    await office.clock.advance(12_000);
    const answer = await panel;
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '30']);
  });
});

it('tells the log nothing of whom it was asked about', async () => {
  const office = await openOffice({ erps: [settingsA()], gateway: { saveEmail: true, savePhone: true } });
  rememberVisit(office, 'v1', { document: maria.document, phone: '5554987654321' });
  const platform = platformOf(office, 'POST');
  const contact = contactOf({ Email: 'nova@example.com', Phone: '(54) 91111-2222' });
  await platform.openContact({ ...contact });
  await platform.saveContact(contact);
  for (const event of events) await platform.fire(event, contact);
  await fetch(`${office.url}/panel?token=wrong-${TOKEN}&document=${maria.document}`);
  const logged = office.logged();
  expect(logged).toContain('GATEWAY-CONTACT-SAVED');
  expect(logged).toContain('GATEWAY-CONVERSATION');
  expect(logged).toContain('GATEWAY-REFUSED');
  for (const secret of [TOKEN, maria.document, '982.247', 'Maria', 'nova@', '98765', '91111', '4321@']) {
    expect(logged).not.toContain(secret);
  }
});
