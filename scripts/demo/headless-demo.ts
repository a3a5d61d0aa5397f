import { copyFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { launchKiosk, type RunningKiosk } from '../../test/support/kiosk.ts';
import { type PreparedElectron, prepareElectron } from '../electron-runtime/prepare.ts';
import { onEndingSignal } from '../ending-signal.ts';
import { Album } from './album.ts';
import { CleanUp } from './clean-up.ts';
import { keepContactPanel, panelPicture } from './contact-panel.ts';
import { Customer } from './customer.ts';
import { type DemoWorld, startDemoWorld } from './demo-world.ts';
import { becomeCustomer } from './newcomer-visit.ts';
import type { ScreenSize } from './options.ts';
import { allArrived, checkLedgers, reportOf } from './outcome.ts';
import { prepareOutputFolder } from './output-folder.ts';
import { askForServices } from './services-visit.ts';
import { type TechnicianScene, walkTechniciansArea } from './technician-walk.ts';
import { meetTrouble } from './troubled-visit.ts';
import { payOverdueInvoice, printHybridSlip, type VisitScene } from './visits.ts';

const interruptedCode = 130;

/** Walks customers and a technician through the real kiosk, unseen. @throws saying what went wrong */
export async function runHeadlessDemo(request: {
  readonly out: string;
  readonly brief: boolean;
  readonly size: ScreenSize | undefined;
}): Promise<void> {
  const { out, brief, size } = request;
  const begun = performance.now();
  const cleanUp = new CleanUp();
  onEndingSignal(() => void cleanUp.run().then(() => process.exit(interruptedCode)));
  await prepareOutputFolder(out);
  try {
    const electron = await prepare(cleanUp);
    const world = await startDemoWorld();
    cleanUp.add(() => world.close());
    tellAddresses(world);
    const kiosk = await launchKiosk({ dataFolder: world.dataFolder, ...(size && { size }) });
    cleanUp.add(() => kiosk.close());
    // A picture is of what rests.
    await kiosk.page.emulateMedia({ reducedMotion: 'reduce' });
    const album = new Album(out, kiosk.page);
    const scene = { world, album, page: kiosk.page, customer: new Customer(kiosk.page, album) };
    try {
      await play(scene, brief);
      console.log('An attendant of the chat platform opens Maria’s contact panel, which the kiosk serves.');
      await keepContactPanel(kiosk, world.gateway, out);
      await conclude(scene, out, { brief, runtime: electron.runtime.description });
    } catch (error) {
      await keepFailure(scene, kiosk, out);
      throw error;
    }
    tellSummary(scene, out, performance.now() - begun);
  } finally {
    await cleanUp.run();
  }
}

async function prepare(cleanUp: CleanUp): Promise<PreparedElectron> {
  // A display that is there must not be used: the window would be cut to its size and end up on somebody's desk.
  delete process.env.DISPLAY;
  delete process.env.WAYLAND_DISPLAY;
  const electron = await prepareElectron({ log: console.log, forTests: true });
  cleanUp.add(electron.stop);
  Object.assign(process.env, electron.env);
  return electron;
}

function tellAddresses({ erp, psp, chat, crm, senior, printer }: DemoWorld): void {
  console.log(`Simulated: ERP ${erp.url}, PSP ${psp.url}, chat ${chat.url}, Salesforce ${crm.url},`);
  console.log(`           Senior CRM ${senior.url}, thermal printer ${printer.path} (9600 baud)`);
}

async function play(scene: TechnicianScene, brief: boolean): Promise<void> {
  console.log('Maria, whose internet is blocked, asks for what there is besides paying:');
  await askForServices(scene);
  console.log('Maria pays an overdue invoice:');
  await payOverdueInvoice(scene);
  console.log('A company with letters in its CNPJ prints a boleto that carries PIX too:');
  await printHybridSlip(scene);
  if (!brief) {
    console.log('João comes while the printer has no paper and the ERP is down:');
    await meetTrouble(scene);
    console.log('Ana, who is no customer yet, becomes one:');
    await becomeCustomer(scene);
  }
  console.log('A technician opens the hidden area (five touches on the logo) and asks the ERP about Maria:');
  await walkTechniciansArea(scene);
}

interface Ending {
  readonly brief: boolean;
  /** The Electron that ran, in words. */
  readonly runtime: string;
}

async function conclude({ world, album }: VisitScene, out: string, ending: Ending): Promise<void> {
  const { brief, runtime } = ending;
  // Of people whom the ERP knows: Maria twice, the company, João.
  await allArrived(world, brief ? 3 : 4);
  const report = reportOf(world, album, runtime);
  await writeFile(join(out, 'report.json'), `${JSON.stringify(report, null, 2)}\n`);
  checkLedgers(report, ['trustUnlock', 'createTicket', ...(brief ? [] : ['createProspect'])]);
}

async function keepFailure({ world, album }: VisitScene, kiosk: RunningKiosk, out: string): Promise<void> {
  const picture = await album.keepFailure();
  if (picture !== undefined) console.error(`The last screen: ${picture}`);
  const log = join(out, 'failure.log');
  const kept = copyFile(join(world.dataFolder, 'logs', 'balcao.log'), log);
  await kept.then(
    () => console.error(`The kiosk's log: ${log}`),
    () => console.error(kiosk.errors.join('').slice(-2_000)),
  );
}

function tellSummary({ world, album }: VisitScene, out: string, ms: number): void {
  const fromHere = relative(process.cwd(), out);
  const folder = fromHere === '' || fromHere.startsWith('..') ? out : fromHere;
  const [charge] = world.psp.ledger.charges;
  const [writeOff] = world.erp.ledger.writeOffs;
  const { callbacks, messages } = world.chat.ledger;
  const { crm, senior, erp } = world;
  console.log(`Done in ${Math.round(ms / 1000)} s.
  PIX      R$ ${charge?.amount.replace('.', ',')} paid; invoice ${writeOff?.invoiceId} written off, told ${writeOff?.times} time(s)
  asked    ${erp.ledger.writes.map(({ operation }) => operation).join(', ')}: each once
  relayed  ${callbacks.length} chat callbacks, ${messages.length} messages by WhatsApp, ${crm.ledger.cases.length} Salesforce cases, ${senior.ledger.calls.length} Senior CRM calls
  screens  ${folder}/${album.steps[0]?.picture} to ${album.steps.at(-1)?.picture}
  papers   ${album.papers.map(({ picture }) => `${folder}/${picture}`).join('\n           ')}
           and the bytes of each as .bin
  panel    ${folder}/${panelPicture}
  report   ${folder}/report.json`);
}
