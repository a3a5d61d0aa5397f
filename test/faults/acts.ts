import { customers } from '../simulators/erp/fixture-customers.ts';
import type { PayOptions } from '../simulators/psp/charge-book.ts';
import type { ChildKiosk } from './child-kiosk.ts';
import type { Scene } from './scene.ts';
import { until } from './until.ts';

export const { maria } = customers;
export const invoiceId = maria.invoices.plain;

/** Up to one invoice of Maria's. */
export async function openInvoice(kiosk: ChildKiosk, id: string = invoiceId): Promise<void> {
  await kiosk.screen('attract');
  kiosk.touch({ type: 'start' });
  await kiosk.screen('document');
  for (const key of maria.document) kiosk.touch({ type: 'key', key });
  kiosk.touch({ type: 'submit' });
  await kiosk.screen('invoices');
  kiosk.touch({ type: 'choose-invoice', invoiceId: id });
  await kiosk.screen('invoice');
}

/** Up to the QR of one invoice of Maria's. */
export async function showQr(kiosk: ChildKiosk, id: string = invoiceId): Promise<void> {
  await openInvoice(kiosk, id);
  kiosk.touch({ type: 'pay-pix' });
  await kiosk.screen('pix');
}

/** Starts the kiosk, and a customer goes up to the QR. */
export async function bootToQr(scene: Scene): Promise<ChildKiosk> {
  const kiosk = await scene.boot();
  await showQr(kiosk);
  return kiosk;
}

/** From the paid screen to the end of the visit. */
export async function goHome(kiosk: ChildKiosk): Promise<void> {
  await kiosk.screen('paid');
  kiosk.touch({ type: 'done' });
  await kiosk.screen('thanks');
  kiosk.touch({ type: 'done' });
}

/** The payer pays what the PSP charged last. */
export function pay(scene: Scene, options: PayOptions = {}): void {
  const txid = scene.world.psp.ledger.charges.at(-1)?.txid ?? '';
  const outcome = scene.world.psp.pay(txid, options);
  if (!outcome.paid) throw new Error(`the payer's bank refuses: ${outcome.reason}`);
}

/** The payer pays, and the kiosk gets to know of it, which takes it some seconds. */
export async function payAndBeSeen(scene: Scene): Promise<void> {
  pay(scene);
  await scene.skipUntil('the payment is seen', () => chargeStates(scene).includes('PAID'), 1_000);
}

export function chargeStates(scene: Scene): readonly string[] {
  return scene.journal().charges.map(({ state }) => state);
}

export function writeOffStates(scene: Scene): readonly string[] {
  return scene.journal().writeOffs.map(({ state }) => state);
}

/** Waits, without letting time go by, until the kiosk wrote a write-off down like this. */
export async function writeOffIs(scene: Scene, state: string): Promise<void> {
  await until(
    () => `the write-off is ${state} (is ${writeOffStates(scene).join(', ')})`,
    () => writeOffStates(scene).includes(state),
  );
}

/** How often a simulator was asked for something. */
export function asked(
  simulator: { readonly ledger: { readonly requests: Readonly<Record<string, number>> } },
  operation: string,
): number {
  return simulator.ledger.requests[operation] ?? 0;
}
