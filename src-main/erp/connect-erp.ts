import type { Clock } from '../domain/clock.ts';
import type { Result } from '../domain/result.ts';
import type { RepeatRule } from '../domain/write-off.ts';
import type { HttpClient } from '../http/http-client.ts';
import type { Log } from '../logging/log.ts';
import type { ErpSettings } from '../settings/erp-settings.ts';
import type { SettingProblem } from '../settings/setting-problem.ts';
import type { ErpGateway } from './erp-gateway.ts';
import { createHealthMemory } from './health-memory.ts';
import type { MappingEngine } from './mapping/mapping-engine.ts';
import { applySettings } from './profile/apply-settings.ts';
import { joinUrl } from './profile/build-request.ts';
import { loadErpProfile } from './profile/load-profile.ts';
import { expressionsOf } from './profile/profile-expressions.ts';
import { createProfileGateway } from './profile/profile-gateway.ts';
import type { ErpProfile } from './profile/profile-schema.ts';

/** How the ERP behaves about write-offs, as its profile and the settings say. */
export interface WriteOffRules {
  readonly repeat: RepeatRule;
  readonly settleWindowMs: number;
  readonly proofIntervalMs: number;
  readonly proofBy: ErpProfile['writeOff']['proof']['by'];
}

/** An ERP to speak to. */
export interface ErpAccess {
  readonly gateway: ErpGateway;
  readonly rules: WriteOffRules;
  /** Has the mapping thread compile the profile, so that the first customer does not wait for it. */
  warmUp(): void;
  /** Whether it is known to be down, so that every operation fails at once. */
  isDown(): boolean;
  /** Ends what watches over it; client and mapping engine belong to whoever made them. */
  close(): Promise<void>;
}

export interface ErpParts {
  readonly http: HttpClient;
  readonly mapping: MappingEngine;
  readonly clock: Clock;
  readonly log: Log;
  /** In [0, 1). */
  readonly random: () => number;
}

/** Finds the profile that the settings name, checks it, and puts in what the settings say otherwise. */
export async function prepareErpProfile(
  dataFolder: string,
  settings: ErpSettings,
  mapping: MappingEngine,
): Promise<Result<ErpProfile, readonly SettingProblem[]>> {
  const profile = await loadErpProfile(dataFolder, settings.profile, mapping);
  return profile.ok ? applySettings(profile.value, settings) : profile;
}

/** Connects to the ERP of a prepared profile. Sends nothing yet. */
export function connectErp(profile: ErpProfile, settings: ErpSettings, parts: ErpParts): ErpAccess {
  const { baseUrl, auth } = settings;
  const { header: _header, scheme: _scheme, ...credentials } = auth;
  const health = createHealthMemory({
    ...parts,
    probeUrl: profile.probePath === undefined ? baseUrl : joinUrl(baseUrl, profile.probePath),
  });
  const { repeat, settleWindowSeconds, proof } = profile.writeOff;
  return {
    gateway: createProfileGateway(profile, { ...parts, http: health, baseUrl, credentials }),
    rules: {
      repeat,
      settleWindowMs: settleWindowSeconds * 1000,
      proofIntervalMs: proof.intervalSeconds * 1000,
      proofBy: proof.by,
    },
    warmUp: () => void parts.mapping.check(expressionsOf(profile)),
    isDown: () => health.isDown(),
    close: () => health.close(),
  };
}
