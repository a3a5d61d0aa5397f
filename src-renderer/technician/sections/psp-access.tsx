import type { ReactElement } from 'react';
import { ChoiceField } from '../kit/choice-field.tsx';
import { useDraft } from '../kit/draft-context.ts';
import { Columns, Group } from '../kit/group.tsx';
import { NumberField } from '../kit/number-field.tsx';
import { SecretField } from '../kit/secret-field.tsx';
import { TextField } from '../kit/text-field.tsx';
import { pixWords } from '../words/pix-words.ts';
import { textOf } from './erp-draft.ts';
import { pixPresets, standardPreset } from './pix-presets.ts';
import { PspCertificate } from './psp-certificate.tsx';
import styles from './sections.module.css';

const words = pixWords;

/** How the kiosk gets in at the PSP of an account: which PSP it is, its addresses, credentials and certificate. */
export function PspAccess({ path }: { readonly path: string }): ReactElement {
  const { get } = useDraft();
  const preset = pixPresets.find(({ name }) => name === textOf(get(`${path}.preset`))) ?? standardPreset;
  const sandbox = get(`${path}.environment`) === 'sandbox';
  const place = preset.environments[sandbox ? 'sandbox' : 'production'];
  const isKnown = preset !== standardPreset;
  return (
    <>
      <Group title={words.psp}>
        <ChoiceField
          path={`${path}.preset`}
          {...words.preset}
          standard={standardPreset.name}
          options={pixPresets.map(({ name, title }) => ({ value: name, label: title }))}
        />
        <p className={styles.note} data-testid={`preset-verified-${preset.name}`}>
          {preset.verified}
        </p>
        {isKnown ? (
          <ChoiceField
            path={`${path}.environment`}
            {...words.environment}
            standard="production"
            options={words.environments}
          />
        ) : null}
      </Group>
      <Group title={words.access}>
        <TextField
          path={`${path}.baseUrl`}
          {...(isKnown ? words.knownBaseUrl : words.baseUrl)}
          keyboard="url"
          placeholder={place?.baseUrl ?? 'https://'}
        />
        <TextField
          path={`${path}.tokenUrl`}
          {...(isKnown ? words.knownTokenUrl : words.tokenUrl)}
          keyboard="url"
          placeholder={place?.tokenUrl ?? 'https://'}
        />
        <Columns>
          <SecretField path={`${path}.clientId`} {...words.clientId} />
          <SecretField path={`${path}.clientSecret`} {...words.clientSecret} />
        </Columns>
        {preset.developerKey === undefined && get(`${path}.developerKey`) === undefined ? null : (
          <SecretField path={`${path}.developerKey`} {...words.developerKey} />
        )}
        <Columns>
          <NumberField path={`${path}.timeoutMs`} {...words.timeoutMs} unit={words.ms} placeholder="8000" />
          <NumberField
            path={`${path}.requestsPerMinute`}
            {...words.requestsPerMinute}
            unit={words.perMinute}
            placeholder="120"
          />
        </Columns>
      </Group>
      <PspCertificate path={path} wanted={place?.certificate === true} />
    </>
  );
}
