import { ArrowRight } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { Bill } from '../ui/illustrations/bill.tsx';
import { PrinterSlot } from '../ui/printer-slot.tsx';
import { ScreenFrame } from '../ui/screen-frame.tsx';
import { Statement } from '../ui/statement.tsx';
import type { ScreenProps } from './screen-props.ts';

const leads = {
  boleto: 'slipPrinted.lead',
  'boleto-and-pix': 'slipPrinted.leadWithPix',
  pix: 'slipPrinted.leadPix',
} as const;

/** The boleto, or the PIX in its place, lies in the slot. */
export function SlipPrintedScreen({ screen }: ScreenProps<'slip-printed'>): ReactElement {
  const { t } = useTranslation();
  const { contents, onA4 = false } = screen;
  return (
    <ScreenFrame
      step="finish"
      layout="wide"
      middle={
        <Statement
          picture={onA4 ? <Bill mark="check" /> : <PrinterSlot print="slip" paper="out" />}
          title={t(contents === 'pix' ? 'slipPrinted.titlePix' : 'slipPrinted.title')}
          lead={t(onA4 ? 'slipPrinted.leadA4' : leads[contents])}
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
