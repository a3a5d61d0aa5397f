import type { ReactElement } from 'react';
import { ChoiceField } from '../kit/choice-field.tsx';
import { useDraft } from '../kit/draft-context.ts';
import { Columns, Group } from '../kit/group.tsx';
import { SecretField } from '../kit/secret-field.tsx';
import { TextField } from '../kit/text-field.tsx';
import { ToggleField } from '../kit/toggle-field.tsx';
import { crmWords } from '../words/crm-words.ts';
import { KeyFileField } from './key-file-field.tsx';
import { RelayTest } from './relay-test.tsx';
import { useSwitchedPart } from './use-switched-part.ts';

const words = crmWords;
const part = 'relay.crm';

/** Salesforce: how the kiosk gets in, and how its Cases are to be. */
export function CrmFields(): ReactElement {
  const { on, toggle } = useSwitchedPart(part);
  return (
    <Group title={words.title}>
      <ToggleField path={part} {...words.enabled} on={on} onToggle={toggle} />
      {on ? (
        <>
          <SignIn />
          <CaseFields />
          <RelayTest target="crm" words={words.test} />
        </>
      ) : null}
    </Group>
  );
}

/** What the chosen way in needs, and what stands in the draft all the same: it may have a problem. */
function SignIn(): ReactElement {
  const { get } = useDraft();
  const signIn = get(`${part}.signIn`) ?? 'client-credentials';
  const isJwt = signIn === 'jwt-bearer';
  const isPassword = signIn === 'username-password';
  const shows = (field: string, wanted: boolean): boolean => wanted || get(`${part}.${field}`) !== undefined;
  return (
    <>
      <TextField path={`${part}.loginUrl`} {...words.loginUrl} keyboard="url" placeholder="https://" />
      <ChoiceField
        path={`${part}.signIn`}
        {...words.signIn}
        standard="client-credentials"
        options={words.signIns}
      />
      <Columns>
        <SecretField path={`${part}.clientId`} {...words.clientId} />
        {shows('clientSecret', !isJwt) ? (
          <SecretField path={`${part}.clientSecret`} {...words.clientSecret} />
        ) : null}
        {shows('username', isJwt || isPassword) ? (
          <TextField path={`${part}.username`} {...words.username} />
        ) : null}
        {shows('privateKeyFile', isJwt) ? (
          <KeyFileField path={`${part}.privateKeyFile`} {...words.privateKeyFile} />
        ) : null}
        {shows('password', isPassword) ? <SecretField path={`${part}.password`} {...words.password} /> : null}
        {shows('securityToken', isPassword) ? (
          <SecretField path={`${part}.securityToken`} {...words.securityToken} />
        ) : null}
      </Columns>
    </>
  );
}

function CaseFields(): ReactElement {
  const { get } = useDraft();
  const name = `${part}.customerUsername`;
  const hasAudit = get(`${part}.auditFields`) === true || get(name) !== undefined;
  return (
    <>
      <Columns>
        <TextField path={`${part}.apiVersion`} {...words.apiVersion} placeholder="62.0" />
        <TextField path={`${part}.externalIdField`} {...words.externalIdField} placeholder="BalcaoVisit__c" />
      </Columns>
      <ToggleField path={`${part}.attachFiles`} {...words.attachFiles} standard />
      <ToggleField path={`${part}.linkFiles`} {...words.linkFiles} />
      <ToggleField path={`${part}.auditFields`} {...words.auditFields} />
      {hasAudit ? <TextField path={name} {...words.customerUsername} /> : null}
    </>
  );
}
