import { describe, expect, it } from 'vitest';
import { mayLeaveOnPaper } from '../../../src-main/domain/paper-address.ts';

const secrets = ['segredo+do/totem'];

describe('an address on paper', () => {
  it.each(['https://erp.example/notas/457.pdf', 'https://erp.example/n?chave=9f2b&tipo=1'])(
    'may be %s',
    (address) => {
      expect(mayLeaveOnPaper(address, secrets)).toBe(true);
    },
  );

  it.each([
    ['javascript:alert(1)', 'no page'],
    ['http://192.168.0.10/notas/457.pdf', 'readable on the way, or inside the company only'],
    ['https://totem:senha@erp.example/notas/457.pdf', 'a sign-in'],
    ['https://erp.example/n?token=segredo+do/totem', 'a secret of ours'],
    ['https://erp.example/n?token=segredo%2Bdo%2Ftotem', 'a secret of ours, written for an address'],
    [`https://erp.example/${'n'.repeat(600)}`, 'too long for a phone to read'],
    ['https://', 'nothing'],
  ])('may not be %s: %s', (address) => {
    expect(mayLeaveOnPaper(address, secrets)).toBe(false);
  });
});
