import { TriangleAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import { useDraft } from '../kit/draft-context.ts';
import type { SectionKey } from '../sections/section-keys.ts';
import { sections } from '../sections/sections.ts';
import { areaWords } from '../words/area-words.ts';
import { sectionOf } from './field-place.ts';
import styles from './frame.module.css';

interface NavigationProps {
  readonly current: SectionKey;
  readonly onChoose: (key: SectionKey) => void;
}

/** A rail at the left of a wide screen, tabs at the top of a tall one; problems are marked where they are. */
export function Navigation({ current, onChoose }: NavigationProps): ReactElement {
  const { problems } = useDraft();
  return (
    <nav className={styles.nav} aria-label={areaWords.sections}>
      {sections.map(({ key, title, icon: Icon }) => {
        const wrong = problems.filter(({ field }) => sectionOf(field) === key).length;
        return (
          <button
            key={key}
            type="button"
            className={styles.tab}
            aria-current={key === current ? 'page' : undefined}
            data-testid={`tech-tab-${key}`}
            data-local=""
            onClick={() => onChoose(key)}
          >
            <Icon className={styles.tabIcon} aria-hidden="true" />
            <span className={styles.tabWord}>{title}</span>
            {wrong === 0 ? null : (
              <span className={styles.tabWrong}>
                <TriangleAlert className={styles.tabWrongIcon} aria-hidden="true" />
                <span className="visually-hidden">{areaWords.problemsIn(wrong)}</span>
              </span>
            )}
          </button>
        );
      })}
    </nav>
  );
}
