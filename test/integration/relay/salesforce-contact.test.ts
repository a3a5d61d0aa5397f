import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HttpClient } from '../../../src-main/http/http-client.ts';
import { createHttpClient } from '../../../src-main/http/undici-http-client.ts';
import { type CrmSimulator, startCrmSimulator } from '../../simulators/crm/crm-simulator.ts';
import { openCrm, type VisitOptions } from './salesforce-setup.ts';

const phone = '5554987654321';

let crm: CrmSimulator;
let http: HttpClient;

beforeEach(async () => {
  crm = await startCrmSimulator();
  http = createHttpClient();
});

afterEach(async () => {
  await crm.close();
  await http.close();
});

async function report(visit: VisitOptions) {
  const desk = openCrm(crm, http);
  desk.visit(visit);
  await desk.until(() => expect(desk.states()).toEqual(['delivered']));
  return desk;
}

function contactOfCase(): unknown {
  return crm.ledger.cases[0]?.fields.ContactId;
}

describe('a Contact that is known', () => {
  it.each([
    ['5554987654321', { Phone: phone }],
    ['+55 54 98765-4321', { MobilePhone: '+55 54 98765-4321' }],
    ['(54) 98765-4321', { Phone: '(54) 98765-4321' }],
    ['054987654321', { HomePhone: '054987654321' }],
    ['without the ninth digit', { OtherPhone: '+555487654321' }],
    ['(54) 8765-4321', { MobilePhone: '(54) 8765-4321' }],
  ])('is found by %s without a search', async (_spelling, fields) => {
    const id = crm.addContact({ LastName: 'Outra', ...fields });
    await report({ phone });
    expect(contactOfCase()).toBe(id);
    expect(crm.ledger.contacts).toHaveLength(1);
    expect(crm.ledger.requests).not.toHaveProperty('search');
  });

  it.each(['54.98765.4321', '+55-54-9-8765-4321', '0055 (54) 9.8765.4321'])(
    'is searched where it is written as nobody would guess: %s',
    async (spelling) => {
      const id = crm.addContact({ LastName: 'Silva', MobilePhone: spelling });
      await report({ phone });
      expect(contactOfCase()).toBe(id);
      expect(crm.ledger.contacts).toHaveLength(1);
    },
  );

  it('is found by the telephone that the chat told, where the ERP knows none', async () => {
    const id = crm.addContact({ LastName: 'Silva', Phone: phone });
    const desk = openCrm(crm, http);
    desk.visit({});
    desk.visitRecords.keepChatProfile('v1', '52998224725', { phone });
    await desk.until(() => expect(desk.states()).toEqual(['delivered']));
    expect(contactOfCase()).toBe(id);
  });

  it('is not one whose number only ends alike', async () => {
    crm.addContact({ LastName: 'Silva', Phone: '+1 (305) 4.54.987654321' });
    await report({ phone });
    expect(crm.ledger.contacts).toHaveLength(2);
  });

  it('is of several with the number the one of the name, else the oldest', async () => {
    const first = crm.addContact({ LastName: 'Empresa', Phone: phone });
    const second = crm.addContact({ FirstName: 'MÁRIA', LastName: 'da  Silva', Phone: '54987654321' });
    await report({ phone });
    expect(contactOfCase()).toBe(second);
    const desk = openCrm(crm, http);
    desk.visit({ id: 'v2', phone, name: 'José' });
    await desk.until(() => expect(desk.states()).toEqual(['delivered']));
    expect(crm.ledger.cases[1]?.fields.ContactId).toBe(first);
  });
});

describe('a Contact that is new', () => {
  it.each([
    [{ name: 'Maria da Silva' }, { FirstName: 'Maria', LastName: 'da Silva' }],
    [{ name: 'Maria' }, { LastName: 'Maria' }],
    [{ name: '' }, { LastName: '+5554987654321' }],
    [{ name: 'Padaria São João Ltda', document: '33000167000101' }, { LastName: 'Padaria São João Ltda' }],
  ])('is made with the name of %o', async (visit, fields) => {
    await report({ phone, email: 'maria@example.com', ...visit });
    expect(crm.ledger.contacts).toHaveLength(1);
    expect(crm.ledger.contacts[0]?.fields).toMatchObject({
      ...fields,
      Phone: '+5554987654321',
      Email: 'maria@example.com',
    });
    expect(crm.ledger.contacts[0]?.fields).not.toHaveProperty('CPF');
    expect(contactOfCase()).toBe(crm.ledger.contacts[0]?.id);
  });

  it('is made once for two visits at the same time', async () => {
    const desk = openCrm(crm, http);
    desk.visit({ id: 'v1', phone });
    desk.visit({ id: 'v2', phone });
    await desk.until(() => expect(desk.states()).toEqual(['delivered']));
    expect([crm.ledger.contacts.length, crm.ledger.cases.length]).toEqual([1, 2]);
  });

  it('is called by a number that is not Brazilian as it stands', async () => {
    await report({ phone: '+39 333 1234567', name: '' });
    expect(crm.ledger.cases[0]?.fields.Subject).toBe('+39 333 1234567 [v1]');
    expect(contactOfCase()).toBe(crm.ledger.contacts[0]?.id);
  });
});

it('nobody is looked for without a number, and the Case says why', async () => {
  const desk = await report({});
  expect(crm.ledger.contacts).toEqual([]);
  expect(crm.ledger.cases[0]?.fields).toMatchObject({ Subject: 'Totem T01 [v1]' });
  expect(crm.ledger.cases[0]?.fields.Description).toMatch(/^Sem contato: o cadastro não tem telefone\./);
  expect(desk.crmLog.codes).toEqual(['CRM-CONTACT-SKIPPED']);
});

describe('a duplicate rule', () => {
  it('that finds the same e-mail leads to that Contact', async () => {
    crm.setDuplicateRule('block');
    const id = crm.addContact({ LastName: 'Silva', Email: 'MARIA@example.com'.toLowerCase() });
    await report({ phone, email: 'maria@example.com' });
    expect(contactOfCase()).toBe(id);
    expect(crm.ledger.contacts).toHaveLength(1);
  });

  it('that only warns of a like name is passed', async () => {
    crm.setDuplicateRule('alert');
    crm.addContact({ FirstName: 'Joana', LastName: 'da Silva', Phone: '1133334444' });
    await report({ phone });
    expect(crm.ledger.contacts).toHaveLength(2);
    expect(contactOfCase()).toBe(crm.ledger.contacts[1]?.id);
  });

  it('that forbids leaves the Case without a Contact: a like name is not the same person', async () => {
    crm.setDuplicateRule('block');
    crm.addContact({ FirstName: 'Joana', LastName: 'da Silva', Phone: '1133334444' });
    const desk = await report({ phone });
    expect(crm.ledger.contacts).toHaveLength(1);
    expect(crm.ledger.cases).toHaveLength(1);
    expect(contactOfCase()).toBeUndefined();
    expect(desk.crmLog.codes).toEqual(['CRM-CONTACT-REFUSED']);
    expect(desk.written()).not.toMatch(/Silva|98765|52998224725/);
  });
});
