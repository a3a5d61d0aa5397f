import { afterAll, afterEach, beforeEach } from 'vitest';
import type { ErpGateway } from '../../../src-main/erp/erp-gateway.ts';
import { createMappingEngine } from '../../../src-main/erp/mapping/mapping-engine.ts';
import type { HttpClient } from '../../../src-main/http/http-client.ts';
import { createHttpClient } from '../../../src-main/http/undici-http-client.ts';
import {
  defaultErpBToken,
  type ErpBSimulator,
  type ErpBSimulatorOptions,
  startErpBSimulator,
} from '../../simulators/erp-b/erp-b-simulator.ts';
import { connectTestErp } from './connect-test-erp.ts';

/** The simulated ERP of contract B and the kiosk's gateway to it, fresh for every test of the file. */
export interface ContractB {
  readonly simulator: ErpBSimulator;
  readonly erp: ErpGateway;
  /** What was logged, by code. */
  readonly logged: unknown[][];
  /** Starts both anew, otherwise. */
  restart(options?: ErpBSimulatorOptions, settings?: Record<string, unknown>): Promise<void>;
}

export function setUpContractB(): ContractB {
  const mapping = createMappingEngine({ timeBoundMs: 20_000 });
  let simulator: ErpBSimulator | undefined;
  let http: HttpClient | undefined;
  let erp: ErpGateway | undefined;
  let logged: unknown[][] = [];

  async function start(
    options: ErpBSimulatorOptions = {},
    settings: Record<string, unknown> = {},
  ): Promise<void> {
    logged = [];
    const write = (...line: unknown[]) => void logged.push(line);
    simulator = await startErpBSimulator(options);
    http = createHttpClient();
    erp = await connectTestErp(
      { profile: 'contract-b', baseUrl: simulator.url, auth: { token: defaultErpBToken }, ...settings },
      { http, mapping, log: { info: write, warn: write, error: write } },
    );
  }

  async function stop(): Promise<void> {
    await simulator?.close();
    await http?.close();
  }

  beforeEach(() => start());
  afterEach(stop);
  afterAll(() => mapping.close());

  return {
    get simulator() {
      return started(simulator);
    },
    get erp() {
      return started(erp);
    },
    get logged() {
      return logged;
    },
    async restart(options, settings) {
      await stop();
      await start(options, settings);
    },
  };
}

function started<T>(part: T | undefined): T {
  if (part === undefined) throw new Error('not started yet');
  return part;
}
