import type { ErpGateway } from '../../../../src-main/erp/erp-gateway.ts';
import type { MappingEngine } from '../../../../src-main/erp/mapping/mapping-engine.ts';
import { builtInProfiles } from '../../../../src-main/erp/profile/built-in-profiles.ts';
import { checkErpProfile } from '../../../../src-main/erp/profile/load-profile.ts';
import { createProfileGateway } from '../../../../src-main/erp/profile/profile-gateway.ts';
import { ManualClock } from '../../../support/manual-clock.ts';
import { answered, FakeErp } from './fake-erp.ts';

export interface OpenedErp {
  readonly erp: ErpGateway;
  /** Set its `answer`. */
  readonly http: FakeErp;
}

/** A gateway by a built-in profile, to an ERP that answers what a test says. */
export async function openBuiltIn(name: string, mapping: MappingEngine): Promise<OpenedErp> {
  const profile = await checkErpProfile(await builtInProfiles.get(name)?.load(), mapping);
  if (!profile.ok) throw new Error(JSON.stringify(profile.error));
  const http = new FakeErp(() => answered(null));
  const erp = createProfileGateway(profile.value, {
    baseUrl: 'https://erp.example.com',
    credentials: { token: 'tk', username: 'user', password: 'pw', clientId: 'cid', clientSecret: 'cs' },
    http,
    mapping,
    clock: new ManualClock(),
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  });
  return { erp, http };
}
