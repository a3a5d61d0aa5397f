import { z } from 'zod';
import { formatBrl } from '../../domain/money.ts';
import type { RemoteFailure } from '../../domain/remote-failure.ts';
import { type Result, success } from '../../domain/result.ts';
import type { VisitEvent } from '../../domain/visit-event.ts';
import type { HttpClient } from '../../http/http-client.ts';
import { readJson } from '../../http/read-json.ts';
import type { Delivery, RelayTarget } from '../target.ts';

/** A Salesforce org and how to sign in to it (OAuth2 client credentials). */
export interface SalesforceAccess {
  readonly loginUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** e.g. `62.0`. */
  readonly apiVersion: string;
  /** Custom external-id field of Case that makes repeats harmless. */
  readonly externalIdField: string;
}

const timeoutMs = 15_000;

const tokenAnswer = z.object({ access_token: z.string().min(1), instance_url: z.url() });

/** One Case per visit of an identified customer, written when the visit ends and upserted by the visit's id. */
export function createSalesforceCase(
  access: SalesforceAccess,
  terminalId: string,
  http: HttpClient,
): RelayTarget {
  return {
    name: 'salesforce-case',
    wants: (type) => type === 'visit-ended',
    async deliver(delivery) {
      if (!delivery.visit.contact) return success(undefined);
      const session = await signIn(access, http);
      if (!session.ok) return session;
      const { access_token: token, instance_url: instance } = session.value;
      const path = `/services/data/v${access.apiVersion}/sobjects/Case/${access.externalIdField}/${delivery.visit.id}`;
      const answer = await http.request({
        method: 'PATCH',
        url: new URL(path, instance).href,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify(caseOf(delivery, terminalId)),
        timeoutMs,
      });
      return answer.ok ? success(undefined) : answer;
    },
  };
}

/** Asks Salesforce for a session: a token, and the address at which it is good. */
export async function signIn(
  access: Pick<SalesforceAccess, 'loginUrl' | 'clientId' | 'clientSecret'>,
  http: HttpClient,
): Promise<Result<z.output<typeof tokenAnswer>, RemoteFailure>> {
  const answer = await http.request({
    method: 'POST',
    url: new URL('/services/oauth2/token', access.loginUrl).href,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: access.clientId,
      client_secret: access.clientSecret,
    }).toString(),
    timeoutMs,
  });
  return answer.ok ? readJson(answer.value, tokenAnswer) : answer;
}

function caseOf(delivery: Delivery, terminalId: string): Record<string, string> {
  const { visit, history } = delivery;
  return {
    Subject: `${visit.contact?.phone ?? `Totem ${terminalId}`} [${visit.id}]`,
    Origin: 'Totem',
    Status: 'Closed',
    Description: history
      .map(({ occurredAt, event }) => `${new Date(occurredAt).toISOString()} ${describe(event)}`)
      .join('\n'),
  };
}

function describe(event: VisitEvent): string {
  switch (event.type) {
    case 'visit-started':
      return 'Atendimento iniciado';
    case 'customer-identified':
      return 'Cliente identificado';
    case 'invoice-opened':
      return `Fatura ${event.invoiceId} aberta`;
    case 'charge-created':
      return `PIX de ${formatBrl(event.amountCents)} gerado (${event.txid})`;
    case 'charge-paid':
      return `PIX de ${formatBrl(event.amountCents)} pago (${event.endToEndId ?? event.txid})`;
    case 'charge-expired':
      return 'PIX expirado sem pagamento';
    case 'charge-cancelled':
      return 'PIX cancelado';
    case 'refund-due':
      return `Devolução pendente (${event.reason})`;
    case 'write-off-done':
      return `Baixa da fatura ${event.invoiceId} confirmada`;
    case 'write-off-manual':
      return `Baixa da fatura ${event.invoiceId} aguarda conferência`;
    case 'slip-printed':
      return `Boleto da fatura ${event.invoiceId} impresso`;
    case 'receipt-printed':
      return 'Comprovante impresso';
    case 'visit-ended':
      return `Atendimento encerrado (${event.reason})`;
  }
}
