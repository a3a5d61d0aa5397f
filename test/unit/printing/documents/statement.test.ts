import { describe, expect, it } from 'vitest';
import { statementDocument } from '../../../../src-main/printing/documents/statement.ts';
import { statementInput } from './every-document.ts';
import { plainText, words } from './plain-text.ts';

describe('statementDocument', () => {
  it('lists what was owed and paid, and adds both up', () => {
    expect(plainText(statementDocument(statementInput))).toMatchInlineSnapshot(`
      "Fibra do Vale Telecomunicações Ltda.
      CNPJ 33.000.167/0001-01
      Rua das Acácias, 1200, Sala 3, Centro
      Blumenau - SC, 89010-100
      ────────────────────────
      EXTRATO FINANCEIRO
      01/08/2026 a 21/11/2026
      ────────────────────────
      Cliente                                 Maria S.
      CPF                               ***.982.247-**
      ────────────────────────
      Mensalidade Fibra 500 Mega, agosto de 2026
      Vencimento 21/08/2026                  R$ 123,45
      Pago em 20/08/2026                     R$ 123,45
      [feed]
      Mensalidade Fibra 500 Mega, setembro de 2026
      Vencimento 21/09/2026                  R$ 123,45
      Pago em 02/10/2026                     R$ 126,27
      [feed]
      Multa por rescisão
      Sem vencimento                   R$ 1.234.567,89
      Situação                               em aberto
      [feed]
      Mensalidade Fibra 500 Mega, novembro de 2026
      Vencimento 21/12/2026                  R$ 123,45
      Situação                               em aberto
      ────────────────────────
      Total pago                             R$ 249,72
      Em aberto                        R$ 1.234.691,34
      ────────────────────────
      Impresso                  21/11/2026 às 14:32:05
      Terminal                                     T01
      Atendimento                       (47) 3333-0000
      [feed]
      NÃO É DOCUMENTO FISCAL
      [feed]
      [cut]"
    `);
  });

  it('counts what was paid, not what was asked for', () => {
    const paid = { on: '2026-10-02', amountCents: 12627 };
    const rows = [{ description: '', amountCents: 12345, paid }];
    const text = words(statementDocument({ ...statementInput, rows }));
    expect(text).toContain('Total pago R$ 126,27 Em aberto R$ 0,00');
  });

  it('says so when there is nothing', () => {
    const { period: _, ...all } = statementInput;
    const text = words(statementDocument({ ...all, rows: [] }));
    expect(text).toContain('Nada lançado');
    expect(text).toContain('Total pago R$ 0,00');
    expect(text).not.toContain(' a 21/11');
  });
});
