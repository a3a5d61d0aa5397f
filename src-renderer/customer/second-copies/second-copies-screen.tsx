import { CalendarCheck, ChevronRight, FileText, type LucideIcon, ScrollText } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { CopyKind } from '../../../src-main/contract/second-copies-screen.ts';
import cards from '../../ui/card-button.module.css';
import { Heading } from '../../ui/heading.tsx';
import { Bill } from '../../ui/illustrations/bill.tsx';
import { IntentButton } from '../../ui/intent-button.tsx';
import { Scene } from '../../ui/scene.tsx';
import { ScreenFrame } from '../../ui/screen-frame.tsx';
import type { ScreenProps } from '../screen-props.ts';
import styles from './second-copies.module.css';

const icons: Readonly<Record<CopyKind, LucideIcon>> = {
  'fiscal-note': FileText,
  statement: ScrollText,
  'debt-clearance': CalendarCheck,
};

/** Which of the papers that the company keeps shall it be? */
export function SecondCopiesScreen({ screen }: ScreenProps<'second-copies'>): ReactElement {
  const { t } = useTranslation();
  return (
    <ScreenFrame
      layout="halves"
      back
      middle={
        <div className={styles.middle}>
          <Heading title={t('secondCopies.title')} lead={t('secondCopies.lead')} />
          <Scene>
            <Bill mark="check" />
          </Scene>
        </div>
      }
      touch={
        <ul className={styles.kinds}>
          {screen.kinds.map((kind) => (
            <li key={kind}>
              <Kind kind={kind} />
            </li>
          ))}
        </ul>
      }
    />
  );
}

function Kind({ kind }: { readonly kind: CopyKind }): ReactElement {
  const { t } = useTranslation();
  const Icon = icons[kind];
  return (
    <IntentButton
      intent={{ type: 'choose-copies', kind }}
      testId={`copies-${kind}`}
      className={`${cards.card} ${styles.kind}`}
    >
      <Icon className={styles.kindIcon} aria-hidden="true" />
      <span className={styles.kindWords}>
        <strong>{t(`secondCopies.kind.${kind}`)}</strong>
        <span>{t(`secondCopies.hint.${kind}`)}</span>
      </span>
      <ChevronRight className={styles.arrow} aria-hidden="true" />
    </IntentButton>
  );
}
