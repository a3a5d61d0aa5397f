import type { RemoteFailure } from '../../domain/remote-failure.ts';
import { failure, type Result, success } from '../../domain/result.ts';
import type { HttpClient } from '../../http/http-client.ts';
import type { ErpOperation } from '../erp-operation.ts';
import { isPdf } from '../read/read-pdf.ts';

/** Fetches a PDF from an address that the ERP named. */
export type PdfDownload = (
  operation: ErpOperation,
  address: string,
) => Promise<Result<Uint8Array, RemoteFailure>>;

/**
 * The address may lead anywhere: it is asked over https (or where the ERP itself is), without any token, and what
 * comes back must be a PDF.
 */
export function createPdfDownload(http: HttpClient, baseUrl: string, timeoutMs: number): PdfDownload {
  const erpOrigin = new URL(baseUrl).origin;
  return async (operation, address) => {
    const { protocol, origin } = new URL(address);
    if (protocol !== 'https:' && origin !== erpOrigin) {
      return failure({ kind: 'not-sent', detail: `${operation}: the address is not https` });
    }
    const answer = await http.request({ method: 'GET', url: address, timeoutMs, charset: 'bytes' });
    if (!answer.ok) return failure({ ...answer.error, detail: `${operation}: ${answer.error.detail}` });
    const bytes = Buffer.from(answer.value.text, 'latin1');
    if (isPdf(bytes)) return success(bytes);
    return failure({ kind: 'malformed', detail: `${operation}: not a PDF` });
  };
}
