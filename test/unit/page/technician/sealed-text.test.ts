import { expect, it } from 'vitest';
import { isSealed, piecesOf, withoutSealed } from '../../../../src-renderer/technician/kit/sealed-text.ts';

const address = 'https://chat.example/a?key=sealed:v1:AbC-_9&doc=$Document$&k2=sealed:v1:zz==';

it('shows an address with a word in the place of each stored secret', () => {
  expect(piecesOf(address)).toEqual([
    'https://chat.example/a?key=',
    undefined,
    '&doc=$Document$&k2=',
    undefined,
  ]);
  expect(piecesOf('https://chat.example/a?doc=$Document$')).toEqual([
    'https://chat.example/a?doc=$Document$',
  ]);
  expect(piecesOf('sealed:v1:AbC+/=')).toEqual([undefined]);
});

it('leaves the rest to be typed on', () => {
  expect(withoutSealed(address)).toBe('https://chat.example/a?key=&doc=$Document$&k2=');
});

it('knows a stored secret, alone or within a text', () => {
  expect([address, 'sealed:v1:AA', 'https://chat.example', 5, undefined].map(isSealed)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});
