import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { PrinterSlot } from '../ui/printer-slot.tsx';
import { ScreenFrame } from '../ui/screen-frame.tsx';
import { Waiting } from '../ui/waiting.tsx';

/** While an earlier receipt is printed again. */
export function PrintingReceiptScreen(): ReactElement {
  const { t } = useTranslation();
  return (
    <ScreenFrame
      layout="wide"
      middle={
        <Waiting
          title={t('printingReceipt.title')}
          lead={t('printingReceipt.lead')}
          picture={<PrinterSlot print="receipt" paper="coming" />}
        />
      }
    />
  );
}
