import { describe, expect, it } from 'vitest';
import { type SlipInput, slipDocument } from '../../../../src-main/printing/documents/slip.ts';
import { encodeDocument } from '../../../../src-main/printing/escpos/encode.ts';
import { printDocumentSchema } from '../../../../src-main/printing/layout.ts';
import { genericProfile } from '../../../../src-main/printing/printer-profile.ts';
import { plainText, words } from './plain-text.ts';
import {
  bankBarcode,
  boletoOf,
  collectionBarcode,
  collectionLine,
  pixCode,
  slipInput,
} from './sample-inputs.ts';

function without<K extends keyof SlipInput>(...keys: K[]): Omit<SlipInput, K> {
  return Object.fromEntries(
    Object.entries(slipInput).filter(([key]) => !keys.some((each) => each === key)),
  ) as Omit<SlipInput, K>;
}

describe('slipDocument', () => {
  it('says what a boleto must say', () => {
    expect(plainText(slipDocument(slipInput))).toMatchInlineSnapshot(`
      "FIBRA DO VALE
      Internet que chega
      ────────────────────────
      Atendimento 24 horas: 0800 000 0000
      ────────────────────────
      BOLETO
      [feed]
      Vencimento                            21/12/2026
      Valor                                  R$ 123,45
      ────────────────────────
      Beneficiário
      Fibra do Vale Telecomunicações Ltda.
      CNPJ 33.000.167/0001-01
      Rua das Acácias, 1200, Sala 3, Centro
      Blumenau - SC, 89010-100
      [feed]
      Pagador
      Maria Aparecida da Conceição e Silva
      CPF ***.982.247-**
      [feed]
      Documento nº                          2026110045
      Mensalidade Fibra 500 Mega, novembro de 2026
      ────────────────────────
      Linha digitável
      34191.10121 34567.880058
      71234.570001 6 16670000012345
      [barcode]
      ────────────────────────
      Ou pague com PIX
      Aponte a câmera do app do seu banco
      [qr]
      ────────────────────────
      Pague por um só meio: boleto ou PIX
      21/11/2026 às 14:32:05
      Terminal T01
      [feed]
      [cut]"
    `);
  });

  it('carries the 44 digits and the ERP’s PIX text untouched', () => {
    const { blocks } = slipDocument(slipInput);
    expect(blocks).toContainEqual({ kind: 'barcode', digits: bankBarcode });
    expect(blocks).toContainEqual({ kind: 'qr', text: pixCode });
  });

  it('breaks a collection line after its second group', () => {
    const document = slipDocument({ ...slipInput, boleto: boletoOf(collectionLine) });
    expect(document.blocks).toContainEqual({ kind: 'barcode', digits: collectionBarcode });
    expect(plainText(document)).toContain('84670000001-7 43590024020-9\n02405000243-5 84221010811-9');
  });

  it('shows no QR without a PIX text of the ERP', () => {
    const document = slipDocument(without('pixCode'));
    expect(document.blocks.filter((block) => block.kind === 'qr')).toEqual([]);
    expect(words(document)).not.toContain('Ou pague com PIX');
    expect(words(document)).toContain('Pague por um só meio');
  });

  it('notes what is due today on an overdue one, beside the original value', () => {
    const text = words(slipDocument({ ...slipInput, overdueCents: 13001 }));
    expect(text).toContain('Valor R$ 123,45 Vencido. Total hoje R$ 130,01');
  });

  it('falls back to the PIX header, then to the company’s name', () => {
    expect(plainText(slipDocument(without('slipHeader')))).toMatch(/^CABEÇALHO DO PIX\n/);
    expect(plainText(slipDocument(without('slipHeader', 'receiptHeader')))).toMatch(
      /^Fibra do Vale Telecomunicações Ltda.\n/,
    );
  });

  it('masks the payer’s document and survives names that carry commands', () => {
    const text = plainText(
      slipDocument({ ...slipInput, payer: { name: 'Ana\x1b@\x1dV0 <b>Lima</b>', document: '52998224725' } }),
    );
    expect(text).toContain('Ana@V0 <b>Lima</b>\nCPF ***.982.247-**');
    expect(text).not.toContain('529');
  });

  it('survives storage as JSON', () => {
    const document = slipDocument(slipInput);
    expect(printDocumentSchema.parse(JSON.parse(JSON.stringify(document)))).toEqual(document);
  });

  it('takes at most 4,200 bytes on an Epson-class printer', () => {
    expect(encodeDocument(slipDocument(slipInput), genericProfile('80mm')).length).toBeLessThanOrEqual(4200);
  });
});
