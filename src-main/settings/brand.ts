import type { Brand } from '../contract/screen.ts';
import { deriveBrandColors } from './brand-colors.ts';
import type { Settings } from './settings-schema.ts';

/** What stands on the screen while there are no sound settings: the program's own name and a calm green. */
export function neutralBrand(): Brand {
  return { companyName: 'Balcão', colors: deriveBrandColors('#0b6e4f') };
}

/** How the company looks; `logo` is a `data:` URL. */
export function brandOf(terminal: Settings['terminal'], logo?: string): Brand {
  const { companyName, supportPhone } = terminal;
  return {
    companyName,
    colors: deriveBrandColors(terminal.brandColor),
    ...(supportPhone !== undefined && { supportPhone }),
    ...(logo !== undefined && { logo }),
  };
}
