import { ChevronRight } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { JoinChoice, JoinOption } from '../../../src-main/contract/join-screen.ts';
import { Amount } from '../../ui/amount.tsx';
import cards from '../../ui/card-button.module.css';
import { IntentButton } from '../../ui/intent-button.tsx';
import { LocalButton } from '../../ui/local-button.tsx';
import { PageTurner } from '../../ui/page-turner.tsx';
import { usePages } from '../../ui/use-pages.ts';
import styles from './joining.module.css';

/** A page holds as many in both orientations: turning the screen must not lose one's place. */
const perPage = 4;

interface JoinOptionsProps {
  readonly question: JoinChoice;
  readonly options: readonly JoinOption[];
  readonly onOtherLetter: (() => void) | undefined;
}

/** What there is to choose from, each one large button. */
export function JoinOptions({ question, options, onOtherLetter }: JoinOptionsProps): ReactElement {
  const { t } = useTranslation();
  const page = usePages(options, perPage);
  if (options.length === 0) return <p className={styles.none}>{t('join.noOptions')}</p>;
  return (
    <>
      <ul className={`${styles.options} ${page.total > 1 ? styles.paged : ''}`}>
        {page.items.map((option) => (
          <li key={option.id}>
            <Option question={question} option={option} />
          </li>
        ))}
      </ul>
      <PageTurner page={page} />
      {onOtherLetter === undefined ? null : (
        <LocalButton testId="other-letter" icon="letters" inactive={false} onTouch={onOtherLetter}>
          {t('join.anotherLetter')}
        </LocalButton>
      )}
    </>
  );
}

function Option({
  question,
  option: { id, title, detail, priceCents },
}: {
  readonly question: JoinChoice;
  readonly option: JoinOption;
}): ReactElement {
  const { t } = useTranslation();
  return (
    <IntentButton
      intent={{ type: 'choose-option', optionId: id }}
      testId={`option-${id}`}
      className={`${cards.card} ${styles.option}`}
    >
      <span className={styles.words}>
        <span className={styles.name}>{title ?? t(ownWords(question, id))}</span>
        {detail === undefined ? null : <span className={styles.detail}>{detail}</span>}
      </span>
      {priceCents === undefined ? (
        <ChevronRight className={styles.onwards} aria-hidden="true" />
      ) : (
        <span className={styles.price}>
          <Amount cents={priceCents} size="card" />
          <span className={styles.detail}>{t('join.perMonth')}</span>
        </span>
      )}
    </IntentButton>
  );
}

const named = {
  'personKind natural': 'join.option.personKind.natural',
  'personKind legal': 'join.option.personKind.legal',
  'billing same': 'join.option.billing.same',
  'billing other': 'join.option.billing.other',
  'city other': 'join.option.city.other',
} as const;

type NamedOption = keyof typeof named;

/** The words for an option that has no name of its own. */
export function ownWords(question: string, id: string): (typeof named)[NamedOption] {
  const key = `${question} ${id}`;
  const known = Object.keys(named).find((each): each is NamedOption => each === key);
  return named[known ?? 'city other'];
}
