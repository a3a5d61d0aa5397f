import { ChevronRight, type LucideIcon } from 'lucide-react';
import type { ReactElement } from 'react';
import cards from './card-button.module.css';
import styles from './choice-card.module.css';
import { IntentButton } from './intent-button.tsx';
import { PageTurner } from './page-turner.tsx';
import { usePages } from './use-pages.ts';

/** One card to touch: what it is, and a line about it. */
export interface Choice {
  readonly id: string;
  readonly label: string;
  readonly detail?: string | undefined;
  readonly icon: LucideIcon;
}

/** Portrait shows them one under the other, landscape in two columns. */
export const choicesPerPage = 4;

/** Cards to choose one of, page by page; each sends `choose-option` with its id. */
export function ChoiceCards({ choices }: { readonly choices: readonly Choice[] }): ReactElement {
  const page = usePages(choices, choicesPerPage);
  return (
    <>
      <ul className={`${styles.list} ${page.total > 1 ? styles.paged : ''}`}>
        {page.items.map((choice) => (
          <li key={choice.id}>
            <ChoiceCard {...choice} />
          </li>
        ))}
      </ul>
      <PageTurner page={page} />
    </>
  );
}

function ChoiceCard({ id, label, detail, icon: Icon }: Choice): ReactElement {
  return (
    <IntentButton
      intent={{ type: 'choose-option', optionId: id }}
      testId={`option-${id}`}
      className={`${cards.card} ${styles.card} ${detail === undefined ? '' : styles.withDetail}`}
    >
      <Icon className={styles.icon} aria-hidden="true" />
      <span className={styles.words}>
        <span className={styles.label}>{label}</span>
        {detail === undefined ? null : <span className={styles.detail}>{detail}</span>}
      </span>
      <ChevronRight className={styles.icon} aria-hidden="true" />
    </IntentButton>
  );
}
