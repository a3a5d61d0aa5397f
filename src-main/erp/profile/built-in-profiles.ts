import contractA from '../../../resources/erp-profiles/contract-a.json' with { type: 'json' };

/** The profiles that come with the program, by name, before they are checked. */
export const builtInProfiles: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['contract-a', contractA],
]);
