import { ArrowRight } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContactSaving } from '../../../src-main/contract/my-data-screen.ts';
import type { RequestStanding } from '../../../src-main/contract/ticket-screen.ts';
import { Button } from '../../ui/button.tsx';
import { ScreenFrame } from '../../ui/screen-frame.tsx';
import { Statement } from '../../ui/statement.tsx';
import { standingIcons } from '../request-standing.tsx';
import type { ScreenProps } from '../screen-props.ts';
import styles from './contact-saved-screen.module.css';

/** What became of the change; company by company where there are several. */
export function ContactSavedScreen({ screen }: ScreenProps<'contact-saved'>): ReactElement {
  const { t } = useTranslation();
  const { savings } = screen;
  const standing = togetherOf(savings);
  const listed = savings.length > 1 || standing === 'unclear' || standing === 'refused';
  return (
    <ScreenFrame
      layout="wide"
      middle={
        <Statement
          icon={standingIcons[standing]}
          tone={standing === 'done' ? 'brand' : 'caution'}
          title={t(`myData.saved.${standing}.title`)}
          lead={t(`myData.saved.${standing}.lead`)}
        >
          {listed ? (
            <ul className={styles.list}>
              {savings.map((saving) => (
                <li key={saving.companyName} className={styles.saving}>
                  <Saving saving={saving} />
                </li>
              ))}
            </ul>
          ) : null}
        </Statement>
      }
      primary={
        <Button intent={{ type: 'done' }} testId="action-done" look="primary" icon={ArrowRight} iconAfter>
          {t('myData.saved.others')}
        </Button>
      }
    />
  );
}

function Saving({ saving }: { readonly saving: ContactSaving }): ReactElement {
  const { t } = useTranslation();
  const { companyName, standing, protocol } = saving;
  const Icon = standingIcons[standing];
  return (
    <>
      <Icon className={styles.icon} aria-hidden="true" />
      <span>
        <strong>{companyName}</strong>: {t(`myData.saved.standing.${standing}`)}
        {standing === 'unclear' || standing === 'refused' ? (
          <span className={styles.number} data-testid="protocol">
            {t('myData.saved.number', { protocol })}
          </span>
        ) : null}
      </span>
    </>
  );
}

/** Of all of them, where they are alike; nothing was sent where there is none. */
function togetherOf(savings: readonly ContactSaving[]): RequestStanding | 'mixed' {
  const [first] = savings;
  if (first === undefined) return 'not-sent';
  return savings.every(({ standing }) => standing === first.standing) ? first.standing : 'mixed';
}
