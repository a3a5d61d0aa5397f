import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  type CrmSimulator,
  defaultCrmAccount,
  startCrmSimulator,
} from '../../simulators/crm/crm-simulator.ts';

const { clientId: client_id, clientSecret: client_secret, username, password } = defaultCrmAccount;

let crm: CrmSimulator;
let token: string;

beforeEach(async () => {
  crm = await startCrmSimulator({ now: () => Date.parse('2026-11-21T12:00:00Z') });
  const answer = await askToken({ grant_type: 'client_credentials', client_id, client_secret });
  token = ((await answer.json()) as { access_token: string }).access_token;
});

afterEach(() => crm.close());

function askToken(form: Record<string, string>): Promise<Response> {
  return fetch(`${crm.url}/services/oauth2/token`, { method: 'POST', body: new URLSearchParams(form) });
}

function call(method: string, path: string, body?: unknown): Promise<Response> {
  return fetch(`${crm.url}/services/data${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

function upsert(externalId: string, fields: unknown, version = 'v62.0'): Promise<Response> {
  return call('PATCH', `/${version}/sobjects/Case/Balcao_Id__c/${encodeURIComponent(externalId)}`, fields);
}

describe('token', () => {
  test('tells where the instance is', async () => {
    const answer = await askToken({ grant_type: 'client_credentials', client_id, client_secret });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ instance_url: crm.url, token_type: 'Bearer' });
  });

  test('is also given to the API user with password and security token', async () => {
    const form = { grant_type: 'password', client_id, client_secret, username };
    expect((await askToken({ ...form, password })).status).toBe(200);
    const wrong = await askToken({ ...form, password: 'errada' });
    expect([wrong.status, await wrong.json()]).toMatchObject([400, { error: 'invalid_grant' }]);
  });

  test('is refused to others', async () => {
    const wrong = await askToken({ grant_type: 'client_credentials', client_id, client_secret: 'errado' });
    expect([wrong.status, await wrong.json()]).toMatchObject([400, { error: 'invalid_client' }]);
    const grant = await askToken({ grant_type: 'outro', client_id, client_secret });
    expect(await grant.json()).toMatchObject({ error: 'unsupported_grant_type' });
  });

  test('a session that ended is told in the shape of all errors', async () => {
    crm.revokeSessions();
    const answer = await upsert('visit-1', { Subject: 'Pagamento' });
    expect(answer.status).toBe(401);
    expect(await answer.json()).toEqual([
      { message: 'Session expired or invalid', errorCode: 'INVALID_SESSION_ID' },
    ]);
    expect(crm.ledger.cases).toEqual([]);
  });
});

describe('upsert of a Case', () => {
  test('creates once and then updates the same Case', async () => {
    const created = await upsert('visit/1', { Subject: '+5554987654321 [1]', Origin: 'Totem' });
    expect(created.status).toBe(201);
    const { id } = (await created.json()) as { id: string };
    const updated = await upsert('visit/1', { Status: 'Closed' });
    expect(updated.status).toBe(200);
    expect(await updated.json()).toEqual({ id, success: true, errors: [], created: false });
    expect(crm.ledger.cases).toEqual([
      {
        id,
        caseNumber: '00001001',
        externalField: 'Balcao_Id__c',
        externalId: 'visit/1',
        fields: { Subject: '+5554987654321 [1]', Origin: 'Totem', Status: 'Closed' },
        times: 2,
        createdAt: '2026-11-21T12:00:00.000Z',
      },
    ]);
  });

  test('an update answers 204 before v46.0', async () => {
    expect((await upsert('visit-1', {}, 'v45.0')).status).toBe(201);
    const updated = await upsert('visit-1', {}, 'v45.0');
    expect([updated.status, await updated.text()]).toEqual([204, '']);
  });

  test('refuses the external id among the fields, broken JSON and odd versions', async () => {
    const field = await upsert('visit-1', { Balcao_Id__c: 'visit-1' });
    expect([field.status, await field.json()]).toMatchObject([400, [{ errorCode: 'INVALID_FIELD' }]]);
    const broken = await fetch(`${crm.url}/services/data/v62.0/sobjects/Case/Balcao_Id__c/1`, {
      method: 'PATCH',
      headers: { authorization: `Bearer ${token}` },
      body: '{"Subject"',
    });
    expect(await broken.json()).toMatchObject([{ errorCode: 'JSON_PARSER_ERROR' }]);
    expect((await upsert('visit-1', {}, '62')).status).toBe(404);
    expect(crm.ledger.cases).toEqual([]);
  });

  test('a lost answer leaves the Case behind; the repeat updates it', async () => {
    crm.setFaults([{ operation: 'upsertCase', times: 1, effect: { kind: 'drop-after' } }]);
    await expect(upsert('visit-1', { Subject: 'Pagamento' })).rejects.toThrow();
    expect((await upsert('visit-1', { Subject: 'Pagamento' })).status).toBe(200);
    expect(crm.ledger.cases).toMatchObject([{ times: 2 }]);
  });
});

describe('query and limits', () => {
  test('finds a Case by a field', async () => {
    await upsert('visit-1', { Subject: "D'Ávila" });
    await upsert('visit-2', { Subject: 'Outro' });
    const soql = "SELECT Id, CaseNumber, Description FROM Case WHERE Subject = 'D\\'Ávila' LIMIT 1";
    const answer = await call('GET', `/v62.0/query?q=${encodeURIComponent(soql)}`);
    expect(await answer.json()).toMatchObject({
      totalSize: 1,
      done: true,
      records: [{ CaseNumber: '00001001', Description: null, attributes: { type: 'Case' } }],
    });
    const all = await call('GET', '/v62.0/query?q=SELECT+Id+FROM+Case');
    expect(await all.json()).toMatchObject({ totalSize: 2 });
  });

  test('does not understand more', async () => {
    const answer = await call('GET', '/v62.0/query?q=SELECT+Id+FROM+Contact+GROUP+BY+Id');
    expect([answer.status, await answer.json()]).toMatchObject([400, [{ errorCode: 'MALFORMED_QUERY' }]]);
    const unknown = await call('GET', '/v62.0/query?q=SELECT+Id+FROM+Nada');
    expect([unknown.status, await unknown.json()]).toMatchObject([400, [{ errorCode: 'INVALID_TYPE' }]]);
  });

  test('finds Contacts by any of several fields, and by their digits only those of long ago', async () => {
    crm.addContact({ LastName: 'Silva', MobilePhone: '(54) 98765-4321' });
    await call('POST', '/v62.0/sobjects/Contact', { LastName: 'Souza', Phone: '54987654321' });
    const where = "Phone IN ('54987654321','x') OR MobilePhone = '(54) 98765-4321' AND LastName = 'silva'";
    const soql = `SELECT Name FROM Contact WHERE ${where} ORDER BY CreatedDate LIMIT 9`;
    const found = await call('GET', `/v62.0/query?q=${encodeURIComponent(soql)}`);
    expect(await found.json()).toMatchObject({ records: [{ Name: 'Silva' }, { Name: 'Souza' }] });
    const sosl = 'FIND {54987654321 OR 5554987654321} IN PHONE FIELDS RETURNING Contact(Id, Name)';
    const searched = await call('GET', `/v62.0/search?q=${encodeURIComponent(sosl)}`);
    expect(await searched.json()).toMatchObject({ searchRecords: [{ Name: 'Silva' }] });
  });

  test('limits serve as a connection test; unknown resources are NOT_FOUND', async () => {
    expect(await (await call('GET', '/v62.0/limits')).json()).toHaveProperty('DailyApiRequests');
    const limits = await call('GET', '/v62.0/limits');
    expect(limits.headers.get('sforce-limit-info')).toMatch(/^api-usage=\d+\/15000$/);
    const unknown = await call('GET', '/v62.0/sobjects/Nada');
    expect([unknown.status, await unknown.json()]).toMatchObject([404, [{ errorCode: 'NOT_FOUND' }]]);
  });
});

describe('composite requests', () => {
  const subject = (body: unknown) => ({
    method: 'PATCH',
    url: '/services/data/v62.0/sobjects/Case/Balcao_Id__c/visit-1',
    referenceId: 'case',
    body,
  });
  const comment = (body: unknown, referenceId = 'comment') => ({
    method: 'POST',
    url: '/services/data/v62.0/sobjects/CaseComment',
    referenceId,
    body,
  });

  async function composite(...compositeRequest: readonly unknown[]): Promise<unknown> {
    const answer = await call('POST', '/v62.0/composite', { allOrNone: true, compositeRequest });
    return answer.json();
  }

  test('refer to what they made before', async () => {
    const answer = await composite(
      subject({ Subject: 'Pagamento' }),
      comment({ ParentId: '@{case.id}', CommentBody: 'a' }),
    );
    expect(answer).toMatchObject({ compositeResponse: [{ httpStatusCode: 201 }, { httpStatusCode: 201 }] });
    expect(crm.ledger.comments[0]?.fields.ParentId).toBe(crm.ledger.cases[0]?.id);
  });

  test('take effect as a whole or not at all', async () => {
    const answer = await composite(
      subject({ Subject: 'Pagamento' }),
      comment({ ParentId: '@{case.id}', CreatedDate: '2026-01-01T00:00:00Z' }),
      comment({ ParentId: '@{case.id}' }, 'other'),
    );
    expect(answer).toMatchObject({
      compositeResponse: [
        { httpStatusCode: 400, body: [{ errorCode: 'PROCESSING_HALTED' }] },
        { httpStatusCode: 400, body: [{ errorCode: 'INVALID_FIELD_FOR_INSERT_UPDATE' }] },
        { httpStatusCode: 400, body: [{ errorCode: 'PROCESSING_HALTED' }] },
      ],
    });
    expect([crm.ledger.cases, crm.ledger.comments]).toEqual([[], []]);
  });
});
