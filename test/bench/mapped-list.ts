import { createMappingEngine } from '../../src-main/erp/mapping/mapping-engine.ts';
import { builtInProfiles } from '../../src-main/erp/profile/built-in-profiles.ts';
import { checkErpProfile } from '../../src-main/erp/profile/load-profile.ts';
import { createProfileGateway } from '../../src-main/erp/profile/profile-gateway.ts';
import { defaultBehaviour } from '../simulators/erp/behaviour.ts';
import { customers } from '../simulators/erp/fixture-customers.ts';
import { fixtureInvoices } from '../simulators/erp/fixture-invoices.ts';
import { ErpWire } from '../simulators/erp/wire.ts';
import { ManualClock } from '../support/manual-clock.ts';
import { type Figures, medianFigure } from './figure.ts';
import { silent } from './silent.ts';

/**
 * Milliseconds from the answer's text, 200 invoices of contract A, to invoices in the kiosk's own words: parsed,
 * mapped on the warm thread, and read strictly. The network is left out.
 */
export async function measureMappedList(samples: number): Promise<Figures> {
  const mapping = createMappingEngine();
  const profile = await checkErpProfile(await builtInProfiles.get('contract-a')?.load(), mapping);
  if (!profile.ok) throw new Error('contract-a is broken');
  const text = JSON.stringify(rows());
  const answer = { ok: true, value: { status: 200, contentType: 'application/json', text } } as const;
  const http = { request: () => Promise.resolve(answer), close: () => Promise.resolve() };
  const connection = {
    baseUrl: 'https://erp.example.com',
    credentials: { token: 't' },
    http,
    mapping,
    log: silent,
  };
  const erp = createProfileGateway(profile.value, { ...connection, clock: new ManualClock() });
  const times: number[] = [];
  for (let round = 0; round < samples + 1; round += 1) {
    const startedAt = performance.now();
    const invoices = await erp.listOpenInvoices(customers.many.document);
    times.push(performance.now() - startedAt);
    if (!invoices.ok || invoices.value.length !== 200) throw new Error('not 200 invoices');
  }
  await mapping.close();
  // The first list compiles its expressions' paths.
  return { 'erp.mapped200Ms': medianFigure(times.slice(1), 'ms', 1, 25) };
}

function rows(): unknown[] {
  const wire = new ErpWire(() => defaultBehaviour);
  return fixtureInvoices('2026-11-21')
    .filter(({ customerId }) => customerId === customers.many.id)
    .map((invoice) => wire.invoice(invoice, customers.many));
}
