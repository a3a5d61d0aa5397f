import type { ReactElement } from 'react';
import type { ErpProfileChoice } from '../../../src-main/contract/technician.ts';
import { useDraft } from '../kit/draft-context.ts';
import { SecretField } from '../kit/secret-field.tsx';
import { TextField } from '../kit/text-field.tsx';
import { ToggleField } from '../kit/toggle-field.tsx';
import { erpWords } from '../words/erp-words.ts';

interface ErpCredentialsProps {
  /** Path of the ERP in the draft. */
  readonly path: string;
  readonly needed: ErpProfileChoice['credentials'];
}

/** Only what the profile's authentication asks for. */
export function ErpCredentials({ path, needed }: ErpCredentialsProps): ReactElement {
  if (needed.length === 0) return <p>{erpWords.noCredentials}</p>;
  return (
    <>
      {needed.map((name) => {
        const field = { path: `${path}.auth.${name}`, ...erpWords.credentials[name] };
        if (name === 'username') return <TextField key={name} {...field} />;
        if (name === 'token') return <TokenField key={name} {...field} />;
        return <SecretField key={name} {...field} />;
      })}
    </>
  );
}

/** A token, or the word that there is none: an empty text is a value of its own. */
function TokenField(props: {
  readonly path: string;
  readonly label: string;
  readonly hint: string;
}): ReactElement {
  const { get, set } = useDraft();
  const none = get(props.path) === '';
  return (
    <>
      {none ? null : <SecretField {...props} />}
      <ToggleField
        path={`${props.path}-none`}
        {...erpWords.noToken}
        on={none}
        onToggle={(on) => set(props.path, on ? '' : undefined)}
      />
    </>
  );
}
