import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HttpClient } from '../../../src-main/http/http-client.ts';
import { createHttpClient } from '../../../src-main/http/undici-http-client.ts';
import { type CrmSimulator, startCrmSimulator } from '../../simulators/crm/crm-simulator.ts';
import { openCrm } from './salesforce-setup.ts';

const phone = '5554987654321';
const agent = { agentEmail: 'totem@horizonte.example' };
const agentId = '005000000000002AAA';
const customerId = '005000000000003AAA';

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

function comments(): readonly string[] {
  return crm.ledger.comments.map(({ fields }) => String(fields.CommentBody));
}

function withoutMarkers(): readonly string[] {
  return comments().map((text) => text.replace(/ \[[0-9a-f-]{13}\]$/, ''));
}

describe('the Case', () => {
  it('is one per visit, with what happened in it', async () => {
    const desk = openCrm(crm, http);
    desk.visit({ phone });
    await desk.until(() => expect(desk.states()).toEqual(['delivered']));
    expect(crm.ledger.cases).toMatchObject([
      {
        externalField: 'BalcaoVisit__c',
        externalId: 'v1',
        times: 1,
        fields: { Subject: '+5554987654321 [v1]', Origin: 'Totem', Status: 'Closed' },
      },
    ]);
    const [row] = crm.ledger.cases;
    expect(row?.fields).not.toHaveProperty('OwnerId');
    const description = String(row?.fields.Description).split('\n');
    expect(description).toHaveLength(4);
    expect(description[2]).toBe('21/11/2026, 09:00:00 PIX de R$ 99,90 pago (E1)');
    expect(crm.ledger.requests).toEqual({ token: 1, query: 2, search: 1, create: 1, composite: 1 });
  });

  it('belongs to the user with the e-mail of the terminal’s agent', async () => {
    const desk = openCrm(crm, http, { terminal: agent });
    desk.visit({ phone });
    await desk.until(() => expect(desk.states()).toEqual(['delivered']));
    expect(crm.ledger.cases[0]?.fields.OwnerId).toBe(agentId);
  });

  it('is the API user’s where nobody has that e-mail, and the log says so', async () => {
    const desk = openCrm(crm, http, { terminal: { agentEmail: "d'avila@horizonte.example" } });
    desk.visit({ phone });
    await desk.until(() => expect(desk.states()).toEqual(['delivered']));
    expect(crm.ledger.cases[0]?.fields).not.toHaveProperty('OwnerId');
    expect(desk.crmLog.codes).toEqual(['CRM-USER-UNKNOWN']);
    expect(desk.written()).not.toContain('avila');
  });

  it('is not made of a visit in which nobody was identified', async () => {
    const desk = openCrm(crm, http);
    desk.outbox.record('v1', { type: 'visit-started' });
    desk.outbox.record('v1', { type: 'visit-ended', reason: 'timed-out' });
    await desk.until(() => expect(desk.states()).toEqual(['delivered']));
    expect(crm.ledger.requests).toEqual({});
  });

  it('gets what comes after the visit, and keeps what agents made of it', async () => {
    const desk = openCrm(crm, http);
    desk.visit({ phone });
    await desk.until(() => expect(desk.states()).toEqual(['delivered']));
    const [row] = crm.ledger.cases;
    Object.assign(row?.fields ?? {}, { Status: 'Reopened', OwnerId: customerId });
    desk.outbox.record('v1', { type: 'write-off-done', chargeId: 'c1', invoiceId: '910003' });
    await desk.until(() => expect(crm.ledger.comments).toHaveLength(5));
    await desk.until(() => expect(desk.states()).toEqual(['delivered']));
    expect(crm.ledger.cases).toHaveLength(1);
    expect(crm.ledger.cases[0]?.fields).toMatchObject({ Status: 'Reopened', OwnerId: customerId });
    expect(crm.ledger.cases[0]?.fields.Description).toContain('Baixa da fatura 910003 confirmada');
    expect(crm.ledger.contacts).toHaveLength(1);
  });

  it('of a visit of many steps is written in several requests', async () => {
    const desk = openCrm(crm, http);
    for (let index = 0; index < 60; index += 1) {
      desk.outbox.record('v1', { type: 'invoice-opened', invoiceId: String(index) });
    }
    desk.visit({ phone });
    await desk.until(() => expect(desk.states()).toEqual(['delivered']));
    expect(withoutMarkers().filter((text) => text.includes('Fatura'))).toHaveLength(60);
    expect(crm.ledger.requests.composite).toBe(3);
  });

  it.each(['45.0', '62.0'])('works with version %s of the API', async (apiVersion) => {
    crm.setFaults([{ operation: 'composite', times: 1, effect: { kind: 'drop-after' } }]);
    const desk = openCrm(crm, http, { access: { apiVersion } });
    desk.visit({ phone });
    await desk.until(() => expect(desk.states()).toEqual(['delivered']));
    expect([crm.ledger.cases.length, comments().length]).toEqual([1, 4]);
  });
});

describe('the comments', () => {
  it('say who did what and when, where audit fields are off', async () => {
    const desk = openCrm(crm, http);
    desk.visit({ phone });
    await desk.until(() => expect(desk.states()).toEqual(['delivered']));
    expect(withoutMarkers()).toEqual([
      'Cliente, 21/11/2026, 09:00:00: Atendimento iniciado',
      'Cliente, 21/11/2026, 09:00:00: Cliente identificado',
      'Cliente, 21/11/2026, 09:00:00: PIX de R$ 99,90 pago (E1)',
      'Totem, 21/11/2026, 09:00:00: Atendimento encerrado (concluído)',
    ]);
    expect(crm.ledger.comments[0]?.fields).toMatchObject({ IsPublished: false });
  });

  it('bear two authors and their real times, where audit fields are on', async () => {
    crm.setAuditFields(true);
    const access = { auditFields: true, customerUsername: 'cliente@crm.example.com' };
    const desk = openCrm(crm, http, { access, terminal: agent });
    desk.outbox.record('v1', { type: 'visit-started' });
    await desk.clock.advance(90_000);
    desk.visit({ phone });
    await desk.until(() => expect(desk.states()).toEqual(['delivered']));
    expect(withoutMarkers()[0]).toBe('Atendimento iniciado');
    expect(crm.ledger.comments.map(({ fields }) => [fields.CreatedById, fields.CreatedDate])).toEqual([
      [customerId, '2026-11-21T12:00:00.000Z'],
      [customerId, '2026-11-21T12:01:30.000Z'],
      [customerId, '2026-11-21T12:01:30.000Z'],
      [customerId, '2026-11-21T12:01:30.000Z'],
      [agentId, '2026-11-21T12:01:30.000Z'],
    ]);
  });

  it('wait for a person where the permission for audit fields is missing, and nothing is left behind', async () => {
    const desk = openCrm(crm, http, {
      access: { auditFields: true, customerUsername: 'cliente@crm.example.com' },
    });
    desk.visit({ phone });
    await desk.until(() => expect(desk.states()).toContain('dead'));
    expect(crm.ledger.cases).toEqual([]);
    expect(desk.deliveries('salesforce-case').at(-1)?.last_failure).toMatch(
      /INVALID_FIELD_FOR_INSERT_UPDATE \(CreatedDate, CreatedById\)/,
    );
  });
});

describe('the papers', () => {
  const pdf = new TextEncoder().encode('%PDF-1.7 receipt %%EOF');
  const receipt = { title: 'Comprovante c1', fileName: 'c1.pdf', read: () => Promise.resolve(pdf) };

  it('are attached to the Case as files', async () => {
    const desk = openCrm(crm, http, { attachments: [receipt] });
    desk.visit({ phone });
    await desk.until(() => expect(desk.states()).toEqual(['delivered']));
    expect(crm.ledger.files).toMatchObject([
      {
        fields: {
          Title: 'Comprovante c1',
          PathOnClient: 'c1.pdf',
          FirstPublishLocationId: crm.ledger.cases[0]?.id,
          VersionData: Buffer.from(pdf).toString('base64'),
        },
      },
    ]);
  });

  it('are not attached twice, and one that cannot be had keeps nobody waiting', async () => {
    const gone = { title: 'Boleto 1', fileName: 'b.pdf', read: () => Promise.resolve(undefined) };
    const desk = openCrm(crm, http, { attachments: [receipt, gone] });
    desk.visit({ phone });
    await desk.until(() => expect(desk.states()).toEqual(['delivered']));
    desk.outbox.record('v1', { type: 'write-off-done', chargeId: 'c1', invoiceId: '910003' });
    await desk.until(() => expect(crm.ledger.comments).toHaveLength(5));
    await desk.until(() => expect(desk.states()).toEqual(['delivered']));
    expect(crm.ledger.files).toHaveLength(1);
  });

  it('may be links, which are comments', async () => {
    const link = { title: 'Comprovante c1', url: 'https://totem.example/r/c1' };
    const desk = openCrm(crm, http, { attachments: [link] });
    desk.visit({ phone });
    await desk.until(() => expect(desk.states()).toEqual(['delivered']));
    desk.outbox.record('v1', { type: 'write-off-done', chargeId: 'c1', invoiceId: '910003' });
    await desk.until(() => expect(crm.ledger.comments).toHaveLength(6));
    expect(comments().filter((text) => text.includes(link.url))).toHaveLength(1);
    expect(crm.ledger.files).toEqual([]);
  });

  it('stay here where the settings say so', async () => {
    const desk = openCrm(crm, http, { attachments: [receipt], access: { attachFiles: false } });
    desk.visit({ phone });
    await desk.until(() => expect(desk.states()).toEqual(['delivered']));
    expect(crm.ledger.files).toEqual([]);
  });
});
