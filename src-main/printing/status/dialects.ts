import type { StatusDialectName } from '../printer-profile.ts';
import type { StatusDialect } from './dialect.ts';
import { automaticStatusBack, dleEot } from './escpos.ts';
import { bematech, custom, daruma, elgin } from './makers.ts';

/** The dialects by their names in the profiles. */
export const dialects: Readonly<Record<StatusDialectName, StatusDialect>> = {
  'escpos-dle-eot': dleEot,
  'escpos-asb': automaticStatusBack,
  bematech,
  elgin,
  daruma,
  custom,
};
