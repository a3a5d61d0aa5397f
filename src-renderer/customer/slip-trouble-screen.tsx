import type { LucideIcon } from 'lucide-react';
import { CircleHelp, FileX, PlugZap, Printer, RefreshCw, TriangleAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Screen } from '../../src-main/contract/screen.ts';
import { Button } from '../ui/button.tsx';
import { Message } from '../ui/message.tsx';
import { ScreenFrame } from '../ui/screen-frame.tsx';
import { Statement } from '../ui/statement.tsx';
import type { ScreenProps } from './screen-props.ts';

type Trouble = Extract<Screen, { name: 'slip-trouble' }>['trouble'];

const icons: Record<Trouble, LucideIcon> = {
  'no-paper': FileX,
  'cover-open': Printer,
  offline: PlugZap,
  error: TriangleAlert,
  uncertain: CircleHelp,
};

/** The boleto did not come out, or nobody knows whether it did. */
export function SlipTroubleScreen({ screen }: ScreenProps<'slip-trouble'>): ReactElement {
  const { t } = useTranslation();
  const { trouble, canRetry = trouble === 'uncertain' } = screen;
  return (
    <ScreenFrame
      step="pay"
      layout="wide"
      back
      middle={
        <Statement
          icon={icons[trouble]}
          tone="caution"
          title={t(`slipTrouble.title.${trouble}`)}
          lead={t(`slipTrouble.lead.${trouble}`)}
        >
          {canRetry ? null : (
            <Message tone="info" testId="slip-waits">
              {t('slipTrouble.waits')}
            </Message>
          )}
        </Statement>
      }
      primary={
        canRetry ? (
          <Button intent={{ type: 'retry' }} testId="action-retry" look="primary" icon={RefreshCw}>
            {t('slipTrouble.again')}
          </Button>
        ) : undefined
      }
    />
  );
}
