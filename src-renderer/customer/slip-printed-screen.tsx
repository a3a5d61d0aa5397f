import { ArrowRight } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { PrinterSlot } from '../ui/printer-slot.tsx';
import { ScreenFrame } from '../ui/screen-frame.tsx';
import { Statement } from '../ui/statement.tsx';
import type { ScreenProps } from './screen-props.ts';

/** The boleto lies in the slot. */
export function SlipPrintedScreen({ screen }: ScreenProps<'slip-printed'>): ReactElement {
  const { t } = useTranslation();
  return (
    <ScreenFrame
      step="finish"
      layout="wide"
      middle={
        <Statement
          picture={<PrinterSlot print="slip" paper="out" />}
          title={t('slipPrinted.title')}
          lead={t(screen.withPix ? 'slipPrinted.leadWithPix' : 'slipPrinted.lead')}
        />
      }
      primary={
        <Button intent={{ type: 'done' }} testId="action-done" look="primary" icon={ArrowRight} iconAfter>
          {t('common.continue')}
        </Button>
      }
    />
  );
}
