import { describe, expect, it } from 'vitest';
import { speakable } from '../../../src-main/speech/speakable.ts';

describe('what is said aloud', () => {
  it.each([
    ['Pagar 3 faturas · R$ 1.234,56', 'Pagar 3 faturas · R$ 1.234,56'],
    ['Vence em 10/12/2026', 'Vence em 10/12/2026'],
    ['¿Cómo quiere pagar?', '¿Cómo quiere pagar?'],
  ])('keeps amounts, dates and words: %s', (text, said) => {
    expect(speakable(text)).toBe(said);
  });

  it.each([
    ['CPF 529.982.247-25 conferido', 'CPF conferido'],
    ['CPF 52998224725', 'CPF'],
    ['Documento ***.456.789-**', 'Documento'],
    ['Ligue (11) 98765-4321', 'Ligue'],
    ['Para maria@example.com', 'Para'],
  ])('leaves out what tells who it is: %s', (text, said) => {
    expect(speakable(text)).toBe(said);
  });

  it('is one line without markup, phonemes or invisible characters', () => {
    expect(speakable('[[h@l]] <b>Pronto</b>\n\u200b\\ fim')).toBe('h@l b Pronto /b fim'.replace('h@l ', ''));
  });
});
