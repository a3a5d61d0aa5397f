import { startChatSimulator } from './chat/chat-simulator.ts';
import { startCrmSimulator } from './crm/crm-simulator.ts';
import { startErpSimulator } from './erp/erp-simulator.ts';
import { startErpBSimulator } from './erp-b/erp-b-simulator.ts';
import { startPspSimulator } from './psp/psp-simulator.ts';
import { startSeniorCrmSimulator } from './senior-crm/senior-crm-simulator.ts';
import { startWebhookSimulator } from './webhook/webhook-simulator.ts';

/**
 * Runs the simulated systems for people: `node test/simulators/serve.ts` prints their addresses as one line of JSON
 * and serves until it is interrupted. `<address>/__control/ledger` shows what each knows.
 */
const simulators = {
  erp: await startErpSimulator(),
  erpB: await startErpBSimulator(),
  psp: await startPspSimulator(),
  chat: await startChatSimulator(),
  crm: await startCrmSimulator(),
  seniorCrm: await startSeniorCrmSimulator(),
  webhook: await startWebhookSimulator(),
};

async function stop(): Promise<void> {
  await Promise.all(Object.values(simulators).map((simulator) => simulator.close()));
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
const addresses = Object.entries(simulators).map(([name, simulator]) => [name, simulator.url]);
process.stdout.write(`${JSON.stringify(Object.fromEntries(addresses))}\n`);
