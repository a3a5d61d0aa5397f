import type { ReactElement } from 'react';
import styles from './slots.module.css';

/** Places for digits that belong together, e.g. the two of the day. */
export interface SlotGroup {
  readonly length: number;
  readonly caption?: string;
}

interface SlotsProps {
  readonly label: string;
  readonly digits: string;
  readonly groups: readonly SlotGroup[];
  readonly spoken: string;
  readonly wrong: boolean;
}

/** A box for each digit that is awaited, so that one sees how many are left. */
export function Slots({ label, digits, groups, spoken, wrong }: SlotsProps): ReactElement {
  let start = 0;
  return (
    <div className={`${styles.slots} ${wrong ? styles.wrong : ''}`}>
      <output className="visually-hidden" aria-label={label} data-testid="entry">
        {spoken}
      </output>
      {groups.map((group) => {
        const first = start;
        start += group.length;
        return <Group key={first} group={group} first={first} digits={digits} />;
      })}
    </div>
  );
}

interface GroupProps {
  readonly group: SlotGroup;
  readonly first: number;
  readonly digits: string;
}

function Group({ group, first, digits }: GroupProps): ReactElement {
  const places = Array.from({ length: group.length }, (_, index) => first + index);
  return (
    <span className={styles.group} aria-hidden="true">
      <span className={styles.boxes}>
        {places.map((place) => (
          <span key={place} className={`${styles.box} ${place === digits.length ? styles.next : ''}`}>
            {digits[place] ?? ''}
          </span>
        ))}
      </span>
      {group.caption === undefined ? null : <span className={styles.caption}>{group.caption}</span>}
    </span>
  );
}
