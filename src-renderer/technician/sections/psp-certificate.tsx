import type { ReactElement } from 'react';
import { useDraft } from '../kit/draft-context.ts';
import { Columns, Group } from '../kit/group.tsx';
import { Notice } from '../kit/notice.tsx';
import { SecretField } from '../kit/secret-field.tsx';
import { useAnswer } from '../kit/use-call.ts';
import { useMoments } from '../kit/use-moments.ts';
import { certificateWords } from '../words/certificate-words.ts';
import { certificateTones, tellCertificate } from './certificate-state.ts';
import { textOf } from './erp-draft.ts';
import { KeyFileField } from './key-file-field.tsx';

const words = certificateWords;

interface PspCertificateProps {
  /** Path of the account in the draft. */
  readonly path: string;
  /** The PSP lets nobody in without one. */
  readonly wanted: boolean;
}

/** The certificate that the kiosk shows to the PSP (mTLS): its files, its passphrase, and how it stands. */
export function PspCertificate({ path, wanted }: PspCertificateProps): ReactElement {
  const { get } = useDraft();
  const file = get(`${path}.certificateFile`);
  return (
    <Group title={words.title} text={wanted ? words.wanted : words.text}>
      <Columns>
        <KeyFileField path={`${path}.certificateFile`} {...words.file} />
        <KeyFileField path={`${path}.certificateKeyFile`} {...words.keyFile} />
      </Columns>
      <SecretField path={`${path}.certificatePassphrase`} {...words.passphrase} />
      {file === undefined ? null : <CertificateNotice account={textOf(get(`${path}.id`))} />}
    </Group>
  );
}

/** Until when it is good, as soon as the settings can be read. */
function CertificateNotice({ account }: { readonly account: string }): ReactElement | null {
  const { draft } = useDraft();
  const { answer } = useAnswer('pix-certificate', { draft, account });
  const momentOf = useMoments();
  if (answer === undefined || answer === null) return null;
  return (
    <Notice tone={certificateTones[answer.state]} testId={`certificate-${answer.state}`}>
      {tellCertificate(answer, momentOf)}
    </Notice>
  );
}
