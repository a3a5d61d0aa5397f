import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { defaultErpToken } from '../simulators/erp/erp-simulator.ts';
import { customers } from '../simulators/erp/fixture-customers.ts';
import { patience, type Stage, useStage } from '../support/stage.ts';
import { technicianAt } from '../support/technician.ts';
import { finishVisit, identify, openInvoice, payByPix, touch, waitForScreen } from '../support/visit.ts';

const { maria } = customers;
const { plain, overdue } = maria.invoices;

describe('how the kiosk stands', () => {
  const stage = useStage({ technician: true });

  test('write-offs that the ERP refused: one is tried again, one is settled with a reason', async () => {
    const { page, world } = stage;
    world.erp.setFaults([{ operation: 'writeOffInvoice', effect: { kind: 'status', status: 422 } }]);
    await pay(stage, plain);
    await pay(stage, overdue);
    world.erp.setFaults([]);
    const technician = technicianAt(page);
    await technician.enter();
    const queue = page.getByTestId('write-off-table');
    await expect.poll(() => queue.innerText(), patience).toMatch(/910003[\s\S]*910001|910001[\s\S]*910003/);
    expect(await queue.getByText('Precisa de você', { exact: true }).count()).toBe(2);

    await rowOf(page, 'write-off-table', plain)
      .getByTestId(/^retry-write-off-/)
      .click(patience);
    await expect.poll(() => world.erp.isOpen(plain), patience).toBe(false);
    await touch(page, 'state-reload');
    await rowOf(page, 'write-off-table', plain).waitFor({ ...patience, state: 'detached' });
    expect(world.erp.ledger.writeOffs.filter(({ invoiceId }) => invoiceId === plain)).toHaveLength(1);

    await rowOf(page, 'write-off-table', overdue)
      .getByTestId(/^settle-write-off-/)
      .click(patience);
    await touch(page, 'settle-write-off-yes');
    await page.getByText('Escreva o motivo, com pelo menos 3 letras.').waitFor(patience);
    await technician.fill('field-settle-write-off-reason', 'baixa dada no ERP pelo financeiro');
    await touch(page, 'settle-write-off-yes');
    await page.getByTestId('write-off-table-empty').waitFor(patience);
    expect(world.erp.isOpen(overdue)).toBe(true);
  });

  test('a delivery that was refused is told again once the address was mended', async () => {
    const { page, world } = stage;
    const technician = technicianAt(page);
    world.chat.setFaults([{ operation: 'callback', effect: { kind: 'status', status: 422 } }]);
    await identify(page, maria.document);
    await touch(page, 'action-leave');
    await waitForScreen(page, 'attract');
    await technician.enter();
    const dead = page.getByTestId('delivery-table').locator('tr').filter({ hasText: 'Recusado' });
    await expect
      .poll(async () => {
        await touch(page, 'state-reload');
        return dead.first().innerText();
      }, patience)
      .toContain('Chat');
    world.chat.setFaults([]);
    await technician.open('relay');
    const field = page.getByTestId('field-relay.chat.onLoadContact');
    await technician.fill('field-relay.chat.onLoadContact', `${await field.inputValue()}&via=totem`);
    await technician.save();
    await technician.open('state');
    const heard = world.chat.ledger.callbacks.length;
    await dead
      .filter({ hasText: 'Cliente identificado' })
      .getByTestId(/^retry-delivery-/)
      .click(patience);
    await expect
      .poll(() => world.chat.ledger.callbacks.slice(heard).map(({ query }) => query.via), patience)
      .toContain('totem');

    await dead
      .filter({ hasText: 'Fim da visita' })
      .last()
      .getByTestId(/^drop-delivery-/)
      .click(patience);
    await technician.fill('field-drop-delivery-reason', 'o chat estava fora');
    const dropped = await dead.count();
    await touch(page, 'drop-delivery-yes');
    await expect.poll(() => dead.count(), patience).toBeLessThan(dropped);
    await technician.leave();
  });

  test('the journal finds a payment by txid and by amount, and its receipt comes out once more', async () => {
    const { page, printer } = stage;
    const technician = technicianAt(page);
    const txid = await pay(stage, maria.invoices.collection);
    await technician.enter();
    await search(page, txid);
    const rows = page.getByTestId('journal-table').locator('tbody tr');
    await expect
      .poll(() => page.getByTestId('journal-total').innerText(), patience)
      .toContain('1 pagamento ·');
    const amount = /R\$\s*([\d.]+,\d\d)/.exec(await rows.first().innerText())?.[1] ?? '';
    await search(page, '0,01');
    await page.getByText('Nenhum pagamento encontrado.').waitFor(patience);
    await search(page, amount);
    await page.getByTestId('journal-table').getByText(txid).waitFor(patience);

    const papers = printer.papers.length;
    await rows
      .filter({ hasText: txid })
      .getByTestId(/^reprint-/)
      .click(patience);
    await page
      .getByTestId('reprint-result')
      .getByText('O comprovante foi para a impressora.')
      .waitFor(patience);
    await expect.poll(() => printer.papers.length, patience).toBe(papers + 1);
    expect(printer.papers.at(-1)?.text).toContain('REIMPRESSÃO');
    expect(printer.papers.at(-1)?.text).toContain(maria.invoices.collection);
    await technician.leave();
  });

  test('the machine and the audit log', async () => {
    const { page, world } = stage;
    const technician = technicianAt(page);
    await technician.enter();
    expect(await page.getByTestId('erp-health-principal').getAttribute('data-state')).toBe('up');
    await page.getByTestId('clock-fine').waitFor(patience);
    expect(await page.getByTestId('disk').innerText()).toMatch(/\d+(,\d)? GB livres de \d+(,\d)? GB/);
    expect(await page.getByTestId('versions').innerText()).toMatch(/\d+\.\d+\.\d+/);
    await technician.open('security');
    await page.getByText('O diário está inteiro.').waitFor(patience);
    const audit = await page.getByTestId('audit').innerText();
    for (const line of [
      'Entrada com o PIN',
      'Configurações salvas',
      'Baixa repetida à mão',
      'Baixa encerrada à mão',
      'Entrega repetida à mão',
      'Recibo reimpresso',
      'Saída',
    ])
      expect(audit).toContain(line);
    const file = await readFile(join(world.dataFolder, 'audit.jsonl'), 'utf8');
    expect(file).not.toMatch(new RegExp(`${maria.document}|Maria|${defaultErpToken}|financeiro`));
  });
});

/** A whole visit; the txid of its charge. */
async function pay({ page, world }: Stage, invoiceId: string): Promise<string> {
  await identify(page, maria.document);
  await openInvoice(page, invoiceId);
  await payByPix(page);
  const txid = world.psp.ledger.charges.at(-1)?.txid ?? '';
  world.psp.pay(txid);
  await waitForScreen(page, 'paid');
  await finishVisit(page);
  return txid;
}

function rowOf(page: Page, table: string, text: string) {
  return page.getByTestId(table).locator('tbody tr').filter({ hasText: text });
}

async function search(page: Page, text: string): Promise<void> {
  await page.getByTestId('field-journal-search').fill(text);
  await page.keyboard.press('Enter');
}
