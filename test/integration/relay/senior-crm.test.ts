import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { HttpClient } from '../../../src-main/http/http-client.ts';
import { createHttpClient } from '../../../src-main/http/undici-http-client.ts';
import { doubtCallsAfterRestore } from '../../../src-main/relay/senior/after-restore.ts';
import { erasePersonalData } from '../../../src-main/storage/retention.ts';
import {
  type SeniorCrmSimulator,
  startSeniorCrmSimulator,
} from '../../simulators/senior-crm/senior-crm-simulator.ts';
import { openSenior, type SeniorOptions } from './senior-setup.ts';

let senior: SeniorCrmSimulator;
let http: HttpClient;

beforeEach(async () => {
  senior = await startSeniorCrmSimulator();
  http = createHttpClient();
});

afterEach(async () => {
  await senior.close();
  await http.close();
});

const open = (options: SeniorOptions = {}) => openSenior(senior, http, options);

describe('a visit is a call', () => {
  it('is looked up when the customer is known, and ended with the visit', async () => {
    const office = open();
    office.come();
    await office.until(() => expect(senior.ledger.calls).toHaveLength(1));
    expect(office.target.findCaller('v1')).toEqual({ name: 'Maria da Silva' });
    await office.pass(150_000);
    office.go();
    await office.until(() => expect(senior.ledger.calls[0]?.ends).toBe(1));
    expect(senior.ledger.calls).toEqual([
      {
        callId: 70_001,
        phone: '0054987654321',
        ends: 1,
        end: {
          data: '2026-11-21',
          hora_inicio: '09:00:00',
          hora_fim: expect.stringMatching(/^09:02:3\d$/),
          telefone: '0054987654321',
          calltype: 'Inbound',
          agent: '8001',
        },
      },
    ]);
    await office.until(office.allTold);
    expect(office.rows().map(({ last_failure: why }) => why)).toEqual([null, null]);
  });

  it('of a visit that a crash cut off ends with its last sign of life', async () => {
    const office = open();
    office.come();
    await office.until(office.allTold);
    await office.clock.advance(60_000);
    office.record('v1', { type: 'help-asked', screen: 'invoices' });
    const seen = office.clock.wallTime();
    await office.until(office.allTold);
    // The kiosk stood dark for a night.
    await office.clock.advance(43_200_000);
    office.visits.end('v1', 'crashed');
    office.record('v1', { type: 'visit-ended', reason: 'crashed' });
    await office.until(() => expect(senior.ledger.calls[0]?.ends).toBe(1));
    const localTime = new Date(seen - 3 * 3_600_000).toISOString().slice(11, 19);
    expect(senior.ledger.calls[0]?.end).toMatchObject({ data: '2026-11-21', hora_fim: localTime });
  });

  it('mask, formats, type and extension are settings', async () => {
    const office = open({
      access: {
        phoneMask: '9{country}{ddd}{number}',
        dateFormat: 'DD/MM/YYYY',
        timeFormat: 'HHmmss',
        callType: 'Totem',
        agentExtension: '*77',
      },
    });
    office.come();
    office.go();
    await office.until(() => expect(senior.ledger.calls[0]?.end).toBeDefined());
    expect(senior.ledger.calls[0]?.end).toEqual({
      data: '21/11/2026',
      hora_inicio: '090000',
      hora_fim: expect.stringMatching(/^0900\d\d$/),
      telefone: '95554987654321',
      calltype: 'Totem',
      agent: '*77',
    });
  });

  it.each(['triple', 'object', 'json-text'] as const)(
    'finds its id in customvalue: %s',
    async (customValue) => {
      senior.setManners({ customValue, success: 'printed' });
      const office = open();
      office.come();
      office.go();
      await office.until(() => expect(senior.ledger.calls[0]?.ends).toBe(1));
      await office.until(office.allTold);
      expect(office.rows().map(({ state }) => state)).toEqual(['delivered', 'delivered']);
    },
  );

  it('without an id in the answer there is nothing to end, and the row says so', async () => {
    senior.setManners({ customValue: 'none' });
    const office = open();
    office.come();
    office.go();
    await office.until(office.allTold);
    expect(senior.ledger.requests).toEqual({ consult: 1 });
    expect(office.rows().at(-1)).toMatchObject({
      state: 'delivered',
      last_failure: 'the CRM was asked once and its call is not known',
    });
  });

  it('several people of one number: no name is shown', async () => {
    await senior.close();
    const phone = '54987654321';
    senior = await startSeniorCrmSimulator({
      contacts: [
        { firstname: 'Maria', phone },
        { firstname: 'João', phone },
      ],
    });
    const office = open();
    office.come();
    await office.until(() => expect(senior.ledger.calls).toHaveLength(1));
    await office.until(office.allTold);
    expect(office.target.findCaller('v1')).toBeUndefined();
  });
});

describe('a number that is not there at first', () => {
  it('is looked up as soon as something tells it, and once only', async () => {
    const office = open();
    office.come('v1', null);
    await office.until(office.allTold);
    expect(senior.ledger.requests).toEqual({});
    // What the chat knew of this customer.
    office.visits.keepChatProfile('v1', '52998224725', { phone: '54987654321' });
    office.record('v1', { type: 'help-asked', screen: 'invoices' });
    await office.until(() => expect(senior.ledger.calls).toHaveLength(1));
    office.record('v1', { type: 'contact-saved', fields: ['phone'] });
    office.record('v1', { type: 'help-asked', screen: 'invoices' });
    office.go();
    await office.until(() => expect(senior.ledger.calls[0]?.ends).toBe(1));
    await office.until(office.allTold);
    expect(senior.ledger.requests).toEqual({ consult: 1, end: 1 });
    expect(office.rows()[0]?.last_failure).toBe('no telephone is known');
  });

  it('that the customer typed for a message counts', async () => {
    const office = open();
    office.come('v1', null);
    office.database.run(
      `INSERT INTO messages (id, visit_id, content, subject, phone, texts, consent_version, consented_at)
       VALUES ('m1', 'v1', 'pix', 'i1', '5554987654321', '["x"]', '1', 1)`,
    );
    office.record('v1', { type: 'message-asked', messageId: 'm1', content: 'pix' });
    await office.until(office.allTold);
    expect(senior.ledger.calls).toHaveLength(1);
    // Who types a stranger's number is not to learn whose it is.
    expect(office.target.findCaller('v1')).toBeUndefined();
  });

  it('that the customer has just had saved counts, and names nobody either', async () => {
    const office = open();
    office.come('v1', null);
    office.visits.changeContact('v1', { phone: '5554987654321' });
    office.record('v1', { type: 'contact-saved', fields: ['phone'] });
    await office.until(office.allTold);
    expect(senior.ledger.calls).toHaveLength(1);
    expect(office.target.findCaller('v1')).toBeUndefined();
  });

  it('that only comes to light at the end is looked up and ended then', async () => {
    const office = open();
    office.come('v1', null);
    office.visits.keepChatProfile('v1', '52998224725', { phone: '54987654321' });
    office.go();
    await office.until(() => expect(senior.ledger.calls[0]?.ends).toBe(1));
    expect(senior.ledger.requests).toEqual({ consult: 1, end: 1 });
  });

  it.each([
    [null, 'no telephone is known'],
    ['+1 202 555 0147', 'the telephone is no Brazilian number'],
  ])('%s: nothing is sent, and each row says why', async (phone, why) => {
    const office = open();
    office.come('v1', phone);
    office.go();
    await office.until(office.allTold);
    expect(senior.ledger.requests).toEqual({});
    expect(office.rows()).toMatchObject([
      { state: 'delivered', last_failure: why },
      { state: 'delivered', last_failure: why },
    ]);
  });
});

describe('a lookup is never repeated by itself', () => {
  const lost = [
    ['a time-out', { kind: 'hang' }],
    ['a time-out although it worked', { kind: 'act-later', delayMs: 10 }],
    ['an answer that is lost', { kind: 'drop-after' }],
    ['a 503', { kind: 'status', status: 503, retryAfter: 1 }],
    ['a 500 although it worked', { kind: 'status', status: 500, acts: true }],
    ['a page in HTML', { kind: 'garbage', garbage: 'html', acts: true }],
  ] as const;

  it.each(lost)('after %s: it stays unknown, and its end is not told', async (_name, effect) => {
    senior.setFaults([{ operation: 'consult', times: 1, effect }]);
    const office = open({ access: { timeoutMs: 300 } });
    office.come();
    office.go();
    await office.until(office.allTold);
    await office.pass(86_400_000);
    office.record('v1', { type: 'help-asked', screen: 'thanks' });
    await office.until(office.allTold);
    expect(senior.ledger.requests.consult).toBe(1);
    expect(senior.ledger.requests.end).toBeUndefined();
    expect(office.seniorLog.codes).toContain('SENIOR-CALL-UNKNOWN');
    expect(office.rows().map(({ state }) => state)).toEqual(['delivered', 'delivered', 'delivered']);
    // The next customer is not to suffer for it.
    office.come('v2');
    office.go('v2');
    await office.until(() => expect(senior.ledger.calls.at(-1)?.ends).toBe(1));
  });

  it('nor is a 200 that says "error": the refused list has it until a person sends it again', async () => {
    senior.setManners({ error: 'token inválido para 0054987654321' });
    const office = open();
    office.come();
    office.go();
    await office.until(office.allTold);
    await office.pass(86_400_000);
    expect(senior.ledger.requests).toEqual({ consult: 1 });
    expect(office.rows()).toMatchObject([
      { state: 'dead', last_failure: 'the CRM answered with an error' },
      { state: 'delivered', last_failure: 'the CRM made no call' },
    ]);
    senior.setManners({});
    office.desk.retryAll('senior-crm');
    await office.until(() => expect(senior.ledger.calls[0]?.ends).toBe(1));
    await office.until(office.allTold);
    expect(senior.ledger.requests).toEqual({ consult: 2, end: 1 });
  });

  it('nor by a second kiosk on the same database', async () => {
    const office = open();
    const second = open({ database: office.database });
    office.come();
    second.wake();
    office.go();
    second.wake();
    await office.until(office.allTold);
    await second.until(second.allTold);
    expect(senior.ledger.requests.consult).toBe(1);
  });

  it('nor after a backup took the place of what knew of it', async () => {
    const office = open();
    office.come();
    doubtCallsAfterRestore(office.database, office.clock);
    office.go();
    await office.until(office.allTold);
    expect(senior.ledger.requests).toEqual({});
    expect(office.rows().map(({ last_failure: why }) => why)).toEqual([
      'the CRM was asked once and its call is not known',
      'the CRM was asked once and its call is not known',
    ]);
    office.come('v2');
    office.go('v2');
    await office.until(() => expect(senior.ledger.calls[0]?.ends).toBe(1));
  });

  it('nor is one that was refused before that backup', async () => {
    senior.setFaults([{ operation: 'consult', times: 1, effect: { kind: 'status', status: 400 } }]);
    const office = open();
    office.come();
    await office.until(office.allTold);
    doubtCallsAfterRestore(office.database, office.clock);
    office.desk.retryAll('senior-crm');
    await office.until(office.allTold);
    expect(senior.ledger.requests.consult).toBe(1);
  });

  it('a CRM that cannot be reached was asked nothing: it is asked once it is back', async () => {
    const { url } = senior;
    await senior.close();
    const office = open();
    office.come();
    office.go();
    await office.pass(60_000);
    senior = await startSeniorCrmSimulator({ port: Number(new URL(url).port) });
    await office.until(() => expect(senior.ledger.calls[0]?.ends).toBe(1), 60_000);
    await office.until(office.allTold);
    expect(senior.ledger.requests).toMatchObject({ consult: 1, end: 1 });
  });
});

describe('an end is told until the CRM has it', () => {
  it.each([
    ['no answer', { kind: 'drop-after' }],
    ['a 500 although it worked', { kind: 'status', status: 500, acts: true }],
    ['HTML', { kind: 'garbage', garbage: 'html', acts: true }],
  ] as const)('%s: the same again', async (_name, effect) => {
    senior.setFaults([{ operation: 'end', times: 1, effect }]);
    const office = open();
    office.come();
    office.go();
    await office.until(() => expect(senior.ledger.calls[0]?.ends).toBe(2));
    await office.until(office.allTold);
    expect(senior.ledger.requests).toMatchObject({ consult: 1, end: 2 });
  });

  it('a call that the CRM does not know is for a person', async () => {
    senior.setFaults([{ operation: 'end', effect: { kind: 'status', status: 404 } }]);
    const office = open();
    office.come();
    await office.until(office.allTold);
    office.go();
    await office.until(office.allTold);
    expect(office.rows()).toMatchObject([{ state: 'delivered' }, { state: 'dead' }]);
    expect(senior.ledger.requests.end).toBe(1);
  });
});

describe('nothing of it may leak', () => {
  it('no log has the number, the name or the token', async () => {
    senior.setFaults([{ operation: 'consult', skip: 1, times: 1, effect: { kind: 'drop-after' } }]);
    const office = open();
    office.come('v1');
    office.come('v2');
    office.go('v1');
    office.go('v2');
    await office.until(office.allTold);
    const written = JSON.stringify([office.log.entries, office.seniorLog.entries, office.rows()]);
    expect(written).not.toMatch(/987654321|Maria|senior-sim-token/);
  });

  it('the names and numbers of calls are forgotten with their visits', async () => {
    const office = open();
    office.come();
    office.go();
    await office.until(() => expect(senior.ledger.calls[0]?.ends).toBe(1));
    const after = office.clock.wallTime() + 1;
    for (const _step of erasePersonalData(office.database, after)) {
      // Each turn erases a few.
    }
    expect(office.target.findCaller('v1')).toBeUndefined();
    expect(JSON.stringify(office.database.all('SELECT * FROM crm_calls', z.unknown()))).not.toMatch(
      /987654321|Maria/,
    );
  });
});
