import { ChevronRight, Lock, MapPin, TriangleAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ServiceCard } from '../../../src-main/contract/services-screen.ts';
import cards from '../../ui/card-button.module.css';
import { Heading } from '../../ui/heading.tsx';
import { Houses } from '../../ui/illustrations/houses.tsx';
import { IntentButton } from '../../ui/intent-button.tsx';
import { PageTurner } from '../../ui/page-turner.tsx';
import { Scene } from '../../ui/scene.tsx';
import { ScreenFrame } from '../../ui/screen-frame.tsx';
import { Statement } from '../../ui/statement.tsx';
import { usePages } from '../../ui/use-pages.ts';
import { Waiting } from '../../ui/waiting.tsx';
import type { ScreenProps } from '../screen-props.ts';
import styles from './services-screen.module.css';

type Props = ScreenProps<'services'>;

const servicesPerPage = 4;

/** So few that there is room for a drawing. */
const fewServices = 2;

/** The customer's own services, blocked ones first. */
export function ServicesScreen({ screen }: Props): ReactElement {
  if (screen.services.length > 0) return <ServiceList screen={screen} />;
  return screen.busy ? <LoadingServices /> : <NoServices screen={screen} />;
}

function ServiceList({ screen }: Props): ReactElement {
  const { t } = useTranslation();
  const page = usePages(screen.services, servicesPerPage);
  const few = screen.services.length <= fewServices;
  return (
    <ScreenFrame
      layout={few ? 'halves' : 'wide'}
      back
      middle={
        <div className={`${styles.middle} ${page.total > 1 ? styles.besideTurner : ''}`}>
          <Heading
            className={styles.heading}
            title={t('services.title')}
            lead={screen.unreadable === undefined ? t('services.lead') : undefined}
          />
          <Unreadable screen={screen} />
          {few && screen.unreadable === undefined ? (
            <Scene>
              <Houses />
            </Scene>
          ) : null}
        </div>
      }
      touch={
        <>
          <ul className={`${styles.list} ${few ? '' : styles.many} ${page.total > 1 ? styles.paged : ''}`}>
            {page.items.map((service) => (
              <li key={service.id}>
                <Service service={service} />
              </li>
            ))}
          </ul>
          <PageTurner page={page} />
        </>
      }
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
          <Unreadable screen={screen} />
        </Statement>
      }
    />
  );
}

/** Nobody shall take a part of what they have for all of it. */
function Unreadable({ screen: { unreadable } }: Props): ReactElement | null {
  const { t } = useTranslation();
  if (unreadable === undefined) return null;
  return (
    <p className={styles.unreadable} role="status" data-testid="unreadable">
      <TriangleAlert className={styles.small} aria-hidden="true" />
      <span>{t('services.unreadable', { companies: unreadable.join(', ') })}</span>
    </p>
  );
}
