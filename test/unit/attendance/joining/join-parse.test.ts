import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  parseBirthDate,
  parseCep,
  parseEmailAddress,
  parseLine,
  parsePersonName,
  parsePhone,
  showDate,
} from '../../../../src-main/attendance/joining/join-parse.ts';

const today = '2026-11-22';
const fails = (error: string) => ({ ok: false, error });
const is = (value: string) => ({ ok: true, value });

describe('a name', () => {
  it('is two words of letters', () => {
    expect(parsePersonName('  José  da   Conceição ')).toEqual(is('José da Conceição'));
    expect(parsePersonName("Ana D'Ávila-Souza")).toEqual(is("Ana D'Ávila-Souza"));
    expect(parsePersonName('')).toEqual(fails('missing'));
    expect(parsePersonName('Maria')).toEqual(fails('name-alone'));
    expect(parsePersonName('Maria 52998224725')).toEqual(fails('name-signs'));
    expect(parsePersonName('Maria <script>')).toEqual(fails('name-signs'));
  });

  it('never has a line break or spaces to spare', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const parsed = parsePersonName(text);
        if (parsed.ok) expect(parsed.value).toMatch(/^\S+( \S+)+$/u);
        const line = parseLine(text);
        if (line.ok) expect(line.value).toMatch(/^\S+( \S+)*$/u);
      }),
    );
  });
});

describe('a birth date', () => {
  it('is of somebody who may sign, from the very birthday on', () => {
    expect(parseBirthDate('22112008', today)).toEqual(is('2008-11-22'));
    expect(parseBirthDate('23112008', today)).toEqual(fails('under-age'));
    expect(parseBirthDate('29022000', today)).toEqual(is('2000-02-29'));
  });

  it('exists, has come and is no legend', () => {
    expect(parseBirthDate('31021980', today)).toEqual(fails('impossible-date'));
    expect(parseBirthDate('01012050', today)).toEqual(fails('impossible-date'));
    expect(parseBirthDate('01011890', today)).toEqual(fails('impossible-date'));
    expect(parseBirthDate('0101', today)).toEqual(fails('incomplete'));
    expect(parseBirthDate('', today)).toEqual(fails('missing'));
    expect(showDate('0101')).toBe('01/01');
  });
});

describe('how to reach somebody', () => {
  it('is a number with area code', () => {
    expect(parsePhone('54987654321')).toEqual(is('54987654321'));
    expect(parsePhone('5434567890')).toEqual(is('5434567890'));
    expect(parsePhone('5498765')).toEqual(fails('incomplete'));
    expect(parsePhone('20987654321')).toEqual(fails('wrong'));
  });

  it('is an e-mail address', () => {
    expect(parseEmailAddress(' Maria@Gmail.com ')).toEqual(is('maria@gmail.com'));
    expect(parseEmailAddress('maria@gmail')).toEqual(fails('wrong'));
    expect(parseEmailAddress(' ')).toEqual(fails('missing'));
  });
});

it('knows a CEP', () => {
  expect(parseCep('95700000')).toEqual(is('95700000'));
  expect(parseCep('957')).toEqual(fails('incomplete'));
  expect(parseCep('00000001')).toEqual(fails('wrong'));
});
