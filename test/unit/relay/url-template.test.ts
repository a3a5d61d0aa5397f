import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fillUrlTemplate, unfilledIn } from '../../../src-main/relay/chat/url-template.ts';

const values = { name: 'Zé & Filhos?#', Document: '529.982.247-25' };

it.each([
  ['$Name$', 'Z%C3%A9%20%26%20Filhos%3F%23'],
  ['a=$NAME$&b=$document$', 'a=Z%C3%A9%20%26%20Filhos%3F%23&b=529.982.247-25'],
  ['jid=$Jid$&x=1', 'jid=&x=1'],
  ['price=$5 and $', 'price=$5 and $'],
  ['$Name$Name$', 'Z%C3%A9%20%26%20Filhos%3F%23Name$'],
])('fills %s', (template, filled) => {
  expect(fillUrlTemplate(template, values)).toBe(filled);
});

it('never lets a value out of its place in the query', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (value) => {
      const filled = fillUrlTemplate('https://x.example/a?v=$Name$&w=1', { Name: value });
      const url = new URL(filled);
      expect(url.origin + url.pathname).toBe('https://x.example/a');
      expect([...url.searchParams.keys()]).toEqual(['v', 'w']);
      expect(url.searchParams.get('v')).toBe(value.replace(/\p{Cs}/gu, '\uFFFD'));
    }),
  );
});

it('takes half a character for one that cannot be read', () => {
  expect(fillUrlTemplate('$Name$', { name: 'a\uD800b' })).toBe('a%EF%BF%BDb');
});

it('says which variables have no value', () => {
  expect(unfilledIn('balcao_$JID$_$Document$_$Other$', values)).toEqual(['JID', 'Other']);
  expect(unfilledIn('balcao', values)).toEqual([]);
});
