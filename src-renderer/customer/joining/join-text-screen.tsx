import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { JoinText } from '../../../src-main/contract/join-screen.ts';
import { TextQuestion } from '../../ui/text-entry/text-question.tsx';
import type { ScreenProps } from '../screen-props.ts';
import { JoinPlace } from './join-place.tsx';
import { JoinSkip } from './join-skip.tsx';

const numbers: readonly JoinText[] = ['number', 'billingNumber'];

/** One thing to type on the way to becoming a customer. */
export function JoinTextScreen({ screen }: ScreenProps<'join-text'>): ReactElement {
  const { t } = useTranslation();
  const { question, entry, optional, place, forCompany } = screen;
  const asked = question === 'name' && forCompany ? 'responsible' : question;
  const skip = numbers.includes(question) ? 'number' : question === 'postalCode' ? question : 'other';
  return (
    <TextQuestion
      entry={entry}
      title={t(`join.question.${asked}.title`)}
      label={t(`join.question.${asked}.label`)}
      hint={t(`join.question.${asked}.hint`)}
      error={useError(screen)}
      place={<JoinPlace place={place} />}
      beside={optional ? <JoinSkip kind={skip} /> : undefined}
    />
  );
}

const ownWords = ['phone', 'email', 'postalCode', 'reseller'] as const;

function useError({ error, question }: ScreenProps<'join-text'>['screen']): string | undefined {
  const { t } = useTranslation();
  if (error === undefined) return undefined;
  if (error !== 'wrong') return t(`join.error.${error}`);
  const asked = question === 'billingPostalCode' ? 'postalCode' : question;
  return t(`join.error.wrong.${ownWords.find((each) => each === asked) ?? 'other'}`);
}
