import { z } from 'zod';
import { type PixPresetName, pixPresetNames } from './preset-names.ts';

const environment = z.strictObject({
  baseUrl: z.url().describe('Up to and without /cob.'),
  tokenUrl: z.url().describe('Gives OAuth tokens (client credentials).'),
  certificate: z.boolean().describe('Whether the PSP wants a client certificate (mTLS) there.'),
});

/** In what one PSP differs from another, as far as the API Pix leaves it open or PSPs do not keep to it. */
export const pixPresetSchema = z
  .strictObject({
    $schema: z.exactOptional(z.string()).describe('For editors only: where this schema is.'),
    name: z.enum(pixPresetNames).describe("The preset's name in the settings, and that of its file."),
    title: z.string().min(1).describe('As technicians know the PSP, in pt-BR.'),
    verified: z.string().min(1).describe('How far the preset was tried and where it comes from, in pt-BR.'),
    sources: z.array(z.url()).min(1).describe('Public documents that it was taken from.'),
    environments: z
      .strictObject({
        production: z.exactOptional(environment),
        sandbox: z.exactOptional(environment),
      })
      .describe('Addresses; the settings may still name others.'),
    token: z
      .strictObject({
        credentials: z
          .enum(['basic', 'form'])
          .describe('Where client id and secret go. basic: the Authorization header. form: the body.'),
        format: z.enum(['form', 'json']).describe('How the body of the token request is written.'),
        scopes: z.array(z.string()).describe('Scopes to ask for; empty: the PSP gives what the client has.'),
      })
      .describe('How a token is asked for.'),
    correlationHeader: z
      .string()
      .regex(/^[A-Za-z-]+$/)
      .describe(
        "Header in which the PSP takes the kiosk's id of a request, to find it again in its own logs.",
      ),
    developerKey: z
      .exactOptional(z.strictObject({ place: z.enum(['query', 'header']), name: z.string().min(1) }))
      .describe('How the key of the application goes with every request, where the PSP wants one.'),
    headers: z.record(z.string(), z.string()).describe('Headers that every request needs.'),
    refusals: z
      .record(z.string(), z.enum(['duplicate', 'not-found', 'not-active', 'invalid']))
      .describe(
        "The PSP's own words for a refusal (of `nome`, `codigo` or the type's end), and what they mean.",
      ),
  })
  .readonly();

export type PixPreset = z.output<typeof pixPresetSchema>;

const files: Readonly<Record<PixPresetName, () => Promise<{ default: unknown }>>> = {
  generic: () => import('../../../resources/pix-presets/generic.json', { with: { type: 'json' } }),
  efi: () => import('../../../resources/pix-presets/efi.json', { with: { type: 'json' } }),
  inter: () => import('../../../resources/pix-presets/inter.json', { with: { type: 'json' } }),
  'banco-do-brasil': () =>
    import('../../../resources/pix-presets/banco-do-brasil.json', { with: { type: 'json' } }),
  itau: () => import('../../../resources/pix-presets/itau.json', { with: { type: 'json' } }),
  sicredi: () => import('../../../resources/pix-presets/sicredi.json', { with: { type: 'json' } }),
};

/** Reads a preset that comes with the program; each is a chunk of its own. */
export async function loadPixPreset(name: PixPresetName): Promise<PixPreset> {
  return pixPresetSchema.parse((await files[name]()).default);
}

/** The format of the presets as JSON Schema 2020-12. */
export function pixPresetJsonSchema(): z.core.JSONSchema.BaseSchema {
  return { ...z.toJSONSchema(pixPresetSchema, { io: 'input' }), title: 'Balcão: PIX preset of a PSP' };
}
