import { describe, expect, it } from 'vitest';
import { createDocumentMark, textVersion } from '../../../../src-main/attendance/joining/document-mark.ts';
import { meaningOf } from '../../../../src-main/attendance/joining/join-progress.ts';

describe('what a status most likely means', () => {
  it.each([
    ['Em análise de crédito', 'waiting'],
    ['Inicial', 'waiting'],
    ['', 'waiting'],
    ['Aguardando aprovação', 'waiting'],
    ['Em análise para aprovação', 'waiting'],
    ['Documentos aprovados, pendente de assinatura', 'waiting'],
    ['Aguardando ativação', 'waiting'],
    ['Ainda não instalado', 'waiting'],
    ['Ativo', 'approved'],
    ['Contrato assinado', 'approved'],
    ['Aprovada', 'approved'],
    ['Aprovado', 'approved'],
    ['INSTALAÇÃO CONCLUÍDA', 'approved'],
    ['Não aprovado', 'refused'],
    ['Reprovado', 'refused'],
    ['Suspenso', 'refused'],
    ['Cancelado pelo cliente', 'refused'],
    ['Desistência', 'refused'],
    ['Inativo', 'refused'],
  ])('%j: %s', (status, meaning) => {
    expect(meaningOf(status)).toBe(meaning);
  });
});

describe('the mark of a document', () => {
  it('is the same again at the same terminal, another one elsewhere, and does not tell the document', async () => {
    const mark = createDocumentMark('T01');
    expect(await mark('12345678909')).toBe(await mark('12345678909'));
    expect(await mark('12345678909')).not.toBe(await mark('52998224725'));
    expect(await mark('12345678909')).not.toBe(await createDocumentMark('T02')('12345678909'));
    expect(await mark('12345678909')).toMatch(/^[\w-]{24}$/);
  });
});

it('gives another version to another text', () => {
  expect(textVersion('Concordo.')).toMatch(/^[0-9a-f]{12}$/);
  expect(textVersion('Concordo.')).not.toBe(textVersion('Concordo!'));
});
