import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readOptions } from '../../../../scripts/demo/options.ts';
import { SetupError } from '../../../../scripts/electron-runtime/setup-error.ts';

test('the demo needs no options', () => {
  expect(readOptions([])).toEqual({
    out: resolve('demo-output'),
    headless: false,
    brief: false,
    size: undefined,
    help: false,
  });
});

test('reads folder and size', () => {
  expect(readOptions(['--out', '/pictures', '--size=1280x800', '--headless'])).toMatchObject({
    out: '/pictures',
    size: { width: 1280, height: 800 },
    headless: true,
  });
});

test('walks in brief only where nobody watches', () => {
  expect(readOptions(['--brief'])).toMatchObject({ brief: true, headless: true });
});

test.each([[['--size', 'large']], [['--colour']], [['demo-output']]])('refuses %j in words', (argv) => {
  expect(() => readOptions(argv)).toThrow(SetupError);
});
