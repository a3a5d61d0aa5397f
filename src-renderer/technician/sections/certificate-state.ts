import type { CertificateState } from '../../../src-main/contract/technician.ts';
import type { Tone } from '../kit/notice.tsx';
import { certificateWords } from '../words/certificate-words.ts';

/** How serious each state of a client certificate is. */
export const certificateTones: Readonly<Record<CertificateState['state'], Tone>> = {
  good: 'good',
  'ends-soon': 'warning',
  ended: 'bad',
  'not-yet': 'bad',
  unusable: 'bad',
};

/** The state in words, with the next step. @param momentOf writes a time in the terminal's zone */
export function tellCertificate(certificate: CertificateState, momentOf: (at: number) => string): string {
  const { states, problems } = certificateWords;
  if (certificate.state === 'unusable') return problems[certificate.problem];
  return states[certificate.state](momentOf(certificate.validTo));
}
