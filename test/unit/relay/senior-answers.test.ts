import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEndedCall, readFoundCall } from '../../../src-main/relay/senior/read-senior-answer.ts';

const answer = (text: string) => ({ status: 200, contentType: 'application/json', text });
const found = (contact: unknown) => readFoundCall(answer(JSON.stringify({ contact })));

describe('what a lookup says', () => {
  const forms: readonly (readonly [string, unknown])[] = [
    ['a triple', '12/34/56'],
    ['a triple with words before it', 'Serra Fibra/Maria/56'],
    ['the triple as it is printed', '<<12/34/56>>'],
    ['an object', { call_id: 56 }],
    ['an object with text', { client: 1, call_id: '56' }],
    ['the JSON text of an object', '{"contact":3,"call_id":"56"}'],
  ];
  it.each(forms)('finds the call in %s', (_name, customvalue) => {
    expect(found([{ firstname: 'Maria', customvalue }])).toEqual({
      ok: true,
      value: { callId: '56', name: 'Maria' },
    });
  });

  it.each([
    ['12/34'],
    ['12/34/'],
    ['12/34/5a'],
    ['a/b/c/56'],
    [''],
    [null],
    [{ call_id: '5/6' }],
    ['{"call_id":'],
    [56],
    [[56]],
  ])('finds none in %j', (customvalue) => {
    expect(found([{ firstname: 'Maria', customvalue }])).toEqual({ ok: true, value: { name: 'Maria' } });
  });

  it('a field that is odd costs neither the call nor the name', () => {
    expect(
      found([{ firstname: 'Maria', lastname: false, company: { id: 1 }, customvalue: '1/2/56' }]),
    ).toEqual({ ok: true, value: { callId: '56', name: 'Maria' } });
  });

  it('nothing is looked for in a customvalue beyond all measure', () => {
    expect(found([{ customvalue: `${'x'.repeat(1_000)}/2/56` }])).toEqual({ ok: true, value: {} });
  });

  it('an id beyond what JSON keeps exactly is none', () => {
    expect(readFoundCall(answer('{"contact":[{"customvalue":{"call_id":12345678901234567890}}]}'))).toEqual({
      ok: true,
      value: {},
    });
  });

  it('takes a lone contact, contacts without names, and none at all', () => {
    expect(found({ company: ' Padaria  Sol ', customvalue: '1/2/3' })).toMatchObject({
      value: { callId: '3', name: 'Padaria Sol' },
    });
    expect(found([{ customvalue: '1/2/3' }])).toEqual({ ok: true, value: { callId: '3' } });
    expect(found([])).toEqual({ ok: true, value: {} });
  });

  it.each([
    ['', 'malformed'],
    ['<html>', 'malformed'],
    ['[]', 'malformed'],
    ['{"contacts":[]}', 'malformed'],
    ['{"error":"não achado"}', 'refused'],
    ['{ {"error":"não achado"} }', 'refused'],
  ])('%s: %s', (text, kind) => {
    expect(readFoundCall(answer(text))).toMatchObject({ ok: false, error: { kind } });
  });

  it('an empty error beside contacts is none', () => {
    expect(readFoundCall(answer('{"error":"","contact":[{"customvalue":"1/2/3"}]}'))).toMatchObject({
      value: { callId: '3' },
    });
  });

  it('never throws, and no failure tells of the answer', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), (text) => {
        const read = readFoundCall(answer(text));
        if (!read.ok && text.length > 20) expect(read.error.detail).not.toContain(text);
      }),
    );
  });
});

describe('what an end says', () => {
  it.each(['{"success":"ok"}', '{ {"success": "ok"} }', '{{"success":true}}\n'])('%s: taken', (text) => {
    expect(readEndedCall(answer(text))).toEqual({ ok: true, value: undefined });
  });
  it.each([
    ['{"error":"x"}', 'refused'],
    ['{ {"error":"x"} }', 'refused'],
    ['{"success":false}', 'malformed'],
    ['{}', 'malformed'],
    ['OK', 'malformed'],
  ])('%s: %s', (text, kind) => {
    expect(readEndedCall(answer(text))).toMatchObject({ ok: false, error: { kind } });
  });
});
