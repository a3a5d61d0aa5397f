import { describe, expect, it } from 'vitest';
import { pixSlipDocument } from '../../../../src-main/printing/documents/pix-slip.ts';
import { pixSlipInput } from './every-document.ts';
import { plainText, words } from './plain-text.ts';
import { pixCode, receiptInput } from './sample-inputs.ts';

describe('pixSlipDocument', () => {
  it('says how much, to whom, for what and until when', () => {
    expect(plainText(pixSlipDocument(pixSlipInput))).toMatchInlineSnapshot(`
      "Fibra do Vale Telecomunicações Ltda.
      CNPJ 33.000.167/0001-01
      Rua das Acácias, 1200, Sala 3, Centro
      Blumenau - SC, 89010-100
      ────────────────────────
      PAGUE COM PIX
      [feed]
      R$ 123,45
      Pague até
      21/11/2026 às 14:37:05
      Depois, este código não vale mais.
      ────────────────────────
      Quem recebe
      FIBRA DO VALE TELECOM
      [feed]
      Fatura 2026110045                      R$ 123,45
      Mensalidade Fibra 500 Mega, novembro de 2026
      ────────────────────────
      Aponte a câmera do app do seu banco
      [qr]
      PIX copia e cola
      00020101021226940014br.gov.bcb.pix2572qr-h.sandb
      ox.pix.bcb.gov.br/rest/api/v2/7b2d64c4eb744a2d92
      a4dd5f8cfc4dfa5204000053039865802BR5913FULANO DE
       TAL6008BRASILIA62070503***80950014br.gov.bcb.pi
      x2573qr-h.sandbox.pi
      ────────────────────────
      Antes de pagar, confira quem recebe e o valor.
      21/11/2026 às 14:32:05
      Terminal T01
      [feed]
      [cut]"
    `);
  });

  it('carries the PIX text untouched, as a QR and character by character', () => {
    const { blocks } = pixSlipDocument(pixSlipInput);
    expect(blocks).toContainEqual({ kind: 'qr', text: pixCode });
    expect(blocks).toContainEqual({ kind: 'text', text: pixCode, verbatim: true });
    expect(plainText(pixSlipDocument(pixSlipInput)).replaceAll('\n', '')).toContain(pixCode);
  });

  it('promises no end that the code does not have', () => {
    const { expiresAt: _, ...endless } = pixSlipInput;
    expect(words(pixSlipDocument(endless))).not.toMatch(/Pague até|não vale mais/);
  });

  it('names no customer', () => {
    const text = words(pixSlipDocument(pixSlipInput));
    expect(text).not.toContain(receiptInput.payer.maskedName);
    expect(text).not.toContain('CPF');
  });
});
