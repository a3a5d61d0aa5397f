import { ArrowRight } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { PrinterSlot } from '../../ui/printer-slot.tsx';
import { ScreenFrame } from '../../ui/screen-frame.tsx';
import { Statement } from '../../ui/statement.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { PaperTrouble } from '../paper-trouble.tsx';
import type { ScreenProps } from '../screen-props.ts';

/** While a paper that is neither boleto nor receipt comes out. */
export function PrintingPaperScreen(): ReactElement {
  const { t } = useTranslation();
  return (
    <ScreenFrame
      layout="wide"
      middle={
        <Waiting
          title={t('printingPaper.title')}
          lead={t('printingPaper.lead')}
          picture={<PrinterSlot print="receipt" paper="coming" />}
        />
      }
    />
  );
}

/** It lies in the slot. */
export function PaperPrintedScreen(): ReactElement {
  const { t } = useTranslation();
  return (
    <ScreenFrame
      layout="wide"
      back
      middle={
        <Statement
          picture={<PrinterSlot print="receipt" paper="out" />}
          title={t('paperPrinted.title')}
          lead={t('paperPrinted.lead')}
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

/** It did not come out, or nobody knows whether it did. */
export function PaperTroubleScreen({ screen }: ScreenProps<'paper-trouble'>): ReactElement {
  const { trouble, canRetry, waits } = screen;
  return <PaperTrouble words="otherPaperTrouble" trouble={trouble} canRetry={canRetry} waits={waits} />;
}
