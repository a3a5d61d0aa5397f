import { describe, expect, it } from 'vitest';
import { receiptDocument } from '../../../../src-main/printing/documents/receipt.ts';
import { printDocumentSchema } from '../../../../src-main/printing/layout.ts';
import { plainText, words } from './plain-text.ts';
import { receiptInput } from './sample-inputs.ts';

describe('receiptDocument', () => {
  it('says who paid what, when, and how to find it again', () => {
    expect(plainText(receiptDocument(receiptInput))).toMatchInlineSnapshot(`
      "FIBRA DO VALE
      Comprovante de pagamento
      ────────────────────────
      COMPROVANTE DE PAGAMENTO PIX
      [feed]
      R$ 123,45
      20/11/2026 às 23:31:44
      ────────────────────────
      Cliente                                 Maria S.
      CPF                               ***.982.247-**
      [feed]
      Fatura 2026110045                      R$ 123,45
      Mensalidade Fibra 500 Mega, novembro de 2026
      ────────────────────────
      ID da transação
      E00416968202611211732aBcDeFgHiJk
      Identificador da cobrança (txid)
      7978c0c97ea847e78e8849634473c1f1
      ────────────────────────
      Terminal                                     T01
      Atendimento                       (47) 3333-0000
      [feed]
      NÃO É DOCUMENTO FISCAL
      [feed]
      [cut]"
    `);
  });

  it('lists every invoice of the payment', () => {
    const text = words(
      receiptDocument({
        ...receiptInput,
        amountCents: 17345,
        invoices: [...receiptInput.invoices, { id: '46', description: 'Instalação', amountCents: 5000 }],
      }),
    );
    expect(text).toContain('R$ 173,45');
    expect(text).toContain('Fatura 46 R$ 50,00 Instalação');
  });

  it('says that the company confirmed it when nobody else can', () => {
    const text = words(
      receiptDocument({
        ...receiptInput,
        proof: { by: 'company', confirmedAt: Date.parse('2026-11-21T17:40:00Z') },
      }),
    );
    expect(text).toContain('21/11/2026 às 14:40:00');
    expect(text).toContain('Pagamento confirmado pela empresa');
    expect(text).not.toContain('txid');
  });

  it('leaves out an end-to-end id that the PSP did not tell', () => {
    const proof = { by: 'psp', txid: 'x'.repeat(32), paidAt: 0 } as const;
    expect(words(receiptDocument({ ...receiptInput, proof }))).not.toContain('ID da transação');
  });

  it('says so while the write-off is not confirmed', () => {
    expect(words(receiptDocument(receiptInput))).not.toContain('Baixa em processamento');
    expect(words(receiptDocument({ ...receiptInput, writeOff: 'processing' }))).toContain(
      'Baixa em processamento',
    );
  });

  it.each([
    ['for-person', 'Baixa em conferência'],
    ['refund-due', 'Esta fatura já estava paga'],
    ['closed-by-hand', 'Conferido pela empresa'],
  ] as const)('says what is true of a payment that is %s', (writeOff, title) => {
    const text = words(receiptDocument({ ...receiptInput, writeOff }));
    expect(text).toContain(title);
    expect(text).not.toContain('em processamento');
  });

  it('says that it is provisional, and what to do, before anything else of it is read', () => {
    const text = words(receiptDocument({ ...receiptInput, writeOff: 'processing' }));
    expect(text).toMatch(/PROVISÓRIO Baixa em processamento .* Não pague de novo .* Cliente/);
  });

  it('gives customer and company a paper each, which say whose they are', () => {
    const document = receiptDocument({ ...receiptInput, copies: ['customer', 'company'] });
    expect(document.blocks.filter((block) => block.kind === 'cut')).toHaveLength(2);
    const [first = '', second = ''] = plainText(document).split('[cut]');
    expect(first).toContain('COMPROVANTE DE PAGAMENTO PIX\nVia do cliente\n');
    expect(second).toContain('COMPROVANTE DE PAGAMENTO PIX\nVia da empresa\n');
    expect(second.replace('Via da empresa', 'Via do cliente').trim()).toBe(first.trim());
  });

  it('adds up several invoices, and not a single one', () => {
    const two = [...receiptInput.invoices, { id: '46', description: '', amountCents: 5000 }];
    const text = words(receiptDocument({ ...receiptInput, amountCents: 17345, invoices: two }));
    expect(text).toContain('Fatura 46 R$ 50,00 Total R$ 173,45');
    expect(words(receiptDocument(receiptInput))).not.toContain('Total');
  });

  it('says that it is a reprint', () => {
    expect(plainText(receiptDocument(receiptInput))).not.toContain('REIMPRESSÃO');
    expect(plainText(receiptDocument({ ...receiptInput, reprint: true }))).toMatch(/^REIMPRESSÃO\n/);
  });

  it('shows no more of a document than its owner needs', () => {
    const payer = { maskedName: '', document: 'sem documento' };
    const text = words(receiptDocument({ ...receiptInput, payer }));
    expect(text).toContain('Documento ***');
    expect(text).not.toContain('Cliente');
  });

  it('survives storage as JSON', () => {
    const document = receiptDocument({ ...receiptInput, reprint: true });
    expect(printDocumentSchema.parse(JSON.parse(JSON.stringify(document)))).toEqual(document);
  });
});
