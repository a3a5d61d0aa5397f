import * as z from 'zod';

const languages = ['pt-BR', 'en', 'es'] as const;

/** Setting `display`. */
export const displaySettings = z
  .strictObject({
    language: z
      .enum(languages)
      .default('pt-BR')
      .describe('Language in which every visit begins. Papers are always in Portuguese.'),
    languages: z
      .array(z.enum(languages))
      .default([...languages])
      .describe(
        'Languages that a customer may choose at any screen, besides the one in which visits begin; empty: none.',
      ),
    modes: z
      .boolean()
      .default(true)
      .describe(
        'Larger type, high contrast and controls within reach from a wheelchair, at a touch on any screen.',
      ),
    voice: z
      .boolean()
      .default(true)
      .describe(
        'Spoken guidance, off until a customer asks for it; needs a speech service (speech-dispatcher or espeak-ng) and, for privacy, headphones.',
      ),
  })
  .prefault({})
  .describe('How the screens speak and look, and what of it a customer may change for the visit.');

export type DisplaySettings = z.output<typeof displaySettings>;
