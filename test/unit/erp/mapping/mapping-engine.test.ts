import { afterEach, expect, it } from 'vitest';
import {
  createMappingEngine,
  type MappingBounds,
  type MappingEngine,
} from '../../../../src-main/erp/mapping/mapping-engine.ts';

const engines: MappingEngine[] = [];

afterEach(async () => {
  await Promise.all(engines.splice(0).map((engine) => engine.close()));
});

function start(bounds?: MappingBounds): MappingEngine {
  const engine = createMappingEngine(bounds);
  engines.push(engine);
  return engine;
}

async function evaluate(source: string, input: unknown, engine = start()) {
  const values = await engine.evaluate({ expressions: { it: source }, input });
  return values.it;
}

const ok = (value: unknown) => ({ ok: true, value });
const wrong = (error: string) => ({ ok: false, error });

it.each<[string, unknown, unknown]>([
  ['[$rows($).{ "id": a }]', [{ a: 1 }, { a: '2' }], [{ id: 1 }, { id: '2' }]],
  ['[$rows($).{ "id": a }]', { list: [{ a: 1 }], total: 1 }, [{ id: 1 }]],
  ['[$rows($).{ "id": a }]', [], []],
  ['[$rows($).{ "id": a }]', [{}], [{}]],
  ['[$items($)]', ['a', 'b'], ['a', 'b']],
  ["$one($, 'id')", [{ id: 1 }], { id: 1 }],
  ["$one($, 'id')", { id: 1, list: [] }, { id: 1, list: [] }],
  ["$one($, 'id')", { list: [{ id: 1 }] }, { id: 1 }],
  ["$one($, 'id')", {}, null],
  ["$one($, 'id')", [{}], null],
  ["$one($, 'id')", { list: [] }, null],
  ["$one($, 'id')", null, null],
  [
    '$unpacked($)',
    '{"a":"None","b":["None","1"],"c":{"d":" None "}}',
    { a: null, b: [null, '1'], c: { d: null } },
  ],
  ['$unpacked($)', { a: 'None of these' }, { a: 'None of these' }],
  ['$unpacked($)', 'None', null],
  ['$unpacked($)', null, null],
  [
    '[$.$flag($)]',
    [true, 'Sim', 'True', 1, 'S', '0', 'não', 'talvez', null, ''],
    [true, true, true, true, true, false, false],
  ],
  ['$first(a, b, c)', { a: ' ', b: null, c: 0 }, 0],
  ['$first(missing)', {}, undefined],
  ['$maskedDocument(d)', { d: '52998224725' }, '529.982.247-25'],
  ['$brazilianDate(d)', { d: '2026-02-28' }, '28/02/2026'],
  ['$decimal(c)', { c: 12990 }, '129.90'],
  ["$pad('7', -3, '0')", {}, '007'],
  ['`instalação`', { 'instalac\u0327a\u0303o': 1 }, 1],
  ['missing', {}, undefined],
])('%s of %j is %j', async (source, input, value) => {
  expect(await evaluate(source, input)).toEqual(ok(value));
});

it.each<[string, unknown, string]>([
  ['[$rows($).{}]', {}, 'no list within the object'],
  ['[$rows($).{}]', { a: [], b: [] }, 'several lists within the object'],
  ['[$rows($).{}]', [{}, 'Maria'], 'row 2: not an object'],
  ['[$rows($).{}]', [[{}]], 'row 1: not an object'],
  ["$one($, 'id')", [{ id: 1 }, { id: 2 }], 'several where one was expected'],
  ['$unpacked($)', '{ [ {"a":1} ] }', 'a text that is not JSON'],
  ["$one($, 'id')", 'Maria', 'not a list'],
  ['a + 1', { a: 'Maria' }, 'T2001 at character 3'],
  ['$error(a)', { a: 'Maria' }, 'D3137 at character 7'],
])('%s of %j fails without quoting it', async (source, input, error) => {
  expect(await evaluate(source, input)).toEqual(wrong(error));
});

it('gives further variables, and fails one expression without the others', async () => {
  const engine = start();
  const values = await engine.evaluate({
    expressions: { sum: '$a + b', wrong: '$rows($)' },
    input: { b: 2 },
    bindings: { a: 1 },
  });
  expect(values).toEqual({ sum: ok(3), wrong: wrong('no list within the object') });
});

it.each([
  ['a loop', '( $f := function($n) { $f($n) }; $f(1) )'],
  ['a slow regular expression', "$match('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!', /^(a+)+$/)"],
])('stops %s, tells of it, and serves whoever comes next', async (_name, source) => {
  const told: string[] = [];
  const engine = start({ timeBoundMs: 300, onStopped: () => told.push('stopped') });
  const [stopped, next] = await Promise.all([evaluate(source, {}, engine), evaluate('1 + 1', {}, engine)]);
  expect(stopped).toEqual(wrong('took too long and was stopped'));
  expect(next).toEqual(ok(2));
  expect(told).toEqual(['stopped']);
});

it.each([
  ['recursion', '( $f := function($n) { 1 + $f($n) }; $f(1) )', 'D1011'],
  ['padding', "$pad('', 2000000000)", '$pad: too wide'],
  ['output', "$join([1..2000].('xxxxxxxxxx'))", 'too large'],
  ['ranges', '[1..100000000]', 'D2014'],
])('bounds %s', async (_name, source, error) => {
  const engine = start({ maxOutputChars: 10_000 });
  expect(await evaluate(source, {}, engine)).toEqual(wrong(expect.stringContaining(error)));
});

it('says what is wrong with an expression as written', async () => {
  expect(await start().check({ good: '$rows($)', bad: 'a +' })).toEqual({
    bad: expect.stringMatching(/^Unexpected end of expression \(S0207 at character \d+\)$/),
  });
});

it('fails everything once it is closed', async () => {
  const engine = start({ timeBoundMs: 60_000 });
  const endless = evaluate('( $f := function($n) { $f($n) }; $f(1) )', {}, engine);
  const waiting = evaluate('1', {}, engine);
  await engine.close();
  expect([await endless, await waiting, await evaluate('1', {}, engine)]).toEqual([
    wrong('closed'),
    wrong('closed'),
    wrong('closed'),
  ]);
});
