import { ArrowRight } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { PrinterSlot } from '../ui/printer-slot.tsx';
import { ScreenFrame } from '../ui/screen-frame.tsx';
import { Statement } from '../ui/statement.tsx';

/** The second copy of a receipt lies in the slot. */
export function ReceiptPrintedScreen(): ReactElement {
  const { t } = useTranslation();
  return (
    <ScreenFrame
      step="finish"
      layout="wide"
      middle={
        <Statement
          picture={<PrinterSlot print="receipt" paper="out" />}
          title={t('receiptPrinted.title')}
          lead={t('receiptPrinted.lead')}
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
