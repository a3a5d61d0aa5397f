import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RemoteFailure } from '../../../../src-main/domain/remote-failure.ts';
import { failureFacts, type PspOperation } from '../../../../src-main/payment/api-pix/pix-failure.ts';

const refused: RemoteFailure = { kind: 'refused', status: 400, detail: '' };

function factsOf(
  error: RemoteFailure,
  text?: string,
  operation: PspOperation = 'create-cob',
  heardId?: string,
) {
  return failureFacts(error, { operation, text, refusals: {}, heardId });
}

describe('what a failure means', () => {
  it.each([
    ['ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED'],
    ['ERR_SSL_SSL/TLS_ALERT_HANDSHAKE_FAILURE'],
    ['ERR_SSL_TLSV1_ALERT_UNKNOWN_CA'],
    ['ERR_SSL_SSLV3_ALERT_CERTIFICATE_EXPIRED'],
  ])('%s: the PSP does not take our certificate', (code) => {
    for (const kind of ['not-sent', 'no-answer'] as const) {
      expect(factsOf({ kind, detail: `POST psp.example: ${code}` }).problem).toBe('certificate-refused');
    }
  });

  it.each(['CERT_HAS_EXPIRED', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'ERR_TLS_CERT_ALTNAME_INVALID'])(
    '%s: it is the PSP’s own that is wrong',
    (code) => {
      const detail = `POST psp.example: ${code}`;
      expect(factsOf({ kind: 'not-sent', detail }).problem).toBe('not-sent');
    },
  );

  it('of a token is about who we are, whatever the status', () => {
    for (const status of [400, 401, 403, 404]) {
      expect(factsOf({ ...refused, status }, '{}', 'token').problem).toBe('unauthorised');
    }
  });

  it('prefers the PSP’s id in the problem to that in the header', () => {
    expect(factsOf(refused, '{"correlationId":"a"}', 'create-cob', 'b').correlationId).toBe('a');
    expect(factsOf(refused, 'oi', 'create-cob', 'b').correlationId).toBe('b');
  });

  it('reads a problem of which half is odd', () => {
    const text = JSON.stringify({ type: 7, violacoes: 'nenhuma', erros: null, nome: 'valor_invalido' });
    expect(factsOf(refused, text)).toMatchObject({
      problem: 'invalid',
      type: 'valor_invalido',
      violations: [],
    });
  });

  it('is always one, and never passes on a sentence', () => {
    fc.assert(
      fc.property(fc.json(), fc.integer({ min: 300, max: 499 }), (text, status) => {
        const { problem, type = 'x', violations } = factsOf({ ...refused, status }, text);
        expect(problem).toMatch(/^[a-z-]+$/);
        expect(type).toMatch(/^[\w-]{1,60}$/);
        for (const { property } of violations) expect(property).toMatch(/^[\w.[\]-]{1,80}$/);
      }),
    );
  });
});
