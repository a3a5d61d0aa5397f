import { createHash } from 'node:crypto';
import { formatTypeableLine } from '../../domain/boleto.ts';
import { type CalendarDate, daysBetween, formatCalendarDate } from '../../domain/calendar-date.ts';
import { maskDocument, parseDocument } from '../../domain/cpf-cnpj.ts';
import type { OpenInvoice } from '../../domain/customer-account.ts';
import { isOverdue, totalDue } from '../../domain/invoice.ts';
import { formatBrl } from '../../domain/money.ts';
import { maskName } from '../../domain/person-name.ts';
import type { OpenAccount } from '../customer-book.ts';
import type { PastVisit } from '../visit-history.ts';
import type { FoundBy } from '../who.ts';
import type { Answer } from '../wire/answer.ts';
import { Html, html } from './html.ts';
import { panelStyle } from './panel-style.ts';
import { panelNotes, panelWords as words } from './panel-words.ts';
import { deedsOf } from './visit-deeds.ts';

/** What the panel shows. */
export interface PanelContent {
  /** CPF or CNPJ without mask; absent: nobody was found. */
  readonly document?: string;
  readonly by?: FoundBy;
  /** Absent: there is a note instead. */
  readonly account?: OpenAccount;
  readonly note?: keyof typeof panelNotes;
  readonly visits?: readonly PastVisit[];
  /** Where the terminal stands. */
  readonly today: CalendarDate;
  /** Wall time, milliseconds. */
  readonly now: number;
  /** IANA name. */
  readonly timeZone: string;
  readonly companyName: string;
  /** Origins of the pages that may show the panel. */
  readonly framedBy: readonly string[];
}

/** More would be scrolled by nobody; the sum is of all of them. */
const MOST_INVOICES = 20;
const STYLE_HASH = createHash('sha256').update(panelStyle).digest('base64');

/** The whole page: server-made, without script, and nothing of it is loaded from elsewhere. */
export function panelPage(content: PanelContent): Answer {
  const { framedBy } = content;
  const ancestors = framedBy.length === 0 ? "'none'" : framedBy.join(' ');
  return {
    status: 200,
    type: 'text/html; charset=utf-8',
    body: pageOf(content).markup,
    headers: {
      'Content-Security-Policy': `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; frame-ancestors ${ancestors}; base-uri 'none'; form-action 'none'; sandbox`,
      'Cross-Origin-Resource-Policy': 'cross-origin',
    },
  };
}

function pageOf(content: PanelContent): Html {
  const { account, by, note, visits, companyName, now, timeZone } = content;
  return html`<!doctype html>
<html lang="pt-BR">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${words.title}</title>
<style>${new Html(panelStyle)}</style>
</head>
<body>
<header>${headingOf(content)}</header>
<main>
${by === 'phone' ? html`<p class="note">${words.byPhone}</p>` : undefined}
${note === undefined ? undefined : html`<p class="note" role="status">${panelNotes[note]}</p>`}
${account && invoicesPart(account, content.today)}
${visits && visitsPart(visits, timeZone)}
</main>
<footer class="soft"><p>${companyName}</p><p>${words.asOf(momentOf(now, timeZone))}</p></footer>
</body>
</html>`;
}

function headingOf({ document, account }: PanelContent): Html {
  const parsed = document === undefined ? undefined : parseDocument(document);
  const name = account ? maskName(account.customer.name) : '';
  return html`<h1>${name === '' ? words.title : name}</h1>
${parsed?.ok ? html`<p class="soft">${maskDocument(parsed.value)}</p>` : undefined}
${account && !account.customer.active ? html`<p class="soft">${words.inactive}</p>` : undefined}`;
}

function invoicesPart({ invoices, unreadable }: OpenAccount, today: CalendarDate): Html {
  const shown = invoices.slice(0, MOST_INVOICES);
  const hidden = invoices.length - shown.length;
  return html`<section aria-labelledby="invoices">
<h2 id="invoices">${words.invoices}</h2>
${unreadable.length === 0 ? undefined : html`<p class="note">${words.unreadable(unreadable.join(', '))}</p>`}
${invoices.length === 0 ? html`<p>${words.noInvoices}</p>` : undefined}
${invoices.length > 1 ? html`<p class="total"><span>${words.total}</span> <strong>${formatBrl(totalDue(invoices))}</strong></p>` : undefined}
${shown.length === 0 ? undefined : html`<ul>${shown.map((invoice) => invoiceItem(invoice, today))}</ul>`}
${hidden === 0 ? undefined : html`<p class="soft">${words.more(hidden)}</p>`}
</section>`;
}

function invoiceItem(invoice: OpenInvoice, today: CalendarDate): Html {
  const { description, dueDate, dueCents, originalCents, slip, pixCode } = invoice;
  const date = formatCalendarDate(dueDate);
  return html`<li class="card">
<p class="head"><span class="amount">${formatBrl(dueCents)}</span>${dueMark(dueDate, today)}</p>
<p>${description}</p>
<p class="due soft">${isOverdue(invoice, today) ? words.wasDue(date, daysBetween(dueDate, today)) : words.due(date)}</p>
${dueCents === originalCents ? undefined : html`<p class="soft">${words.original(formatBrl(originalCents))}</p>`}
${slip.sound ? html`<p class="label">${words.line}</p><code class="copy">${formatTypeableLine(slip.boleto)}</code>` : html`<p class="label">${words.noLine}</p>`}
${pixCode === undefined ? undefined : html`<details><summary>${words.pix}</summary><code class="copy">${pixCode}</code></details>`}
</li>`;
}

function dueMark(dueDate: CalendarDate, today: CalendarDate): Html | undefined {
  if (dueDate === today) return html`<span class="today">${words.today}</span>`;
  if (dueDate > today) return undefined;
  return html`<span class="late">${words.late}</span>`;
}

function visitsPart(visits: readonly PastVisit[], timeZone: string): Html {
  return html`<section aria-labelledby="visits">
<h2 id="visits">${words.visits}</h2>
${visits.length === 0 ? html`<p>${words.noVisits}</p>` : html`<ul>${visits.map((visit) => visitItem(visit, timeZone))}</ul>`}
</section>`;
}

function visitItem({ startedAt, events }: PastVisit, timeZone: string): Html {
  const deeds = deedsOf(events).map((deed) => html`<li>${deed}</li>`);
  return html`<li class="card"><p class="due">${momentOf(startedAt, timeZone)}</p><ul class="deeds">${deeds}</ul></li>`;
}

function momentOf(wallTime: number, timeZone: string): string {
  return new Intl.DateTimeFormat('pt-BR', { timeZone, dateStyle: 'short', timeStyle: 'short' })
    .format(wallTime)
    .replace(',', ' às');
}
