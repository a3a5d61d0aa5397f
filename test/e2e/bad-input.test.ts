import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { allCustomers, customers } from '../simulators/erp/fixture-customers.ts';
import type { ErpCustomer } from '../simulators/erp/records.ts';
import { decodeBarcodes } from '../simulators/printer/zbar.ts';
import type { FaultEffect } from '../simulators/server/fault.ts';
import { patience, useStage, waitForLog } from '../support/stage.ts';
import {
  identify,
  leaveVisit,
  openInvoice,
  payByPix,
  printSlip,
  readPage,
  startVisit,
  submitDocument,
  touch,
  typeDocument,
  waitForScreen,
} from '../support/visit.ts';

const { maria, difficult, many, company } = customers;

/** Two contracts, because only then does the kiosk show what the ERP calls them. */
const hostileContracts: ErpCustomer = {
  ...difficult,
  id: '7099',
  document: '98765432100',
  contracts: [
    { id: '3090', label: 'Beco <img src=x onerror=alert(1)> \u001b@\u0007 sem saída' },
    { id: '3091', label: '<script>document.title="x"</script>&lt;b&gt; & "Fundos"\u202E' },
  ],
};

const timeoutMs = 1_000;

const options = {
  world: { erp: { customers: [...allCustomers, hostileContracts] } },
  settings: (settings: { erps: [{ timeoutMs: number }, ...object[]]; pix: { accounts: object[] } }) => {
    settings.erps[0].timeoutMs = timeoutMs;
    settings.pix.accounts = settings.pix.accounts.map((account) => ({ ...account, timeoutMs }));
  },
};

describe('whoever comes', () => {
  const stage = useStage(options);

  describe('what a customer may type', () => {
    test('is told what is wrong with it, and the ERP is not asked', async () => {
      const { page, world } = stage;
      const asked = world.erp.ledger.requests.getCustomer ?? 0;
      await startVisit(page);
      for (const { typed, error, words } of [
        { typed: '52998224724', error: 'wrong-check-digit', words: 'Algum número não confere' },
        { typed: '5299822', error: 'incomplete', words: 'Ainda faltam números' },
        { typed: '77777777777', error: 'repeated-digits', words: 'é todo repetido' },
      ]) {
        await typeDocument(page, typed);
        await touch(page, 'action-submit');
        const message = page.getByTestId(`error-${error}`);
        await message.waitFor(patience);
        expect(await message.innerText()).toContain(words);
        await touch(page, 'key-clear');
      }
      expect(world.erp.ledger.requests.getCustomer ?? 0).toBe(asked);
    });

    test('a document that the ERP does not know', async () => {
      const { page } = stage;
      await submitDocument(page, '71428793860');
      const message = page.getByTestId('error-not-found');
      await message.waitFor(patience);
      expect(await message.innerText()).toContain('Não achamos este CPF');
      // The customer corrects the entry and goes on.
      await touch(page, 'key-clear');
      await typeDocument(page, maria.document);
      await touch(page, 'action-submit');
      await waitForScreen(page, 'invoices');
    });

    test('a customer who owes nothing', async () => {
      const { page } = stage;
      await identify(page, customers.noneOpen.document);
      expect(await readPage(page)).toContain('Não achamos faturas em aberto');
    });
  });

  describe('an ERP in trouble', () => {
    const ways: readonly {
      name: string;
      code: string;
      title: string;
      effect: FaultEffect;
    }[] = [
      { name: 'silent', code: 'ERP-NO-ANSWER', title: unreachable(), effect: { kind: 'hang' } },
      {
        name: 'answering HTML',
        code: 'ERP-MALFORMED',
        title: unusable(),
        effect: { kind: 'garbage', garbage: 'html' },
      },
    ];

    for (const { name, code, title, effect } of ways) {
      test(`${name}: the customer is told, and tries again when it is well`, async () => {
        const { page, world } = stage;
        world.erp.setFaults([{ effect }]);
        await submitDocument(page, maria.document);
        await expectProblem(page, title, code);
        world.erp.setFaults([]);
        await touch(page, 'action-retry');
        await waitForScreen(page, 'invoices');
        expect(await readPage(page)).not.toContain('<');
      });
    }

    test('failing only when it lists the invoices', async () => {
      const { page, world } = stage;
      world.erp.setFaults([{ operation: 'listOpenInvoices', effect: { kind: 'status', status: 500 } }]);
      await submitDocument(page, maria.document);
      await expectProblem(page, unreachable(), 'ERP-SERVER-ERROR');
    });

    test('failing when the invoice is read again before the charge: nothing is charged', async () => {
      const { page, world } = stage;
      await identify(page, maria.document);
      await openInvoice(page, maria.invoices.plain);
      world.erp.setFaults([{ effect: { kind: 'garbage', garbage: 'html' } }]);
      await touch(page, 'action-pay-pix');
      await expectProblem(page, unusable(), 'ERP-MALFORMED');
      expect(world.psp.ledger.charges).toEqual([]);
    });
  });

  describe('two hundred invoices', () => {
    test('are turned page by page, each is there once, and the last can be opened', async () => {
      const { page } = stage;
      await identify(page, many.document);
      expect(await readPage(page)).toContain('200 faturas em aberto');
      const seen: string[] = [];
      for (let number = 1; number <= 50; number += 1) {
        await page.getByText(`${number} de 50`, { exact: true }).waitFor(patience);
        const ids = await page
          .getByTestId(/^invoice-\d+$/)
          .evaluateAll((cards) => cards.map((card) => card.getAttribute('data-testid') ?? ''));
        seen.push(...ids);
        if (number < 50) await page.getByTestId('page-next').click({ force: true });
      }
      expect(new Set(seen).size).toBe(200);
      expect(seen).toHaveLength(200);
      expect(await page.getByTestId('page-next').getAttribute('aria-disabled')).toBe('true');
      await touch(page, seen.at(-1) ?? '');
      await waitForScreen(page, 'invoice');
      expect(await readPage(page)).toContain('Unidade 200');
    });
  });

  describe('names and texts that would do harm', () => {
    test('the screen shows no markup and the printer gets no command of theirs', async () => {
      const { page, printer } = stage;
      await identify(page, difficult.document);
      expect(await page.getByTestId('title').innerText()).toBe('Olá, Zé L.');
      await openInvoice(page, difficult.invoices.longReceipts);
      await expectNoMarkup(page);
      await printSlip(page);
      expect(printer.papers).toHaveLength(1);
      expect(printer.papers[0]?.text).toContain('Linha com bytes de controle');
      expect(printer.papers[0]?.text.replaceAll(/\s+/g, ' ')).toContain('Ninguém');
      expect({
        unknown: printer.unknown,
        strayControls: printer.strayControls,
        overflows: printer.overflows,
        drawerPulses: printer.drawerPulses,
      }).toEqual({ unknown: [], strayControls: [], overflows: [], drawerPulses: 0 });
    });

    test('so it is with the receipt', async () => {
      const { page, printer, world } = stage;
      await identify(page, difficult.document);
      await openInvoice(page, difficult.invoices.longReceipts);
      await payByPix(page);
      world.psp.pay(world.psp.ledger.charges.at(-1)?.txid ?? '');
      await waitForScreen(page, 'paid');
      await page.getByTestId('receipt-printed').waitFor(patience);
      expect(printer.papers).toHaveLength(2);
      expect(printer.papers[1]?.text).toMatch(/Cliente +Zé L\./);
      expect({ unknown: printer.unknown, strayControls: printer.strayControls }).toEqual({
        unknown: [],
        strayControls: [],
      });
    });

    test('so it is with the names of contracts', async () => {
      const { page } = stage;
      await submitDocument(page, hostileContracts.document);
      await waitForScreen(page, 'contracts');
      expect(await page.getByTestId('contract-3090').innerText()).toContain('sem saída');
      await expectNoMarkup(page);
      expect(await page.title()).toBe('Autoatendimento');
    });

    test('a name without end breaks no screen and no paper', async () => {
      const { page, printer } = stage;
      await identify(page, customers.longNames.document);
      await openInvoice(page, customers.longNames.invoices.plain);
      await printSlip(page);
      expect(printer.overflows).toEqual([]);
    });
  });
});

describe('an invoice that is hard to trust', () => {
  const stage = useStage(options);

  test('a broken typed line: no paper, but PIX', async () => {
    const { page } = stage;
    await identify(page, difficult.document);
    await openInvoice(page, difficult.invoices.brokenLine);
    expect(await page.getByTestId('slip-not-offered').innerText()).toContain(
      'O código deste boleto veio com defeito e o banco não aceitaria.',
    );
    expect(await page.getByTestId('action-print-slip').count()).toBe(0);
    await payByPix(page);
  });

  test('a typed line without a value is legal and printed', async () => {
    const { page, printer } = stage;
    await identify(page, difficult.document);
    await openInvoice(page, difficult.invoices.zeroValueLine);
    await printSlip(page);
    const [bars] = await decodeBarcodes(printer.papers.at(-1)?.png ?? Buffer.alloc(0));
    expect(bars?.data.slice(9, 19)).toBe('0000000000');
  });

  test('an overdue one shows what is due today and how it came to that', async () => {
    const { page } = stage;
    await identify(page, maria.document);
    await openInvoice(page, maria.invoices.overdue);
    const text = (await readPage(page)).replaceAll(/\s+/g, ' ');
    expect(text).toMatch(/Vencida em .*Valor original R\$ 129,90 Juros R\$ 0,52 Multa R\$ 2,60/);
    expect(text).toMatch(/Total a pagar hoje R\$ 133,02/);
  });

  test('an identifier that nobody mapped: no charge, and an alarm', async () => {
    const { page, world } = stage;
    const before = world.psp.ledger.charges.length;
    await identify(page, difficult.document);
    await openInvoice(page, difficult.invoices.unknownIdentifier);
    await touch(page, 'action-pay-pix');
    await expectProblem(page, 'Não deu para gerar o PIX', 'PIX-ACCOUNT-MISSING');
    expect(world.psp.ledger.charges).toHaveLength(before);
    await waitForLog(world, 'PIX-ACCOUNT-MISSING');
  });

  test('a PIX of the ERP that no bank would read gives way to one of ours', async () => {
    const { page, world } = stage;
    const before = world.psp.ledger.charges.length;
    await identify(page, difficult.document);
    await openInvoice(page, difficult.invoices.brokenPixCode);
    await payByPix(page);
    expect(world.psp.ledger.charges).toHaveLength(before + 1);
  });

  test('an amount that changed between the list and the charge is shown first', async () => {
    const { page, world } = stage;
    const before = world.psp.ledger.charges.length;
    await identify(page, company.document);
    await openInvoice(page, company.invoices.plain);
    world.erp.changeAmounts(company.invoices.plain, { fineCents: 1_010 });
    await touch(page, 'action-pay-pix');
    await expectProblem(page, 'Sua fatura mudou', 'INVOICE-CHANGED');
    expect(world.psp.ledger.charges).toHaveLength(before);
    await touch(page, 'action-retry');
    await waitForScreen(page, 'invoice');
    expect(await page.getByTestId('amount').innerText()).toMatch(/3\.510,00/);
    await payByPix(page);
    expect(world.psp.ledger.charges.at(-1)?.amount).toBe('3510.00');
  });

  test('an invoice settled meanwhile is not charged', async () => {
    const { page, world } = stage;
    const before = world.psp.ledger.charges.length;
    await identify(page, maria.document);
    await openInvoice(page, maria.invoices.plain);
    world.erp.settleElsewhere(maria.invoices.plain);
    await touch(page, 'action-pay-pix');
    await expectProblem(page, 'Esta fatura já está paga', 'INVOICE-SETTLED');
    expect(world.psp.ledger.charges).toHaveLength(before);
    await touch(page, 'action-retry');
    await waitForScreen(page, 'invoices');
    await page.getByTestId(`invoice-${maria.invoices.overdue}`).waitFor(patience);
    expect(await page.getByTestId(`invoice-${maria.invoices.plain}`).count()).toBe(0);
  });
});

describe('a PSP in trouble', () => {
  const stage = useStage(options);

  const charges = ['createCob', 'getCob', 'reviseCob'];
  const ways: readonly {
    name: string;
    code: string;
    title: string;
    effect: FaultEffect;
  }[] = [
    {
      name: 'down',
      code: 'PIX-SERVER-ERROR',
      title: 'O PIX não respondeu',
      effect: { kind: 'status', status: 503 },
    },
    {
      name: 'answering garbage',
      code: 'PIX-MALFORMED',
      title: 'O PIX não respondeu',
      effect: { kind: 'garbage', garbage: 'html' },
    },
    {
      name: 'refusing',
      code: 'PIX-REFUSED',
      title: 'Não deu para gerar o PIX',
      effect: { kind: 'status', status: 403 },
    },
  ];

  for (const { name, code, title, effect } of ways) {
    test(`${name}: the boleto is still there, and PIX when it is well again`, async () => {
      const { page, world } = stage;
      await identify(page, maria.document);
      await openInvoice(page, maria.invoices.plain);
      world.psp.setFaults(charges.map((operation) => ({ operation, effect })));
      await touch(page, 'action-pay-pix');
      await expectProblem(page, title, code);
      await touch(page, 'action-back');
      await waitForScreen(page, 'invoice');
      await page.getByTestId('action-print-slip').waitFor(patience);
      world.psp.setFaults([]);
      await payByPix(page);
      expect(world.erp.ledger.writeOffPosts).toEqual([]);
    });
  }

  test('failing while the customer looks at the QR: told, and the payment is noticed afterwards', async () => {
    const { page, world } = stage;
    await identify(page, maria.document);
    await openInvoice(page, maria.invoices.collection);
    await payByPix(page);
    world.psp.setFaults([{ effect: { kind: 'status', status: 503 } }]);
    await page.getByTestId('connection-trouble').waitFor(patience);
    world.psp.pay(world.psp.ledger.charges.at(-1)?.txid ?? '');
    world.psp.setFaults([]);
    await waitForScreen(page, 'paid');
  });

  test('a payment of another amount is no payment: nothing is written off, and an alarm calls a person', async () => {
    const { page, world } = stage;
    await identify(page, maria.document);
    await openInvoice(page, maria.invoices.overdue);
    await payByPix(page);
    world.psp.pay(world.psp.ledger.charges.at(-1)?.txid ?? '', { amountCents: 100 });
    await expectProblem(page, 'Recebemos um valor diferente', 'CHARGE-WRONG-AMOUNT');
    await leaveVisit(page);
    await waitForLog(world, 'CHARGE-WRONG-AMOUNT');
    expect(world.erp.ledger.writeOffPosts.map(({ invoiceId }) => invoiceId)).not.toContain(
      maria.invoices.overdue,
    );
  });
});

function unreachable(): string {
  return 'Não conseguimos ver suas faturas agora';
}

function unusable(): string {
  return 'Não conseguimos ler suas faturas';
}

/** The customer is told what happened, and the technician finds the code on the screen and in the log. */
async function expectProblem(page: Page, title: string, code: string): Promise<void> {
  await waitForScreen(page, 'problem');
  expect(await page.getByTestId('title').innerText()).toBe(title);
  expect(await page.getByTestId('technician-code').innerText()).toBe(`Código: ${code}`);
  expect(await page.getByTestId('support-phone').innerText()).toContain('0800 123 4567');
}

async function expectNoMarkup(page: Page): Promise<void> {
  expect(await page.locator('#root :is(b, i, img, script)').count()).toBe(0);
  expect((await readPage(page)).replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202a-\u202e]/u);
}
