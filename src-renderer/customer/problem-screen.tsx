import { RefreshCw } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProblemKind, ReceiptState } from '../../src-main/contract/screen.ts';
import { Button } from '../ui/button.tsx';
import { Attendant } from '../ui/illustrations/attendant.tsx';
import { Message } from '../ui/message.tsx';
import { ScreenFrame } from '../ui/screen-frame.tsx';
import { Statement } from '../ui/statement.tsx';
import type { ScreenProps } from './screen-props.ts';

/** What happened and what to do about it; the code is for the technician. */
export function ProblemScreen({ screen }: ScreenProps<'problem'>): ReactElement {
  const { t } = useTranslation();
  const { problem, code, canRetry, canGoBack = false, protocol } = screen;
  return (
    <ScreenFrame
      layout="wide"
      back={canGoBack}
      code={code}
      middle={
        <Statement
          picture={<Attendant />}
          title={t(`problem.${problem}.title`)}
          lead={t(`problem.${problem}.lead`)}
        >
          {protocol === undefined ? null : (
            <Message tone="info" testId="protocol">
              <strong>{t('problem.protocol', { protocol: protocol.number })}</strong>
              <br />
              {t(`problem.protocolPaper.${paperKey(protocol.paper)}`)}
            </Message>
          )}
        </Statement>
      }
      primary={
        canRetry ? (
          <Button intent={{ type: 'retry' }} testId="action-retry" look="primary" icon={RefreshCw}>
            {t(`problem.again.${againKey(problem)}`)}
          </Button>
        ) : undefined
      }
    />
  );
}

function paperKey({ state }: ReceiptState): 'printing' | 'printed' | 'missing' {
  return state === 'printing' || state === 'printed' ? state : 'missing';
}

/** After these, going on means to look at something, not to repeat what failed. */
function againKey(problem: ProblemKind): 'other' | 'invoice-changed' | 'invoice-already-settled' {
  if (problem === 'invoices-already-settled') return 'invoice-already-settled';
  return problem === 'invoice-changed' || problem === 'invoice-already-settled' ? problem : 'other';
}
