import { ChevronRight, MapPin } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import cards from '../ui/card-button.module.css';
import { Heading } from '../ui/heading.tsx';
import { Houses } from '../ui/illustrations/houses.tsx';
import { IntentButton } from '../ui/intent-button.tsx';
import { PageTurner } from '../ui/page-turner.tsx';
import { Scene } from '../ui/scene.tsx';
import { ScreenFrame } from '../ui/screen-frame.tsx';
import { usePages } from '../ui/use-pages.ts';
import styles from './contracts-screen.module.css';
import type { ScreenProps } from './screen-props.ts';

const contractsPerPage = 4;

/** So few that there is room for a drawing. */
const fewContracts = 3;

/** Lets a customer with several contracts say which one this visit is about. */
export function ContractsScreen({ screen }: ScreenProps<'contracts'>): ReactElement {
  const { t } = useTranslation();
  const page = usePages(screen.contracts, contractsPerPage);
  const few = screen.contracts.length <= fewContracts;
  return (
    <ScreenFrame
      step="invoices"
      layout={few ? 'halves' : 'wide'}
      back={screen.canGoBack}
      middle={
        <>
          <Heading
            className={few ? undefined : styles.besideTurner}
            title={t('contracts.title', { name: screen.customerName })}
            lead={t('contracts.lead')}
          />
          {few ? (
            <Scene>
              <Houses />
            </Scene>
          ) : null}
        </>
      }
      touch={
        <>
          <ul className={`${styles.contracts} ${few ? '' : styles.many}`}>
            {page.items.map((contract) => (
              <li key={contract.id}>
                <IntentButton
                  intent={{ type: 'choose-contract', contractId: contract.id }}
                  testId={`contract-${contract.id}`}
                  className={`${cards.card} ${styles.contract}`}
                >
                  <MapPin className={styles.icon} aria-hidden="true" />
                  <span className={styles.label}>{contract.label}</span>
                  <ChevronRight className={styles.icon} aria-hidden="true" />
                </IntentButton>
              </li>
            ))}
          </ul>
          <PageTurner page={page} />
        </>
      }
    />
  );
}
