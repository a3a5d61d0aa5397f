import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { VisitEvent } from '../../../src-main/domain/visit-event.ts';
import { html } from '../../../src-main/gateway/panel/html.ts';
import { type PanelContent, panelPage } from '../../../src-main/gateway/panel/panel-page.ts';
import { deedsOf } from '../../../src-main/gateway/panel/visit-deeds.ts';
import { invoiceOf, maria } from '../attendance/people.ts';

const base: PanelContent = {
  document: maria.document,
  today: '2026-11-21',
  now: Date.UTC(2026, 10, 21, 12),
  timeZone: 'America/Sao_Paulo',
  companyName: 'Rede Horizonte',
  framedBy: ['https://witi.me'],
};

function pageOf(content: Partial<PanelContent>): string {
  return String(panelPage({ ...base, ...content }).body);
}

function withInvoices(invoices: readonly ReturnType<typeof invoiceOf>[], change = {}): string {
  const customer = { ...maria.customer, erpIds: new Map(), unreadable: [] };
  return pageOf({ account: { customer, invoices, unreadable: [] }, visits: [], ...change });
}

const textOf = (page: string) =>
  page
    .replace(/<style>.*?<\/style>/s, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

describe('the panel', () => {
  it('shows what is open, how much and since when, with the line to copy', () => {
    const text = textOf(
      withInvoices([
        invoiceOf('1', { dueDate: '2026-11-20', dueCents: 13_000 }),
        invoiceOf('2', { dueDate: '2026-11-21', pixCode: '000201PIX' }),
        invoiceOf('3', { slip: { sound: false, problem: 'absent' } }),
      ]),
    );
    expect(text).toContain('Total de hoje R$ 380,00');
    expect(text).toContain(
      'R$ 130,00 Vencida Mensalidade 1 Venceu em 20/11/2026, há 1 dia Valor original R$ 125,00',
    );
    expect(text).toContain('Linha digitável 00190.00009 02819.286014 50903.000170 3 13730000012500');
    expect(text).toContain('Vence hoje');
    expect(text).toContain('000201PIX');
    expect(text).toContain('Esta fatura não tem linha digitável.');
  });

  it('says that a telephone alone told who it is', () => {
    expect(textOf(withInvoices([], { by: 'phone' }))).toContain('Encontrado só pelo telefone');
    expect(textOf(withInvoices([], { by: 'document' }))).not.toContain('telefone');
  });

  it('masks who it is', () => {
    const page = withInvoices([]);
    expect(page).not.toContain(maria.document);
    expect(page).not.toContain(maria.customer.name);
    expect(textOf(page)).toContain('Maria S. ***.982.247-**');
    expect(textOf(page)).toContain('Nenhuma fatura em aberto.');
  });

  it('stops at twenty invoices and says how many there are besides', () => {
    const text = textOf(withInvoices(Array.from({ length: 500 }, (_, at) => invoiceOf(String(at)))));
    expect(text).toContain('Total de hoje R$ 62.500,00');
    expect(text).toContain('E mais 480 faturas.');
    expect(text.match(/Mensalidade/g)).toHaveLength(20);
  });

  it.each([
    'unavailable',
    'unknown',
    'no-document',
    'shared-phone',
    'wrong-document',
    'group',
    'expired',
  ] as const)('says what to do instead when there is nothing to show (%s)', (note) =>
    expect(pageOf({ note })).toMatch(/class="note" role="status">[^<]{20,}</),
  );

  it('lets nothing in but its own style, and only the platform frame it', () => {
    const { headers = {} } = panelPage(base);
    const policy = headers['Content-Security-Policy'] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain('frame-ancestors https://witi.me;');
    expect(policy).not.toContain('script');
    expect(policy).not.toContain('unsafe');
    expect(panelPage({ ...base, framedBy: [] }).headers?.['Content-Security-Policy']).toContain(
      "frame-ancestors 'none'",
    );
  });

  it('takes whatever an ERP sends for text', () => {
    const hostile = `<script>alert(1)</script>"'><img src=x onerror=y>\u202e\u0000`;
    const customer = { ...maria.customer, name: hostile, erpIds: new Map(), unreadable: [] };
    const invoice = invoiceOf('1', { description: hostile, pixCode: hostile });
    const page = withInvoices([invoice], {
      account: { customer, invoices: [invoice], unreadable: [hostile] },
      companyName: hostile,
      visits: [{ startedAt: 0, events: [{ type: 'slip-printed', invoiceId: hostile }] }],
    });
    expect(page).not.toMatch(/<(?:script|img)/);
    for (const character of ['\u202e', '\u0000']) expect(page).not.toContain(character);
  });

  it('has no text in its markup that could be markup', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        const { markup } = html`<p title="${text}">${text}</p>`;
        expect(markup.match(/[<>]/g)).toHaveLength(4);
        expect(markup.match(/"/g)).toHaveLength(2);
      }),
    );
  });
});

describe('what was done in a visit', () => {
  const charge = { chargeId: 'c', txid: 't', invoiceIds: ['1', '2'], amountCents: 25_000 };

  it('is told in the order of things, repeats together, and what was paid once', () => {
    const events: VisitEvent[] = [
      { type: 'visit-started' },
      { type: 'slip-printed', invoiceId: '9' },
      { type: 'charge-created', ...charge },
      { type: 'charge-paid', ...charge },
      { type: 'slip-printed', invoiceId: '9' },
      { type: 'ticket-opened', requestId: 'r', erp: 'e', ticketId: '77' },
      { type: 'visit-ended', reason: 'completed' },
    ];
    expect(deedsOf(events)).toEqual([
      'Imprimiu o boleto da fatura 9 (2 vezes)',
      'Pagou R$ 250,00 por PIX (2 faturas)',
      'Abriu o chamado 77',
    ]);
  });

  it('names a PIX that nobody paid, and a visit in which nothing was done', () => {
    expect(deedsOf([{ type: 'charge-created', ...charge }])).toEqual(['Gerou um PIX e não pagou']);
    expect(deedsOf([{ type: 'customer-identified' }])).toEqual(['Só consultou']);
    expect(deedsOf([])).toEqual(['Só consultou']);
  });
});
