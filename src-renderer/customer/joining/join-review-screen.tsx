import { Check, Pencil } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { JoinLine } from '../../../src-main/contract/join-screen.ts';
import { formatBrl } from '../../i18n/format.ts';
import { Button } from '../../ui/button.tsx';
import cards from '../../ui/card-button.module.css';
import { Heading } from '../../ui/heading.tsx';
import { IntentButton } from '../../ui/intent-button.tsx';
import { Message } from '../../ui/message.tsx';
import { PageTurner } from '../../ui/page-turner.tsx';
import { ScreenFrame } from '../../ui/screen-frame.tsx';
import { usePages } from '../../ui/use-pages.ts';
import type { ScreenProps } from '../screen-props.ts';
import { ownWords } from './join-options.tsx';
import styles from './joining.module.css';

const linesPerPage = 6;

/** Everything that was said, each line a way back to its question. */
export function JoinReviewScreen({ screen }: ScreenProps<'join-review'>): ReactElement {
  const { t } = useTranslation();
  const { lines, covered } = screen;
  const page = usePages(lines, linesPerPage);
  return (
    <ScreenFrame
      layout="wide"
      back
      middle={
        <div className={styles.middle}>
          <Heading className={styles.heading} title={t('join.review.title')} lead={t('join.review.lead')} />
          {covered ? null : (
            <Message tone="info" testId="outside-coverage">
              {t('join.review.outside')}
            </Message>
          )}
        </div>
      }
      touch={
        <>
          <ul className={styles.lines}>
            {page.items.map((line) => (
              <li key={line.question}>
                <Line line={line} />
              </li>
            ))}
          </ul>
          <PageTurner page={page} />
        </>
      }
      primary={
        <Button intent={{ type: 'submit' }} testId="action-submit" look="primary" icon={Check}>
          {t('join.review.confirm')}
        </Button>
      }
    />
  );
}

function Line({ line: { question, value, option, priceCents } }: { readonly line: JoinLine }): ReactElement {
  const { t } = useTranslation();
  const words = value ?? t(ownWords(question, option ?? ''));
  return (
    <IntentButton
      intent={{ type: 'choose-option', optionId: question }}
      testId={`line-${question}`}
      className={`${cards.card} ${styles.line}`}
    >
      <span className={styles.words}>
        <span className={styles.label}>{t(`join.question.${question}.label`)}</span>
        <span className={styles.value}>
          {priceCents === undefined ? words : `${words} · ${formatBrl(priceCents)}`}
        </span>
      </span>
      <Pencil className={styles.onwards} aria-hidden="true" />
    </IntentButton>
  );
}
