import { describe, expect, test } from 'vitest';
import { defaultErpToken } from '../simulators/erp/erp-simulator.ts';
import { customers } from '../simulators/erp/fixture-customers.ts';
import { patience, useStage } from '../support/stage.ts';
import { technicianAt } from '../support/technician.ts';
import { readPage, touch } from '../support/visit.ts';

const { maria } = customers;
const wrongToken = 'token-of-yesterday-4711';

describe('"Testar"', () => {
  const stage = useStage({ technician: true });

  test('the printer as it stands, its test page, and a port that was typed', async () => {
    const { page, printer } = stage;
    const technician = technicianAt(page);
    await technician.enter();
    await technician.open('printer');
    await page.getByTestId('printer-status-ok').waitFor(patience);
    printer.setCondition({ paper: 'out' });
    await touch(page, 'print-test-page-run');
    const summary = page.getByTestId('print-test-page-summary');
    await summary.getByText('Sem papel: ponha uma bobina e tente de novo.').waitFor(patience);
    await page.getByTestId('printer-status-no-paper').getByText('Sem papel').waitFor(patience);
    printer.setCondition({ paper: 'ok' });
    await page.getByTestId('printer-status-ok').waitFor(patience);

    await touch(page, 'print-test-page-run');
    await summary.getByText('A página saiu').waitFor(patience);
    expect(printer.papers.at(-1)?.text).toContain('TESTE DE IMPRESSÃO');
    expect(printer.papers.at(-1)?.text).toContain('T01');

    await technician.fill('field-printer.serial.path', '/dev/ttyNOWHERE');
    await page.getByTestId('printer-status-offline').waitFor(patience);
    await touch(page, 'print-test-page-run');
    await page.getByText('Esta porta não existe nesta máquina').waitFor(patience);
    await technician.fill('field-printer.serial.path', printer.path);
    await page.getByTestId('printer-status-ok').waitFor(patience);
  });

  test('the ERP: found, with a wrong token, not there, and at a host that the stored token is not for', async () => {
    const { page, world } = stage;
    const technician = technicianAt(page);
    await technician.enter();
    await technician.open('erp');
    await technician.fill('field-test-erp-document', maria.document);
    const summary = page.getByTestId('test-erp-summary');
    await touch(page, 'test-erp-run');
    await summary.getByText('Cliente encontrado: Maria da Silva Souza').waitFor(patience);
    await touch(page, 'test-erp-exchanges');
    await expectNoSecret();

    await touch(page, 'secret-change-erps[0].auth.token');
    await technician.fill('field-erps[0].auth.token', wrongToken);
    await touch(page, 'test-erp-run');
    await summary.getByText('A identificação foi recusada (401)').waitFor(patience);
    await touch(page, 'test-erp-exchanges');
    expect(await page.getByTestId('test-erp-exchange-0-status').innerText()).toContain('401');
    await expectNoSecret();

    await touch(page, 'secret-keep-erps[0].auth.token');
    await technician.fill('field-erps[0].baseUrl', 'http://127.0.0.1:9');
    await touch(page, 'test-erp-run');
    await summary.getByText('O servidor recusou a conexão').waitFor(patience);

    const asked = { ...world.erp.ledger.requests };
    await technician.fill('field-erps[0].baseUrl', world.erp.url.replace('127.0.0.1', 'localhost'));
    await touch(page, 'test-erp-run');
    await summary.getByText('foi guardado para outro campo, servidor ou computador').waitFor(patience);
    expect(world.erp.ledger.requests).toEqual(asked);

    async function expectNoSecret(): Promise<void> {
      expect(await readPage(page)).not.toMatch(new RegExp(`${defaultErpToken}|${wrongToken}`));
    }
  });

  test('PIX, chat and Salesforce answer, and nothing is left behind', async () => {
    const { page, world } = stage;
    const technician = technicianAt(page);
    await technician.enter();
    await technician.open('pix');
    await touch(page, 'test-pix-run');
    await page.getByTestId('test-pix-summary').getByText('Funcionou').waitFor(patience);
    expect(world.psp.ledger.charges.map(({ status }) => status)).toEqual(['REMOVIDA_PELO_USUARIO_RECEBEDOR']);
    await technician.open('relay');
    await touch(page, 'test-chat-run');
    await page.getByTestId('test-chat-summary').getByText('A plataforma').waitFor(patience);
    expect(world.chat.ledger.callbacks.map(({ query }) => query.nome)).toEqual([
      'TESTE DO TOTEM (não é cliente)',
    ]);
    await touch(page, 'test-crm-run');
    await page.getByTestId('test-crm-summary').getByText('Funcionou').waitFor(patience);
    expect(world.crm.ledger.cases).toEqual([]);
  });
});
