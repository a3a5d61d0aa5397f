import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { View } from '../../../src-main/contract/screen.ts';
import { forgetGuidance, giveGuidance, repeatGuidance, sayable } from '../../../src-renderer/spoken-words.ts';
import { galleryViews } from '../../e2e/gallery/gallery-views.ts';

/** One of the gallery's views. */
function viewOf(name: string): View {
  const found = galleryViews.find((each) => each.name === name);
  if (found === undefined) throw new Error(`the gallery has no ${name}`);
  return found.view;
}

const named = viewOf('invoices-two');
const told = viewOf('attendant-told');

describe('what is said aloud', () => {
  it('names nobody: others may hear it', () => {
    expect(sayable('Olá, Maria S. Duas faturas em aberto.', named)).not.toContain('Maria');
    expect(sayable('Maria S., o atendente foi avisado', told)).not.toContain('Maria');
  });

  it('is one line of what the screen says', () => {
    expect(sayable('  Pague com PIX .\n\n Abra o app  do seu banco ', viewOf('pix'))).toBe(
      'Pague com PIX. Abra o app do seu banco',
    );
  });

  it('is never longer than main takes', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 2000 }), (text) => {
        expect(sayable(text, named).length).toBeLessThanOrEqual(600);
      }),
    );
  });
});

describe('"Repetir"', () => {
  afterEach(forgetGuidance);

  it('says once more what the screen said', () => {
    const send = vi.fn();
    giveGuidance('Digite seu CPF ou CNPJ', send);
    repeatGuidance(send);
    expect(send.mock.calls).toEqual(
      Array.from({ length: 2 }, () => [{ type: 'speak', text: 'Digite seu CPF ou CNPJ' }]),
    );
  });

  it('says nothing of a screen that nobody listens to any more', () => {
    giveGuidance('Enviar para (54) 99888-7766?', vi.fn());
    forgetGuidance();
    const send = vi.fn();
    repeatGuidance(send);
    expect(send).not.toHaveBeenCalled();
  });

  it('says nothing where nothing was said', () => {
    const send = vi.fn();
    giveGuidance('', send);
    repeatGuidance(send);
    expect(send).not.toHaveBeenCalled();
  });
});
