import { checkPdf, LARGEST_PDF_BYTES } from '../../domain/pdf.ts';
import type { RemoteFailure } from '../../domain/remote-failure.ts';
import { failure, type Result } from '../../domain/result.ts';
import type { HttpClient } from '../../http/http-client.ts';
import type { ErpOperation } from '../erp-operation.ts';

/** Fetches a PDF from an address that the ERP named. */
export type PdfDownload = (
  operation: ErpOperation,
  address: string,
) => Promise<Result<Uint8Array, RemoteFailure>>;

/**
 * The address may lead anywhere: it is asked over https (or where the ERP itself is), without any token and without
 * following it elsewhere, and what comes back must be a PDF of bounded size.
 */
export function createPdfDownload(http: HttpClient, baseUrl: string, timeoutMs: number): PdfDownload {
  const erpOrigin = new URL(baseUrl).origin;
  return async (operation, address) => {
    const { protocol, origin } = new URL(address);
    if (protocol !== 'https:' && origin !== erpOrigin) {
      return failure({ kind: 'not-sent', detail: `${operation}: the address is not https` });
    }
    const answer = await http.request({
      method: 'GET',
      url: address,
      timeoutMs,
      charset: 'bytes',
      maxBodyBytes: LARGEST_PDF_BYTES,
    });
    if (!answer.ok) return failure({ ...answer.error, detail: `${operation}: ${answer.error.detail}` });
    const pdf = checkPdf(Buffer.from(answer.value.text, 'latin1'));
    if (pdf.ok) return pdf;
    return failure({ kind: 'malformed', detail: `${operation}: ${pdf.error}` });
  };
}
