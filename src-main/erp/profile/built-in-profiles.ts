/** A profile that comes with the program. */
export interface BuiltInProfile {
  /** Name for people, as its file has it. */
  readonly title: string;
  /** Reads the profile, before it is checked. */
  load(): Promise<unknown>;
}

/** The profiles that come with the program, by name; each is a chunk of its own, read only when it is asked for. */
export const builtInProfiles: ReadonlyMap<string, BuiltInProfile> = new Map([
  ['contract-a', { title: 'Contrato A (REST)', load: contractA }],
  ['contract-b', { title: 'Contrato B (funções)', load: contractB }],
  ['hubsoft', { title: 'HubSoft', load: hubsoft }],
  ['ixc', { title: 'IXC Provedor', load: ixc }],
  ['sgp', { title: 'SGP', load: sgp }],
]);

async function contractA(): Promise<unknown> {
  return (await import('../../../resources/erp-profiles/contract-a.json', { with: { type: 'json' } }))
    .default;
}

async function contractB(): Promise<unknown> {
  return (await import('../../../resources/erp-profiles/contract-b.json', { with: { type: 'json' } }))
    .default;
}

async function hubsoft(): Promise<unknown> {
  return (await import('../../../resources/erp-profiles/hubsoft.json', { with: { type: 'json' } })).default;
}

async function ixc(): Promise<unknown> {
  return (await import('../../../resources/erp-profiles/ixc.json', { with: { type: 'json' } })).default;
}

async function sgp(): Promise<unknown> {
  return (await import('../../../resources/erp-profiles/sgp.json', { with: { type: 'json' } })).default;
}
