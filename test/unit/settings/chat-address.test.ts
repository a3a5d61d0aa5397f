import { describe, expect, it } from 'vitest';
import {
  fixedValuesOf,
  replaceFixedValues,
  withoutFixedValues,
} from '../../../src-main/settings/chat-address.ts';

describe('the fixed values of a chat address', () => {
  it.each([
    ['https://c.example.com/e', 'https://c.example.com/e', []],
    ['https://c.example.com/e?d=$Document$&n=$name$', 'https://c.example.com/e?d=$Document$&n=$name$', []],
    [
      'https://c.example.com/?k=A%2BB&d=$Document$',
      'https://c.example.com/?k=&d=$Document$',
      ['A%2BB', 'A+B'],
    ],
    ['https://c.example.com/?KEY', 'https://c.example.com/?', ['KEY']],
    ['https://c.example.com/?a=$name$-KEY#F', 'https://c.example.com/?a=$name$#', ['-KEY', 'F']],
    ['https://c.example.com/?k=a=b&p=pa$$word', 'https://c.example.com/?k=&p=', ['a=b', 'pa$$word']],
    ['https://c.example.com/?k=%ZZ', 'https://c.example.com/?k=', ['%ZZ']],
  ])('%s', (address, without, values) => {
    expect(withoutFixedValues(address)).toBe(without);
    expect(fixedValuesOf(address)).toEqual(values);
    expect(replaceFixedValues(address, (value) => value)).toBe(address);
  });
});
