import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { ErpCustomer } from '../simulators/erp/records.ts';
import { readPage } from '../support/visit.ts';
import type { World } from '../support/world.ts';
import { patience, type Scene } from './scene.ts';

/** What the ERP's own books say of write-offs: POSTs received, and how many of them booked money. */
export function writeOffsAtErp(
  world: World,
): readonly { readonly invoiceId: string; readonly times: number; readonly effective: number }[] {
  return world.erp.ledger.writeOffs.map(({ invoiceId, times, effective }) => ({
    invoiceId,
    times,
    effective,
  }));
}

/** The payer pays the one charge that the PSP has. */
export function payAtPsp(world: World): void {
  const [charge, ...others] = world.psp.ledger.charges;
  expect(others).toEqual([]);
  expect(world.psp.pay(charge?.txid ?? '')).toMatchObject({ paid: true });
}

/** Resolves when the kiosk has brought the one write-off to its end. */
export async function waitForWriteOff(scene: Scene, state: string): Promise<void> {
  await expect.poll(() => scene.journal().writeOffs.map((row) => row.state), patience).toEqual([state]);
}

/** Resolves when the kiosk holds its one charge for what is given. */
export async function waitForCharge(scene: Scene, state: string): Promise<void> {
  await expect.poll(() => scene.journal().charges.map((row) => row.state), patience).toEqual([state]);
}

/**
 * Resolves when the chat platform was told of one visit that crashed, in order (a repeat after a crash carries the
 * same key and counts once), and the CRM of how it ended.
 */
export async function expectCrashTold(world: World): Promise<void> {
  await expect
    .poll(() => chatEvents(world), patience)
    .toEqual(['OnLoadContact', 'OnStartConversation', 'OnEndConversation']);
  await expect
    .poll(() => world.crm.ledger.cases.map((row) => row.fields.Description), patience)
    .toEqual([expect.stringContaining('Atendimento encerrado (o totem parou e voltou)')]);
}

function chatEvents(world: World): readonly string[] {
  const { callbacks } = world.chat.ledger;
  const byKey = new Map(callbacks.map(({ event, idempotencyKey }) => [`${idempotencyKey} ${event}`, event]));
  return [...byKey.values()];
}

/** Neither what a person can read nor the page's own source names the customer of the visit that crashed. */
export async function expectNothingOf(page: Page, customer: ErpCustomer): Promise<void> {
  const shown = `${await readPage(page)}\n${await page.content()}`;
  const [firstName = ''] = customer.name.split(' ');
  for (const trace of [firstName, customer.document, formatted(customer.document)]) {
    expect(shown).not.toContain(trace);
  }
}

function formatted(cpf: string): string {
  return cpf.replace(/^(\d{3})(\d{3})(\d{3})(\d{2})$/, '$1.$2.$3-$4');
}

/** The payment receipts on paper, whole ones and what the printer has begun. */
export function receipts({ printer }: World): readonly string[] {
  const texts = [...(printer?.papers ?? []), printer?.unfinished].map((paper) => paper?.text ?? '');
  return texts.filter((text) => text.includes('COMPROVANTE DE PAGAMENTO'));
}
