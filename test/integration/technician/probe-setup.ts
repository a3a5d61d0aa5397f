import { createMappingEngine } from '../../../src-main/erp/mapping/mapping-engine.ts';
import { createHttpClient } from '../../../src-main/http/undici-http-client.ts';
import { type Settings, settingsSchema } from '../../../src-main/settings/settings-schema.ts';
import { systemClock } from '../../../src-main/shell/system-clock.ts';
import { RecordingLog } from '../../unit/printing/recording-log.ts';

/** The least that settings need, with these sections in place. */
export function settingsWith(sections: Record<string, unknown>): Settings {
  return settingsSchema.parse({
    version: 1,
    terminal: {
      id: 'T01',
      companyName: 'Rede Horizonte',
      companyDocument: '33000167000101',
      companyAddress: 'Av. Brasil, 1500, Campinas - SP',
    },
    erps: [{ id: 'principal', baseUrl: 'http://127.0.0.1:9', auth: { token: 'erp-secret-token' } }],
    ...sections,
  });
}

/** What every probe needs, real; `close` ends it. */
export function probeParts() {
  const http = createHttpClient();
  const mapping = createMappingEngine();
  return {
    http,
    mapping,
    clock: systemClock,
    log: new RecordingLog(),
    async close() {
      await Promise.all([http.close(), mapping.close()]);
    },
  };
}
