import { describe, expect, it } from 'vitest';
import { requestProtocolDocument } from '../../../../src-main/printing/documents/request-protocol.ts';
import { ticketInput } from './every-document.ts';
import { plainText, words } from './plain-text.ts';

describe('requestProtocolDocument', () => {
  it('says what was asked, and by which number the company finds it', () => {
    expect(plainText(requestProtocolDocument(ticketInput))).toMatchInlineSnapshot(`
      "Fibra do Vale Telecomunicações Ltda.
      CNPJ 33.000.167/0001-01
      Rua das Acácias, 1200, Sala 3, Centro
      Blumenau - SC, 89010-100
      ────────────────────────
      PROTOCOLO DE ATENDIMENTO
      [feed]
      Protocolo
      20261121000437
      21/11/2026 às 14:32:05
      ────────────────────────
      Cliente                                 Maria S.
      CPF                               ***.982.247-**
      [feed]
      Assunto
      Internet lenta
      [feed]
      Seu pedido
      Desde ontem à noite a conexão cai de hora em
      hora, também com cabo.
      [feed]
      Resposta da empresa
      Visita técnica marcada para 23/11, de manhã.
      ────────────────────────
      Guarde este número: com ele
      a empresa acha o seu pedido.
      ────────────────────────
      Terminal                                     T01
      Atendimento                       (47) 3333-0000
      [feed]
      NÃO É DOCUMENTO FISCAL
      [feed]
      [cut]"
    `);
  });

  it('leaves out what nobody said', () => {
    const { message: _, ...short } = ticketInput;
    const text = words(requestProtocolDocument({ ...short, remarks: ' \n ' }));
    expect(text).not.toMatch(/Seu pedido|Resposta da empresa/);
    expect(text).toContain('Assunto Internet lenta');
  });

  it.each([
    ['20261121000437', 'large'],
    ['2026112100043712345678', 'tall'],
  ])('sets the number %s so that it does not break on narrow paper', (protocol, size) => {
    const { blocks } = requestProtocolDocument({ ...ticketInput, protocol });
    expect(blocks).toContainEqual({ kind: 'text', text: protocol, align: 'center', bold: true, size });
  });

  it('says so where the company has not confirmed it', () => {
    const text = words(requestProtocolDocument({ ...ticketInput, standing: 'unclear' }));
    expect(text).toContain('EM VERIFICAÇÃO');
    expect(text).toContain('Não peça de novo');
    expect(text).not.toContain('Guarde este número');
  });
});
