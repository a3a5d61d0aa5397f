import { ChevronRight, Lock, MapPin } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ServiceCard } from '../../../src-main/contract/services-screen.ts';
import cards from '../../ui/card-button.module.css';
import { Houses } from '../../ui/illustrations/houses.tsx';
import { IntentButton } from '../../ui/intent-button.tsx';
import { ScreenFrame } from '../../ui/screen-frame.tsx';
import { Statement } from '../../ui/statement.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { ListScreen } from '../list-screen.tsx';
import type { ScreenProps } from '../screen-props.ts';
import { Unread } from '../unread.tsx';
import styles from './services-screen.module.css';

type Props = ScreenProps<'services'>;

/** The customer's own services, blocked ones first. */
export function ServicesScreen({ screen }: Props): ReactElement {
  const { t } = useTranslation();
  const { services, unreadable, busy } = screen;
  if (services.length === 0) return busy ? <LoadingServices /> : <NoServices screen={screen} />;
  return (
    <ListScreen
      title={t('services.title')}
      lead={t('services.lead')}
      unreadable={unreadable}
      picture={<Houses />}
      items={services}
      draw={(service) => <Service service={service} />}
      styles={styles}
    />
  );
}

function Service({ service }: { readonly service: ServiceCard }): ReactElement {
  const { t } = useTranslation();
  const { id, name, company, address, situation, blocked } = service;
  const place = [company, address].filter((each) => each !== undefined).join(' · ');
  return (
    <IntentButton
      intent={{ type: 'choose-service', serviceId: id }}
      testId={`service-${id}`}
      className={`${cards.card} ${styles.card}`}
    >
      <span className={styles.words}>
        <span className={styles.name}>{name}</span>
        {place === '' ? null : (
          <span className={styles.place}>
            <MapPin className={styles.small} aria-hidden="true" />
            <span>{place}</span>
          </span>
        )}
        {blocked ? (
          <span className={styles.blocked}>
            <Lock className={styles.small} aria-hidden="true" />
            {situation ?? t('services.blocked')}
          </span>
        ) : (
          situation !== undefined && <span className={styles.situation}>{situation}</span>
        )}
      </span>
      <ChevronRight className={styles.onward} aria-hidden="true" />
    </IntentButton>
  );
}

function LoadingServices(): ReactElement {
  const { t } = useTranslation();
  return (
    <ScreenFrame
      layout="wide"
      middle={
        <Waiting title={t('services.loadingTitle')} lead={t('services.loadingLead')} picture={<Houses />} />
      }
    />
  );
}

function NoServices({ screen }: Props): ReactElement {
  const { t } = useTranslation();
  return (
    <ScreenFrame
      layout="wide"
      back
      middle={
        <Statement picture={<Houses />} title={t('services.emptyTitle')} lead={t('services.emptyLead')}>
          <Unread companies={screen.unreadable} />
        </Statement>
      }
    />
  );
}

/** Nobody shall take a part of what they have for all of it. */
