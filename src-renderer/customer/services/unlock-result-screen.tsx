import { ArrowRight, RefreshCw } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { ScreenFrame } from '../../ui/screen-frame.tsx';
import { Statement } from '../../ui/statement.tsx';
import { RequestNumber, standingIcons } from '../request-standing.tsx';
import type { ScreenProps } from '../screen-props.ts';
import styles from './unlock-result-screen.module.css';

type Props = ScreenProps<'unlock-result'>;

/** What became of enabling a service on trust, and the number that it goes by. */
export function UnlockResultScreen({ screen }: Props): ReactElement {
  const { t } = useTranslation();
  const { standing, service, remarks, protocol, paper } = screen;
  return (
    <ScreenFrame
      layout="wide"
      middle={
        <Statement
          icon={standingIcons[standing]}
          tone={standing === 'done' ? 'brand' : 'caution'}
          title={t(`unlockResult.${standing}.title`)}
          lead={t(`unlockResult.${standing}.lead`)}
        >
          <p className={styles.service}>{service}</p>
          {remarks === undefined ? null : (
            <p data-testid="remarks">{t('unlockResult.said', { words: remarks })}</p>
          )}
          {standing === 'done' || standing === 'unclear' ? (
            <RequestNumber protocol={protocol} paper={paper} />
          ) : null}
        </Statement>
      }
      {...(standing === 'not-sent' && {
        touch: (
          <Button intent={{ type: 'retry' }} testId="action-retry" look="secondary" icon={RefreshCw}>
            {t('request.again')}
          </Button>
        ),
      })}
      primary={
        <Button intent={{ type: 'done' }} testId="action-done" look="primary" icon={ArrowRight} iconAfter>
          {t('common.continue')}
        </Button>
      }
    />
  );
}
