import { afterEach, beforeEach, expect, it } from 'vitest';
import type { HttpClient } from '../../../src-main/http/http-client.ts';
import { createHttpClient } from '../../../src-main/http/undici-http-client.ts';
import { type CrmSimulator, startCrmSimulator } from '../../simulators/crm/crm-simulator.ts';
import { openCrm } from './salesforce-setup.ts';

const visits = 500;
const hour = 3_600_000;
const patienceMs = 200_000;

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

it('a day without Salesforce while 500 visits pass: all arrive, once, each with its steps in order', async () => {
  crm.setFaults([{ effect: { kind: 'status', status: 503 } }]);
  const desk = openCrm(crm, http);
  for (let index = 0; index < visits; index += 1) {
    const id = `day-${index}`;
    desk.visitRecords.begin(id);
    // Every tenth customer comes back: one Contact for both visits.
    desk.visit({ id, phone: `549${String(80_000_000 + (index % 450))}` });
    if (index % 50 === 0) await desk.clock.advance(2 * hour);
  }
  const asked = Object.values(crm.ledger.requests).reduce((sum, each) => sum + each, 0);
  expect(asked).toBeLessThan(150);
  expect(crm.ledger.cases).toEqual([]);

  crm.setFaults([]);
  await desk.until(() => expect(crm.ledger.cases).toHaveLength(visits), patienceMs);
  await desk.until(() => expect(desk.states()).toEqual(['delivered']), patienceMs);
  expect(new Set(crm.ledger.cases.map(({ externalId }) => externalId)).size).toBe(visits);
  expect(crm.ledger.contacts).toHaveLength(450);
  expect(crm.ledger.comments).toHaveLength(visits * 4);
  for (const { id } of crm.ledger.cases) {
    const own = crm.ledger.comments.filter(({ fields }) => fields.ParentId === id);
    expect(own.map(({ fields }) => String(fields.CommentBody).replace(/^.*\d: | \[[^\]]*\]$/g, ''))).toEqual([
      'Atendimento iniciado',
      'Cliente identificado',
      'PIX de R$ 99,90 pago (E1)',
      'Atendimento encerrado (concluído)',
    ]);
  }
}, 240_000);
