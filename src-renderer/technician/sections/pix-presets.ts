import bancoDoBrasil from '../../../resources/pix-presets/banco-do-brasil.json' with { type: 'json' };
import efi from '../../../resources/pix-presets/efi.json' with { type: 'json' };
import generic from '../../../resources/pix-presets/generic.json' with { type: 'json' };
import inter from '../../../resources/pix-presets/inter.json' with { type: 'json' };
import itau from '../../../resources/pix-presets/itau.json' with { type: 'json' };
import sicredi from '../../../resources/pix-presets/sicredi.json' with { type: 'json' };

interface PlaceOfPsp {
  readonly baseUrl: string;
  readonly tokenUrl: string;
  readonly certificate: boolean;
}

/** What the page shows of a PSP's preset. */
export interface PixPresetChoice {
  readonly name: string;
  readonly title: string;
  /** How far it was tried. */
  readonly verified: string;
  readonly environments: { readonly production?: PlaceOfPsp; readonly sandbox?: PlaceOfPsp };
  readonly developerKey?: { readonly name: string };
}

/** The PSPs that the settings may name; the one without addresses last. */
export const pixPresets: readonly PixPresetChoice[] = [bancoDoBrasil, efi, inter, itau, sicredi, generic];

/** The preset that counts while the draft names none. */
export const standardPreset: PixPresetChoice = generic;
