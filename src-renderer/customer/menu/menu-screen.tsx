import {
  CircleHelp,
  Files,
  type LucideIcon,
  PackagePlus,
  ReceiptText,
  TriangleAlert,
  UserRoundPen,
  Wallet,
  Wifi,
} from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { MenuEntry } from '../../../src-main/contract/screen.ts';
import cards from '../../ui/card-button.module.css';
import { Heading } from '../../ui/heading.tsx';
import { Attendant } from '../../ui/illustrations/attendant.tsx';
import { IntentButton } from '../../ui/intent-button.tsx';
import { Scene } from '../../ui/scene.tsx';
import { ScreenFrame } from '../../ui/screen-frame.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import type { ScreenProps } from '../screen-props.ts';
import styles from './menu-screen.module.css';

type Props = ScreenProps<'menu'>;

const icons: Readonly<Record<MenuEntry, LucideIcon>> = {
  invoices: Wallet,
  receipts: ReceiptText,
  services: Wifi,
  'second-copies': Files,
  help: CircleHelp,
  'my-data': UserRoundPen,
  order: PackagePlus,
};

/** So few that there is room for a drawing, and nothing to search for. */
const fewEntries = 3;

/** What a customer may have come for: paying first and largest, everything else below it. */
export function MenuScreen({ screen }: Props): ReactElement {
  const { t } = useTranslation();
  const few = screen.entries.length <= fewEntries;
  return (
    <ScreenFrame
      layout={few ? 'halves' : 'wide'}
      middle={
        <>
          <Heading
            className={few ? undefined : styles.heading}
            title={t('menu.title', { name: screen.customerName })}
            lead={screen.busy ? <Updating /> : t('menu.lead')}
          />
          {few ? (
            <Scene>
              <Attendant />
            </Scene>
          ) : null}
        </>
      }
      touch={
        <ul className={`${styles.entries} ${few ? styles.few : ''}`}>
          {screen.entries.map((entry) => (
            <li key={entry} className={entry === 'invoices' ? styles.first : undefined}>
              <Entry entry={entry} screen={screen} />
            </li>
          ))}
        </ul>
      }
    />
  );
}

interface EntryProps extends Props {
  readonly entry: MenuEntry;
}

function Entry({ entry, screen }: EntryProps): ReactElement {
  const { t } = useTranslation();
  const Icon = icons[entry];
  return (
    <IntentButton
      intent={{ type: 'choose-entry', entry }}
      testId={`entry-${entry}`}
      className={`${cards.card} ${styles.entry}`}
      inactive={screen.busy}
    >
      <Icon className={styles.icon} aria-hidden="true" />
      <span className={styles.words}>
        <span className={styles.name}>{t(`menu.entry.${entry}.title`)}</span>
        {entry === 'invoices' ? (
          <Owed screen={screen} />
        ) : (
          <span className={styles.hint}>{t(`menu.entry.${entry}.hint`)}</span>
        )}
      </span>
    </IntentButton>
  );
}

function Owed({ screen }: Props): ReactElement {
  const { t } = useTranslation();
  const { openInvoices, overdueInvoices, unreadable } = screen;
  return (
    <>
      <span className={styles.hint} data-testid="open-invoices">
        {t('menu.open', { count: openInvoices })}
        {overdueInvoices === 0 ? null : (
          <span className={styles.overdue}>
            <TriangleAlert className={styles.caution} aria-hidden="true" />
            {t('menu.overdue', { count: overdueInvoices })}
          </span>
        )}
      </span>
      {unreadable === undefined ? null : (
        <span className={styles.overdue} data-testid="unreadable">
          <TriangleAlert className={styles.caution} aria-hidden="true" />
          {t('menu.unknown')}
        </span>
      )}
    </>
  );
}

function Updating(): ReactElement {
  const { t } = useTranslation();
  return (
    <span role="status" data-testid="updating">
      <Spinner /> {t('menu.updating')}
    </span>
  );
}
