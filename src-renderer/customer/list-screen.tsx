import type { ReactElement, ReactNode } from 'react';
import { Heading } from '../ui/heading.tsx';
import { PageTurner } from '../ui/page-turner.tsx';
import { Scene } from '../ui/scene.tsx';
import { ScreenFrame } from '../ui/screen-frame.tsx';
import { usePages } from '../ui/use-pages.ts';
import { Unread } from './unread.tsx';

const itemsPerPage = 4;

/** So few that there is room for a drawing. */
const fewItems = 2;

interface ListScreenProps<T> {
  readonly title: string;
  /** Gives way to what could not be read. */
  readonly lead: string;
  /** Companies that could not be read: the list is not all. */
  readonly unreadable: readonly string[] | undefined;
  /** Beside a short list. */
  readonly picture: ReactElement;
  readonly items: readonly T[];
  readonly draw: (item: T) => ReactNode;
  /** How high the cards are: `middle`, `besideTurner`, `heading`, `list`, `many` and `paged` of a style sheet. */
  readonly styles: Readonly<Record<string, string>>;
}

/** Cards to choose from, a page of them at a time, under what they are. */
export function ListScreen<T extends { readonly id: string }>(props: ListScreenProps<T>): ReactElement {
  const { title, lead, unreadable, picture, items, draw, styles } = props;
  const page = usePages(items, itemsPerPage);
  const few = items.length <= fewItems;
  const whole = unreadable === undefined;
  return (
    <ScreenFrame
      layout={few ? 'halves' : 'wide'}
      back
      middle={
        <div className={`${styles.middle} ${page.total > 1 ? styles.besideTurner : ''}`}>
          <Heading className={styles.heading} title={title} lead={whole ? lead : undefined} />
          <Unread companies={unreadable} />
          {few && whole ? <Scene>{picture}</Scene> : null}
        </div>
      }
      touch={
        <>
          <ul className={`${styles.list} ${few ? '' : styles.many} ${page.total > 1 ? styles.paged : ''}`}>
            {page.items.map((item) => (
              <li key={item.id}>{draw(item)}</li>
            ))}
          </ul>
          <PageTurner page={page} />
        </>
      }
    />
  );
}
