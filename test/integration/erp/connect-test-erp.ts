import { connectErp, prepareErpProfile } from '../../../src-main/erp/connect-erp.ts';
import type { ErpGateway } from '../../../src-main/erp/erp-gateway.ts';
import type { MappingEngine } from '../../../src-main/erp/mapping/mapping-engine.ts';
import type { HttpClient } from '../../../src-main/http/http-client.ts';
import type { Log } from '../../../src-main/logging/log.ts';
import { erpSettings } from '../../../src-main/settings/erp-settings.ts';
import { ManualClock } from '../../support/manual-clock.ts';

/** A gateway as the kiosk makes it of its settings; throws what a technician would be told. */
export async function connectTestErp(
  settings: Record<string, unknown>,
  parts: { readonly http: HttpClient; readonly log: Log; readonly mapping: MappingEngine },
  dataFolder = '/nowhere',
): Promise<ErpGateway> {
  const parsed = erpSettings.parse({ id: 'principal', ...settings });
  const profile = await prepareErpProfile(dataFolder, parsed, parts.mapping, 'erps[0]');
  if (!profile.ok) throw new Error(JSON.stringify(profile.error));
  return connectErp(profile.value, parsed, { ...parts, clock: new ManualClock(), random: () => 0.5 }).gateway;
}
