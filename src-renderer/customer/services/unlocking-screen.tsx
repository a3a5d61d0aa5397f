import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Houses } from '../../ui/illustrations/houses.tsx';
import { ScreenFrame } from '../../ui/screen-frame.tsx';
import { Waiting } from '../../ui/waiting.tsx';

/** The company's system is asked to enable a service. */
export function UnlockingScreen(): ReactElement {
  const { t } = useTranslation();
  return (
    <ScreenFrame
      layout="wide"
      middle={<Waiting title={t('unlocking.title')} lead={t('unlocking.lead')} picture={<Houses />} />}
    />
  );
}
