import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { PrinterSlot } from '../ui/printer-slot.tsx';
import { ScreenFrame } from '../ui/screen-frame.tsx';
import { Waiting } from '../ui/waiting.tsx';

/** While the boleto is being printed. */
export function PrintingSlipScreen(): ReactElement {
  const { t } = useTranslation();
  return (
    <ScreenFrame
      step="pay"
      layout="wide"
      middle={
        <Waiting
          title={t('printingSlip.title')}
          lead={t('printingSlip.lead')}
          picture={<PrinterSlot print="slip" paper="coming" />}
        />
      }
    />
  );
}
