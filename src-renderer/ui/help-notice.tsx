import { Check } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { HelpNotice as Notice } from '../../src-main/contract/screen.ts';
import { useVisit } from '../visit-context.ts';
import { Button } from './button.tsx';
import styles from './help-notice.module.css';
import { Overlay } from './overlay.tsx';

/** What happens next, after "Chamar atendente"; the visit waits underneath as it was. */
export function HelpNotice({ notice: { told, name } }: { readonly notice: Notice }): ReactElement {
  const { t } = useTranslation();
  const { supportPhone: phone } = useVisit().view.brand;
  const title = name === undefined ? t('attendant.notice.title') : t('attendant.notice.titleFor', { name });
  return (
    <Overlay
      title={told ? title : t('attendant.notice.failedTitle')}
      testId={told ? 'help-told' : 'help-not-told'}
      actions={
        <Button intent={{ type: 'close-notice' }} testId="action-close-notice" look="primary" icon={Check}>
          {t('attendant.notice.close')}
        </Button>
      }
    >
      <div className={styles.words} role="status">
        <p>{t(told ? 'attendant.notice.lead' : 'attendant.notice.failedLead')}</p>
        {told ? <p>{t('attendant.notice.meanwhile')}</p> : null}
        {told || phone === undefined ? null : <p>{t('attendant.notice.failedCall', { phone })}</p>}
      </div>
    </Overlay>
  );
}
