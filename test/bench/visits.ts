import { setTimeout as delay } from 'node:timers/promises';
import type { ElectronApplication, Page } from 'playwright-core';
import { customers } from '../simulators/erp/fixture-customers.ts';
import { launchKiosk } from '../support/kiosk.ts';
import {
  finishVisit,
  leaveVisit,
  openInvoice,
  payByPix,
  startVisit,
  submitDocument,
  touch,
  typeDocument,
  waitForScreen,
} from '../support/visit.ts';
import { startWorld, type World } from '../support/world.ts';
import { type Figures, medianFigure } from './figure.ts';
import { type OwnTime, watchOwnTime } from './stopwatch.ts';

export interface VisitSamples {
  readonly invoices: number;
  readonly writeOffs: number;
}

/** An id of the fixtures' range that no fixture uses. */
const firstOwnInvoice = 918_000;

/** What a customer waits for, and what the kiosk weighs afterwards: in the real app, against simulated ERP and PSP. */
export async function measureVisits(samples: VisitSamples): Promise<Figures> {
  const world = await startWorld({ printer: false });
  const kiosk = await launchKiosk({ dataFolder: world.dataFolder });
  try {
    await waitForScreen(kiosk.page, 'attract');
    const erpTime = watchOwnTime(world.erp);
    const invoices: number[] = [];
    for (let round = 0; round < samples.invoices; round += 1) {
      invoices.push(await timeInvoices(kiosk.page, erpTime));
    }
    const writeOffs: number[] = [];
    for (let round = 0; round < samples.writeOffs; round += 1) {
      writeOffs.push(await timeWriteOff(kiosk.page, world, String(firstOwnInvoice + round)));
    }
    return {
      'writeoff.latencyMs': medianFigure(writeOffs, 'ms', 1, 100),
      'invoices.latencyMs': medianFigure(invoices, 'ms', 1, 60),
      ...(await measureMemory(kiosk.app)),
    };
  } finally {
    await kiosk.close();
    await world.close();
  }
}

/** Milliseconds from the touch on "Continuar" to the frame with the invoices, less the ERP's own time. */
async function timeInvoices(page: Page, erpTime: OwnTime): Promise<number> {
  await startVisit(page);
  await typeDocument(page, customers.maria.document);
  const drawn = page.evaluate(waitForInvoices);
  erpTime.take();
  await touch(page, 'action-submit');
  const milliseconds = (await drawn) - erpTime.take();
  await leaveVisit(page);
  return milliseconds;
}

/** Runs in the page. A message posted from an animation frame comes after that frame's style, layout and paint. */
function waitForInvoices(): Promise<number> {
  return new Promise((resolve) => {
    let submittedAt = 0;
    document.addEventListener(
      'click',
      (event) => {
        submittedAt = event.timeStamp;
      },
      { capture: true, once: true },
    );
    const observer = new MutationObserver(() => {
      if (document.querySelector('[data-testid^="invoice-"]') === null) return;
      observer.disconnect();
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now() - submittedAt);
        port2.postMessage(undefined);
      });
    });
    observer.observe(document.body, { subtree: true, childList: true });
  });
}

/** Milliseconds from the PSP's answer that a charge is paid to the write-off's arrival at the ERP. */
async function timeWriteOff(page: Page, world: World, invoiceId: string): Promise<number> {
  const { noneOpen, maria } = customers;
  world.erp.addInvoice({
    ...world.erp.invoice(maria.invoices.plain),
    id: invoiceId,
    customerId: noneOpen.id,
    contractIds: noneOpen.contracts.map(({ id }) => id),
  });
  await submitDocument(page, noneOpen.document);
  await waitForScreen(page, 'invoices');
  await openInvoice(page, invoiceId);
  await payByPix(page);

  const milliseconds = watchWriteOff(world);
  const charge = world.psp.ledger.charges.at(-1);
  if (!charge || !world.psp.pay(charge.txid).paid) throw new Error('the charge could not be paid');
  const measured = await milliseconds;
  await waitForScreen(page, 'paid');
  await finishVisit(page);
  return measured;
}

/** From the first answer of the PSP that says paid (the wait for that question is the polling's) to the write-off. */
function watchWriteOff({ psp, erp }: World): Promise<number> {
  return new Promise((resolve) => {
    let paidAt: number | undefined;
    const forgetAnswers = psp.onAnswered((_request, { body }) => {
      if (body.includes('"CONCLUIDA"')) paidAt ??= performance.now();
    });
    const forgetRequests = erp.onRequest(({ operation }) => {
      if (operation !== 'writeOffInvoice' || paidAt === undefined) return;
      forgetAnswers();
      forgetRequests();
      resolve(performance.now() - paidAt);
    });
  });
}

/** Resident memory of the two processes that are the app's own; Chromium's helpers are left out. */
async function measureMemory(app: ElectronApplication): Promise<Figures> {
  await delay(1000);
  const metrics = await app.evaluate(({ app: running }) =>
    running.getAppMetrics().map(({ type, memory }) => ({ type, kilobytes: memory.workingSetSize })),
  );
  const megabytes = (wanted: string) =>
    metrics.filter(({ type }) => type === wanted).map(({ kilobytes }) => kilobytes / 1024);
  return {
    'memory.main': medianFigure(megabytes('Browser'), 'MiB', 0),
    'memory.page': medianFigure(megabytes('Tab'), 'MiB', 0),
  };
}
