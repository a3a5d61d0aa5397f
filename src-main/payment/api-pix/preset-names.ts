/** Names of the PSPs that the kiosk knows, as the settings choose one; `generic` knows no addresses. */
export const pixPresetNames = ['generic', 'efi', 'inter', 'banco-do-brasil', 'itau', 'sicredi'] as const;

export type PixPresetName = (typeof pixPresetNames)[number];

/** Where an account is: the real one, or the PSP's place for trying things out. */
export const pixEnvironments = ['production', 'sandbox'] as const;

export type PixEnvironment = (typeof pixEnvironments)[number];
