import type { LucideIcon } from 'lucide-react';
import { CircleHelp, FileX, PlugZap, Printer, RefreshCw, TriangleAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { PaperTrouble as Trouble } from '../../src-main/contract/screen.ts';
import { Button } from '../ui/button.tsx';
import { Message } from '../ui/message.tsx';
import { ScreenFrame } from '../ui/screen-frame.tsx';
import { Statement } from '../ui/statement.tsx';

const icons: Record<Trouble | 'uncertain', LucideIcon> = {
  'no-paper': FileX,
  'cover-open': Printer,
  offline: PlugZap,
  error: TriangleAlert,
  uncertain: CircleHelp,
};

interface PaperTroubleProps {
  /** Whose words: the boleto's, the receipt's or another paper's. */
  readonly words: 'slipTrouble' | 'receiptTrouble' | 'otherPaperTrouble';
  readonly trouble: Trouble | 'uncertain';
  /** In place of the usual advice. */
  readonly lead?: string;
  readonly canRetry: boolean;
  /** The job is kept and goes out by itself. */
  readonly waits: boolean;
}

/** A paper that the customer waits for did not come out, or nobody knows whether it did. */
export function PaperTrouble({ words, trouble, lead, canRetry, waits }: PaperTroubleProps): ReactElement {
  const { t } = useTranslation();
  return (
    <ScreenFrame
      {...(words === 'slipTrouble' && { step: 'pay' })}
      layout="wide"
      back
      middle={
        <Statement
          icon={icons[trouble]}
          tone="caution"
          title={t(`${words}.title.${trouble}`)}
          lead={lead ?? t(`${words}.lead.${trouble}`)}
        >
          {waits ? (
            <Message tone="info" testId={words === 'slipTrouble' ? 'slip-waits' : 'receipt-waits'}>
              {t(`${words}.waits`)}
            </Message>
          ) : null}
        </Statement>
      }
      primary={
        canRetry ? (
          <Button intent={{ type: 'retry' }} testId="action-retry" look="primary" icon={RefreshCw}>
            {t(`${words}.again`)}
          </Button>
        ) : undefined
      }
    />
  );
}
