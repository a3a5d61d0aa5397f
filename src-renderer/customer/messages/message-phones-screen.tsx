import { Keyboard, MessageCircle, Smartphone } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { Heading } from '../../ui/heading.tsx';
import { PageTurner } from '../../ui/page-turner.tsx';
import { ScreenFrame } from '../../ui/screen-frame.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { usePages } from '../../ui/use-pages.ts';
import type { ScreenProps } from '../screen-props.ts';
import styles from './messages.module.css';
import { PixRuns } from './pix-runs.tsx';
import { stepOf } from './step-of.ts';

const phonesPerPage = 3;

/** Which of the customer's numbers, or another one. */
export function MessagePhonesScreen({ screen }: ScreenProps<'message-phones'>): ReactElement {
  const { t } = useTranslation();
  const { content, phones, busy, countdown } = screen;
  const page = usePages(phones, phonesPerPage);
  const many = phones.length > phonesPerPage;
  return (
    <ScreenFrame
      step={stepOf(content)}
      layout={many ? 'wide' : 'halves'}
      back
      middle={
        <div className={styles.middle}>
          <Heading title={t('message.phones.title')} lead={busy ? undefined : t('message.phones.lead')} />
          {busy ? (
            <p className={styles.searching} role="status" data-testid="searching">
              <Spinner /> {t('message.phones.searching')}
            </p>
          ) : (
            <span className={styles.mark}>
              <MessageCircle className={styles.bubble} aria-hidden="true" />
            </span>
          )}
          <PixRuns countdown={countdown} />
        </div>
      }
      touch={
        <>
          <ul className={`${styles.phones} ${many ? styles.many : ''}`}>
            {page.items.map(({ id, label }) => (
              <li key={id}>
                <Button
                  intent={{ type: 'choose-phone', phoneId: id }}
                  testId={`phone-${id}`}
                  look="primary"
                  icon={Smartphone}
                >
                  {label}
                </Button>
              </li>
            ))}
          </ul>
          <PageTurner page={page} />
          <Button
            intent={{ type: 'other-phone' }}
            testId="action-other-phone"
            look="secondary"
            icon={Keyboard}
            hint={t('message.phones.otherHint')}
          >
            {t('message.phones.other')}
          </Button>
        </>
      }
    />
  );
}
