import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Houses } from '../../ui/illustrations/houses.tsx';
import { ScreenFrame } from '../../ui/screen-frame.tsx';
import { Waiting } from '../../ui/waiting.tsx';

/** The company is asked what it offers, or is sent what was filled in. */
export function JoinWaitingScreen({ what }: { readonly what: 'loading' | 'sending' }): ReactElement {
  const { t } = useTranslation();
  return (
    <ScreenFrame
      layout="wide"
      middle={<Waiting title={t(`join.${what}.title`)} lead={t(`join.${what}.lead`)} picture={<Houses />} />}
    />
  );
}
