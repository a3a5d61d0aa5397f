import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { todayInBrazil } from '../../test/simulators/codes/calendar.ts';
import { payee } from '../../test/simulators/erp/fixture-invoices.ts';
import type { ErpInvoice } from '../../test/simulators/erp/records.ts';
import type { PrinterSimulator } from '../../test/simulators/printer/printer-simulator.ts';
import { offerEverything } from '../../test/support/services.ts';
import { startWorld, type World, type WorldSettings } from '../../test/support/world.ts';
import { type DemoGateway, planGateway } from './demo-gateway.ts';
import { demoCustomers, demoInvoices } from './demo-people.ts';

/** As most thermal printers leave the factory; the simulated one takes bytes no faster. */
const baudRate = 9600;

/** The simulated systems of the demo, all of one invented company, and a data folder with settings for them. */
export interface DemoWorld extends World {
  readonly printer: PrinterSimulator;
  readonly invoices: readonly ErpInvoice[];
  /** The kiosk's own, which asks the ERP for the chat platform. */
  readonly gateway: DemoGateway;
}

export async function startDemoWorld(): Promise<DemoWorld> {
  const today = todayInBrazil();
  const invoices = demoInvoices(today);
  const world = await startWorld({
    erp: { today, customers: demoCustomers, invoices },
    printer: { baudRate },
  });
  const { printer, dataFolder } = world;
  // Also when the demo is ended in the middle: what lies there are settings and a journal of invented people.
  process.once('exit', () => rmSync(dataFolder, { recursive: true, force: true }));
  if (!printer) throw new Error('the demo needs its printer');
  copyFileSync(join(import.meta.dirname, 'logo.svg'), join(dataFolder, 'logo.svg'));
  const gateway = await planGateway();
  await world.writeSettings((settings) => {
    describeCompany(settings);
    offerEverything(settings);
    Object.assign(settings, { gateway: gateway.settings });
  });
  return { ...world, printer, invoices, gateway };
}

function describeCompany(settings: WorldSettings): void {
  Object.assign(settings.terminal, {
    companyName: 'Serra Fibra Telecom',
    companyAddress: 'Rua Marechal Floriano, 210, Centro, Bento Gonçalves - RS, 95700-012',
    logo: 'logo.svg',
  });
  for (const account of settings.pix.accounts) {
    account.payeeName = payee.name;
    account.key = 'pix@serrafibra.example';
  }
  settings.visit.secondFactor = 'birth-date';
  settings.visit.thanksSeconds = 4;
  if (settings.printer) settings.printer.serial.baudRate = baudRate;
}
