import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ChatSimulator, startChatSimulator } from '../simulators/chat/chat-simulator.ts';
import { type CrmSimulator, defaultCrmAccount, startCrmSimulator } from '../simulators/crm/crm-simulator.ts';
import {
  defaultErpToken,
  type ErpSimulator,
  type ErpSimulatorOptions,
  startErpSimulator,
} from '../simulators/erp/erp-simulator.ts';
import {
  defaultErpBToken,
  type ErpBSimulator,
  type ErpBSimulatorOptions,
  startErpBSimulator,
} from '../simulators/erp-b/erp-b-simulator.ts';
import { type PrinterSimulator, startPrinterSimulator } from '../simulators/printer/printer-simulator.ts';
import { defaultPspClient, type PspSimulator, startPspSimulator } from '../simulators/psp/psp-simulator.ts';
import {
  defaultSeniorAccount,
  type SeniorCrmSimulator,
  startSeniorCrmSimulator,
} from '../simulators/senior-crm/senior-crm-simulator.ts';

/** Every system that the kiosk talks to, simulated, and a data folder with settings that point at them. */
export interface World {
  readonly erp: ErpSimulator;
  /** The ERP of another company that the same kiosk serves; only when asked for. */
  readonly secondErp: ErpSimulator | undefined;
  /** One of contract B, the last of the settings; likewise. */
  readonly erpB: ErpBSimulator | undefined;
  readonly psp: PspSimulator;
  readonly chat: ChatSimulator;
  readonly crm: CrmSimulator;
  readonly senior: SeniorCrmSimulator;
  readonly printer: PrinterSimulator | undefined;
  readonly dataFolder: string;
  /** Writes `settings.json`; `change` works on a copy of the usual ones. */
  writeSettings(change?: (settings: WorldSettings) => void): Promise<void>;
  close(): Promise<void>;
}

export interface WorldOptions {
  readonly erp?: ErpSimulatorOptions;
  readonly secondErp?: ErpSimulatorOptions;
  readonly erpB?: ErpBSimulatorOptions;
  /** Left out of a world that prints nothing. */
  readonly printer?: { readonly baudRate?: number } | false;
}

export type WorldSettings = ReturnType<typeof usualSettings>;

export async function startWorld(options: WorldOptions = {}): Promise<World> {
  const [erp, secondErp, erpB, psp, chat, crm, senior, printer] = await Promise.all([
    startErpSimulator(options.erp),
    options.secondErp && startErpSimulator(options.secondErp),
    options.erpB && startErpBSimulator(options.erpB),
    startPspSimulator(),
    startChatSimulator(),
    startCrmSimulator(),
    startSeniorCrmSimulator(),
    options.printer === false ? undefined : startPrinterSimulator(options.printer ?? {}),
  ]);
  const dataFolder = await mkdtemp(join(tmpdir(), 'balcao-'));
  const world: World = {
    erp,
    secondErp,
    erpB,
    psp,
    chat,
    crm,
    senior,
    printer,
    dataFolder,
    async writeSettings(change = () => undefined) {
      const settings = usualSettings({ erp, secondErp, erpB, psp, chat, crm, senior, printer });
      change(settings);
      await writeFile(join(dataFolder, 'settings.json'), JSON.stringify(settings, null, 2), { mode: 0o600 });
    },
    async close() {
      await Promise.all([
        erp.close(),
        secondErp?.close(),
        erpB?.close(),
        psp.close(),
        chat.close(),
        crm.close(),
        senior.close(),
        printer?.stop(),
      ]);
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
  await world.writeSettings();
  return world;
}

type Systems = Pick<World, 'erp' | 'secondErp' | 'erpB' | 'psp' | 'chat' | 'crm' | 'senior' | 'printer'>;

/** One ERP of the settings; what tests change of it, they change with its type. */
interface ErpEntry {
  id: string;
  companyName?: string;
  pix?: { defaultAccount: string; accountByIdentifier?: Record<string, string> };
  profile?: string;
  baseUrl: string;
  auth: { header: string; scheme: string; token: string };
  timeoutMs: number;
  repeat: 'safe' | 'after-window' | 'never';
  settleWindowSeconds: number;
  proofIntervalSeconds: number;
}

function erpEntry(id: string, { url }: { readonly url: string }): ErpEntry {
  return {
    id,
    baseUrl: url,
    auth: { header: 'Authorization', scheme: 'Bearer', token: defaultErpToken },
    timeoutMs: 4000,
    repeat: 'after-window',
    settleWindowSeconds: 3,
    proofIntervalSeconds: 1,
  };
}

/** The first is always there, so that a test may change it without asking. */
function erpEntries({ erp, secondErp, erpB }: Systems): [ErpEntry, ...ErpEntry[]] {
  const first = erpEntry('principal', erp);
  if (!secondErp && !erpB) return [first];
  const pix = { defaultAccount: 'principal' };
  const ofB = { profile: 'contract-b', auth: { ...first.auth, token: defaultErpBToken } };
  return [
    { ...first, companyName: 'Rede Horizonte', pix },
    ...(secondErp ? [{ ...erpEntry('segunda', secondErp), companyName: 'Vale Fibra', pix }] : []),
    ...(erpB ? [{ ...erpEntry('funcoes', erpB), ...ofB, companyName: 'Serra Net', pix }] : []),
  ];
}

/** Quick where waiting would only cost a test time: proof and settle windows of seconds instead of minutes. */
function usualSettings(systems: Systems) {
  const { psp, chat, crm, senior, printer } = systems;
  return {
    version: 1,
    terminal: {
      id: 'T01',
      companyName: 'Rede Horizonte',
      companyDocument: '33000167000101',
      companyAddress: 'Av. Brasil, 1500, Centro, Campinas - SP, 13010-000',
      supportPhone: '0800 123 4567',
      brandColor: '#0b6e4f',
      timeZone: 'America/Sao_Paulo',
    },
    erps: erpEntries(systems),
    pix: {
      accounts: [
        {
          id: 'principal',
          payeeName: 'REDE HORIZONTE TELECOM LTDA',
          key: 'pix@redehorizonte.example',
          baseUrl: psp.url,
          tokenUrl: `${psp.url}/oauth/token`,
          clientId: defaultPspClient.clientId,
          clientSecret: defaultPspClient.clientSecret,
        },
      ],
      defaultAccount: 'principal',
      accountByIdentifier: { 'carteira-1': 'principal' } as Record<string, string>,
      chargeExpirySeconds: 600,
      erpChargeWaitSeconds: 900,
    },
    ...(printer && { printer: { model: 'generic-80mm', serial: { path: printer.path, baudRate: 115200 } } }),
    a4Printer: undefined as { address: string } | undefined,
    visit: {
      secondFactor: 'none' as 'none' | 'birth-date' | 'phone-last-digits',
      idleSeconds: 45,
      idleWarningSeconds: 15,
      thanksSeconds: 8,
      blockMinutes: 15,
    },
    relay: {
      chat: {
        onLoadContact: `${chat.url}/callbacks/OnLoadContact?doc=$Document$&nome=$name$`,
        onStartConversation: `${chat.url}/callbacks/OnStartConversation?jid=$Jid$&doc=$Document$`,
        onEndConversation: `${chat.url}/callbacks/OnEndConversation?doc=$Document$&fone=$Phone$`,
      },
      crm: {
        loginUrl: crm.url,
        clientId: defaultCrmAccount.clientId,
        clientSecret: defaultCrmAccount.clientSecret,
      },
      seniorCrm: { baseUrl: senior.url, ...defaultSeniorAccount, agentExtension: '8001' },
    },
  };
}
