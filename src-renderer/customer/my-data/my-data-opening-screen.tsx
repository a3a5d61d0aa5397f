import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { TypingHand } from '../../ui/illustrations/typing-hand.tsx';
import { ScreenFrame } from '../../ui/screen-frame.tsx';
import { Waiting } from '../../ui/waiting.tsx';

/** The contacts are being read. */
export function MyDataOpeningScreen(): ReactElement {
  const { t } = useTranslation();
  return (
    <ScreenFrame
      layout="wide"
      middle={
        <Waiting title={t('myData.opening.title')} lead={t('myData.opening.lead')} picture={<TypingHand />} />
      }
    />
  );
}
