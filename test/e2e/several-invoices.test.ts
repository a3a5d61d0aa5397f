import { describe, expect, test } from 'vitest';
import { customers } from '../simulators/erp/fixture-customers.ts';
import { patience, useStage } from '../support/stage.ts';
import { finishVisit, identify, touch, waitForScreen } from '../support/visit.ts';

const { withPixCode, plain, collection } = customers.maria.invoices;

describe('several invoices in one PIX', () => {
  const stage = useStage();

  test('three are ticked and paid at once, one is refused by the ERP: screen and paper say which', async () => {
    const { page, world } = stage;
    const { erp, psp } = world;
    await identify(page, customers.maria.document);
    await touch(page, 'action-show-several');
    await waitForScreen(page, 'several');
    expect(await page.getByTestId('action-pay-pix').getAttribute('aria-disabled')).toBe('true');
    const boxes = page.getByRole('checkbox');
    expect(await boxes.count()).toBe(4);
    await touch(page, `tick-${plain}`);
    await touch(page, `tick-${collection}`);
    // By keyboard as well: the space bar ticks what has the focus.
    await page.getByTestId(`tick-${withPixCode}`).focus();
    await page.keyboard.press('Space');
    await page.getByText(/Pagar 3 faturas · R\$\s*373,39/).waitFor(patience);
    const ticked = page.getByRole('checkbox', { checked: true });
    expect(await ticked.count()).toBe(3);

    erp.setFaults([
      {
        operation: 'writeOffInvoice',
        skip: 1,
        times: 1,
        effect: { kind: 'status', status: 422, body: { status: 'Fatura inválida' } },
      },
    ]);
    await touch(page, 'action-pay-pix');
    await waitForScreen(page, 'pix');
    const charge = psp.ledger.charges.at(-1);
    expect(charge).toMatchObject({ status: 'ATIVA', amount: '373.39' });
    expect(psp.pay(charge?.txid ?? '')).toMatchObject({ paid: true });

    await waitForScreen(page, 'paid');
    await page.getByTestId('write-off-by-hand').waitFor(patience);
    await page.getByTestId('standing-by-hand').waitFor(patience);
    await page.getByText('2 faturas já estão baixadas.').waitFor(patience);
    expect(await page.getByTestId('standing-by-hand').innerText()).toMatch(/Telefonia fixa[\s\S]*99,90/);
    await page.getByTestId('receipt-printed').waitFor(patience);
    await finishVisit(page);

    expect(stage.printer.papers.at(-1)?.text).toMatch(
      /PAGAMENTO RECEBIDO[\s\S]*Fatura 910002[\s\S]*> Baixada[\s\S]*Fatura 910003[\s\S]*> EM ABERTO: a empresa vai\s+concluir[\s\S]*Fatura 910004[\s\S]*> Baixada[\s\S]*Total +R\$ 373,39/,
    );
    expect(
      erp.ledger.writeOffs.map(({ invoiceId, times, effective }) => [invoiceId, times, effective]),
    ).toEqual([
      [withPixCode, 1, 1],
      [plain, 1, 0],
      [collection, 1, 1],
    ]);
    expect([withPixCode, plain, collection].map((id) => erp.isOpen(id))).toEqual([false, true, false]);
  });
});
