import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Bill } from '../ui/illustrations/bill.tsx';
import { PrinterSlot } from '../ui/printer-slot.tsx';
import { ScreenFrame } from '../ui/screen-frame.tsx';
import { Waiting } from '../ui/waiting.tsx';
import type { ScreenProps } from './screen-props.ts';

/** While the boleto is being printed. */
export function PrintingSlipScreen({ screen }: ScreenProps<'printing-slip'>): ReactElement {
  const { t } = useTranslation();
  const { onA4 } = screen;
  return (
    <ScreenFrame
      step="pay"
      layout="wide"
      middle={
        <Waiting
          title={t(onA4 === 'sent' ? 'printingSlip.titleSent' : 'printingSlip.title')}
          lead={t(onA4 === undefined ? 'printingSlip.lead' : 'printingSlip.leadA4')}
          picture={onA4 === undefined ? <PrinterSlot print="slip" paper="coming" /> : <Bill mark="amount" />}
        />
      }
    />
  );
}
