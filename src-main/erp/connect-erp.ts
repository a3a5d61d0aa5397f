import type { Clock } from '../domain/clock.ts';
import { failure, type Result, success } from '../domain/result.ts';
import type { RepeatRule } from '../domain/write-off.ts';
import { createHealthMemory } from '../http/health-memory.ts';
import type { HttpClient } from '../http/http-client.ts';
import type { Log } from '../logging/log.ts';
import type { ErpSettings } from '../settings/erp-settings.ts';
import type { SettingProblem } from '../settings/setting-problem.ts';
import type { ErpGateway } from './erp-gateway.ts';
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
  /** Called when an ERP went down or came back. */
  readonly onHealthChange?: () => void;
}

/**
 * Finds the profile that the settings name, checks it, and puts in what the settings say otherwise. `place` is where
 * these settings stand, e.g. `erps[0]`: problems name the field below it.
 */
export async function prepareErpProfile(
  dataFolder: string,
  settings: ErpSettings,
  mapping: MappingEngine,
  place: string,
): Promise<Result<ErpProfile, readonly SettingProblem[]>> {
  const profile = await loadErpProfile(dataFolder, settings.profile, mapping, `${place}.profile`);
  return profile.ok ? applySettings(profile.value, settings, place) : profile;
}

/** An ERP of the settings with the profile that its settings were put into. */
export interface PreparedErp {
  readonly settings: ErpSettings;
  readonly profile: ErpProfile;
}

/** Prepares every ERP of the settings; all that is wrong with any of them is told at once. */
export async function prepareErps(
  dataFolder: string,
  erps: readonly ErpSettings[],
  mapping: MappingEngine,
): Promise<Result<readonly PreparedErp[], readonly SettingProblem[]>> {
  const prepared: PreparedErp[] = [];
  const problems: SettingProblem[] = [];
  for (const [index, settings] of erps.entries()) {
    const profile = await prepareErpProfile(dataFolder, settings, mapping, `erps[${index}]`);
    if (profile.ok) prepared.push({ settings, profile: profile.value });
    else problems.push(...profile.error);
  }
  return problems.length === 0 ? success(prepared) : failure(problems);
}

/** Connects to the ERP of a prepared profile. Sends nothing yet. */
export function connectErp(profile: ErpProfile, settings: ErpSettings, parts: ErpParts): ErpAccess {
  const { baseUrl, auth } = settings;
  const { header: _header, scheme: _scheme, ...credentials } = auth;
  const { onHealthChange } = parts;
  const health = createHealthMemory({
    ...parts,
    codes: { down: 'ERP-DOWN', back: 'ERP-BACK' },
    ...(onHealthChange && { onChange: onHealthChange }),
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

/** One of the kiosk's ERPs. */
export interface ConnectedErp extends ErpAccess {
  /** Its id in the settings. */
  readonly id: string;
  readonly companyName: string;
}

/** Connects to each, with a health memory of its own and its id in whatever it logs. Sends nothing yet. */
export function connectErps(
  erps: readonly PreparedErp[],
  usualCompanyName: string,
  parts: ErpParts,
): readonly ConnectedErp[] {
  return erps.map(({ settings, profile }) => ({
    ...connectErp(profile, settings, { ...parts, log: logOf(settings.id, parts.log) }),
    id: settings.id,
    companyName: settings.companyName ?? settings.company?.name ?? usualCompanyName,
  }));
}

function logOf(erp: string, log: Log): Log {
  return {
    info: (code, fields) => log.info(code, { erp, ...fields }),
    warn: (code, fields) => log.warn(code, { erp, ...fields }),
    error: (code, fields) => log.error(code, { erp, ...fields }),
  };
}
