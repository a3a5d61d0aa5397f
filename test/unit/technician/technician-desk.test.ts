import { expect, test } from 'vitest';
import type {
  AnswerOf,
  InputOf,
  PinOutcome,
  SaveOutcome,
  TechnicianCall,
} from '../../../src-main/contract/technician.ts';
import { type CallHandlers, TechnicianDesk } from '../../../src-main/technician/technician-desk.ts';
import { TechnicianVisit } from '../../../src-main/technician/technician-visit.ts';
import { ManualClock } from '../../support/manual-clock.ts';
import { RecordingLog } from '../printing/recording-log.ts';

type DeskCall = Exclude<TechnicianCall, 'door' | 'choose-pin' | 'unlock' | 'leave' | 'change-pin'>;

/** One sound input for each call: a new call does not compile until it stands here. */
const inputs: { readonly [C in TechnicianCall]: InputOf<C> } = {
  door: {},
  'choose-pin': { pin: '482913' },
  unlock: { pin: '482913' },
  leave: {},
  'change-pin': { current: '482913', pin: '739105' },
  'read-settings': {},
  'check-settings': { draft: {} },
  'save-settings': { revision: 1, draft: { version: 1, erps: [{ id: 'um' }] } },
  'undo-settings': { revision: 1 },
  'list-drives': {},
  'list-folder': { drive: 'd', path: '', purpose: 'logo' },
  'pick-file': { drive: 'd', path: 'logo.png', purpose: 'logo' },
  'export-settings': { drive: 'd' },
  'export-log': { drive: 'd' },
  'close-day': { day: '2026-11-21' },
  'export-closing': { drive: 'd', day: '' },
  'erp-profiles': {},
  'test-erp': { draft: {}, erp: 'um', operation: 'getCustomer', document: '52998224725' },
  'pix-certificate': { draft: {}, account: 'conta' },
  'test-pix': { draft: {}, account: 'conta' },
  'test-relay': { draft: {}, target: 'chat' },
  'test-senior-crm': { draft: {}, phone: '' },
  'serial-ports': {},
  'printer-status': { draft: {} },
  'printer-profiles': {},
  'preview-papers': { draft: {} },
  'test-a4-printer': { draft: {} },
  'test-gateway': { draft: {} },
  'print-test-page': { draft: {} },
  'read-state': {},
  'read-clock': {},
  'find-charges': { text: '129,90', page: 0 },
  'reprint-receipt': { chargeId: 'c1' },
  'retry-write-off': { id: 'w1' },
  'settle-write-off': { id: 'w1', reason: 'baixada no ERP por Ana' },
  'refund-pix': { id: 'w1' },
  'retry-delivery': { event: 7, target: 'chat' },
  'retry-deliveries': { target: 'webhook:bi' },
  'close-request': { id: 'r1', reason: 'já estava ativo no ERP' },
  'drop-delivery': { event: 7, target: 'chat', reason: 'endereço antigo' },
};

const calls = Object.keys(inputs) as TechnicianCall[];
const ofTheDoor: readonly TechnicianCall[] = ['door', 'choose-pin', 'unlock', 'leave'];

const savedState = { revision: 2, draft: {}, problems: [], secretKeeping: 'key-file' } as const;

function openDesk(answers: Partial<{ [C in DeskCall]: () => AnswerOf<C> | Promise<AnswerOf<C>> }> = {}) {
  const clock = new ManualClock();
  const visit = new TechnicianVisit(clock);
  const log = new RecordingLog();
  const audited: string[] = [];
  const asked: string[] = [];
  let restarts = 0;
  let pinAnswer: PinOutcome = { outcome: 'open' };
  const handlers = new Proxy({} as CallHandlers<DeskCall>, {
    get: (_target, call: DeskCall) => () => {
      asked.push(call);
      return answers[call]?.() ?? null;
    },
    ownKeys: () => calls.filter((call) => !ofTheDoor.includes(call) && call !== 'change-pin'),
    getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
  });
  const pins = {
    door: () => ({ state: 'locked', triesLeft: 10, waitMs: 0 }) as const,
    choose: () => Promise.resolve(pinAnswer),
    check: () => Promise.resolve(pinAnswer),
    change: () => Promise.resolve(pinAnswer),
  };
  const desk = new TechnicianDesk({
    visit,
    pins,
    audit: {
      record: (event, detail) => void audited.push(detail === undefined ? event : `${event}: ${detail}`),
      read: () => ({ intact: true, last: [] }),
    },
    handlers,
    restart() {
      restarts += 1;
      return Promise.resolve();
    },
    log,
  });
  return {
    clock,
    visit,
    log,
    desk,
    audited,
    asked,
    restarts: () => restarts,
    answerPin(outcome: PinOutcome) {
      pinAnswer = outcome;
    },
  };
}

test.each(calls)('nobody who is not at the door gets an answer to "%s"', async (call) => {
  const { desk, asked } = openDesk();
  expect(await desk.answer(call, inputs[call])).toEqual({ ok: false, reason: 'locked' });
  expect(asked).toEqual([]);
});

test.each(calls.filter((call) => !ofTheDoor.includes(call)))(
  '"%s" is answered only after the PIN was given',
  async (call) => {
    const { desk, visit } = openDesk();
    visit.enter();
    expect(await desk.answer(call, inputs[call])).toEqual({ ok: false, reason: 'locked' });
    await desk.answer('unlock', { pin: '482913' });
    expect((await desk.answer(call, inputs[call])).ok).toBe(true);
    await desk.answer('leave', {});
    expect(await desk.answer(call, inputs[call])).toEqual({ ok: false, reason: 'locked' });
  },
);

test('a wrong PIN opens nothing', async () => {
  const stage = openDesk();
  const { desk, visit } = stage;
  visit.enter();
  stage.answerPin({ outcome: 'wrong', triesLeft: 9, waitMs: 0 });
  await desk.answer('unlock', { pin: '000001' });
  stage.answerPin({ outcome: 'wait', waitMs: 5000 });
  await desk.answer('choose-pin', { pin: '000001' });
  expect(visit.isInside()).toBe(false);
  expect(await desk.answer('door', {})).toEqual({
    ok: true,
    answer: { state: 'locked', triesLeft: 10, waitMs: 0 },
  });
  stage.answerPin({ outcome: 'open' });
  await desk.answer('unlock', { pin: '482913' });
  expect(await desk.answer('door', {})).toEqual({ ok: true, answer: { state: 'open' } });
});

test.each([
  ['no-such-call', {}],
  ['toString', {}],
  [42, {}],
])('%j is no call', async (call, input) => {
  const { desk, visit, log } = openDesk();
  visit.enter();
  visit.open();
  expect(await desk.answer(call, input)).toEqual({ ok: false, reason: 'refused' });
  expect(log.codes).toEqual(['IPC-MESSAGE-REFUSED']);
});

test.each([
  ['unlock', { pin: 4829 }],
  ['unlock', { pin: '4'.repeat(65) }],
  ['unlock', {}],
  ['save-settings', { revision: -1, draft: {} }],
  ['save-settings', { revision: 1, draft: [] }],
  ['save-settings', { revision: 1, draft: { a: undefined } }],
  ['list-folder', { drive: 'd', path: '', purpose: 'anything' }],
  ['settle-write-off', { id: 'w1', reason: '  ' }],
  ['settle-write-off', { id: 'w1' }],
  ['door', { more: 1 }],
  ['door', undefined],
])('an input of "%s" that is none is refused', async (call, input) => {
  const { desk, visit, log, asked } = openDesk();
  visit.enter();
  visit.open();
  expect(await desk.answer(call, input)).toEqual({ ok: false, reason: 'refused' });
  expect(log.codes).toEqual(['IPC-MESSAGE-REFUSED']);
  expect(asked).toEqual([]);
});

test('saved settings are audited by their number and put into force at once; refused ones are not', async () => {
  const outcomes: SaveOutcome[] = [
    { outcome: 'refused', problems: [{ field: 'erps', message: 'falta preencher' }] },
    { outcome: 'stale' },
    { outcome: 'saved', state: savedState },
  ];
  const { desk, visit, audited, restarts } = openDesk({
    'save-settings': () => outcomes.shift() ?? { outcome: 'stale' },
    'undo-settings': () => ({ outcome: 'saved', state: { ...savedState, revision: 3 } }),
  });
  visit.enter();
  visit.open();
  await desk.answer('save-settings', inputs['save-settings']);
  await desk.answer('save-settings', inputs['save-settings']);
  expect([restarts(), audited]).toEqual([0, []]);
  await desk.answer('save-settings', inputs['save-settings']);
  await desk.answer('undo-settings', inputs['undo-settings']);
  expect(restarts()).toBe(2);
  expect(audited).toEqual(['save-settings: revision 2', 'undo-settings: revision 3']);
});

test('what a technician does to money and deliveries is audited by id, never with the words of the reason', async () => {
  const { desk, visit, audited } = openDesk();
  visit.enter();
  visit.open();
  await desk.answer('settle-write-off', inputs['settle-write-off']);
  await desk.answer('drop-delivery', inputs['drop-delivery']);
  await desk.answer('reprint-receipt', inputs['reprint-receipt']);
  expect(audited).toEqual([
    'settle-write-off: id w1',
    'drop-delivery: event 7, target chat',
    'reprint-receipt: chargeId c1',
  ]);
});

test('what reaches other systems or shows a customer is audited, without saying whose data it was', async () => {
  const { desk, visit, audited } = openDesk();
  visit.enter();
  visit.open();
  await desk.answer('test-erp', inputs['test-erp']);
  await desk.answer('test-relay', inputs['test-relay']);
  expect(audited).toEqual(['test-erp: erp um, operation getCustomer', 'test-relay: target chat']);
});

test('a part that fails is an answer too, and the log says which', async () => {
  const { desk, visit, log } = openDesk({
    'read-state': () => {
      throw new Error('disk on fire');
    },
  });
  visit.enter();
  visit.open();
  expect(await desk.answer('read-state', {})).toEqual({ ok: false, reason: 'failed' });
  expect(log.codes).toEqual(['TECHNICIAN-CALL-FAILED']);
});

test('what was asked inside is not told to whoever comes after', async () => {
  let tell: (answer: AnswerOf<'find-charges'>) => void = () => undefined;
  const { desk, visit } = openDesk({
    'find-charges': () =>
      new Promise((resolve) => {
        tell = resolve;
      }),
  });
  visit.enter();
  visit.open();
  const asked = desk.answer('find-charges', inputs['find-charges']);
  visit.leave();
  tell({ charges: [], total: 0 });
  expect(await asked).toEqual({ ok: false, reason: 'locked' });
});

test('a draft that is nested without end is refused, not thrown', async () => {
  const { desk, visit } = openDesk();
  visit.enter();
  visit.open();
  let draft: object = {};
  for (let depth = 0; depth < 50_000; depth += 1) draft = { deeper: draft };
  expect((await desk.answer('check-settings', { draft })).ok).toBe(false);
});

test('asking keeps the area open, what a section asks by itself again and again does not', async () => {
  const { desk, visit, clock } = openDesk();
  visit.enter();
  visit.open();
  await clock.advance(200_000);
  await desk.answer('read-clock', {});
  await clock.advance(200_000);
  expect(visit.isInside()).toBe(true);
  await desk.answer('printer-status', { draft: {} });
  await desk.answer('read-state', {});
  await clock.advance(100_000);
  expect(visit.isInside()).toBe(false);
});
