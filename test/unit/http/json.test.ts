import { describe, expect, it } from 'vitest';
import { parseJson } from '../../../src-main/http/json.ts';

describe('parseJson', () => {
  it.each(['{"a":[1]}', '[]', 'null', ' {} '])('reads %s', (text) => {
    expect(parseJson(text)).toEqual({ ok: true, value: JSON.parse(text) });
  });

  it.each([
    ['<!doctype html><h1>Manutenção</h1>', 'HTML or XML, not JSON'],
    ['', 'not JSON'],
    ['{ [ {"id_fatura":"1"} ] }', 'not JSON'],
    ['{"id_fatura":', 'not JSON'],
  ])('calls %j malformed and quotes nothing of it', (text, detail) => {
    expect(parseJson(text)).toEqual({ ok: false, error: { kind: 'malformed', detail } });
  });
});
