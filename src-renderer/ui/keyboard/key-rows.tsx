import type { ReactElement } from 'react';
import { KeyButton } from './key-button.tsx';
import styles from './keyboard.module.css';
import type { KeyboardWords } from './keyboard-words.ts';
import type { Key, Page, Row } from './layouts.ts';

interface KeyRowsProps {
  readonly rows: readonly Row[];
  readonly page: Page;
  readonly shift: boolean;
  readonly words: KeyboardWords;
  readonly onPress: (key: Key) => void;
}

/** The keys of a page, row by row. */
export function KeyRows({ rows, page, ...rest }: KeyRowsProps): ReactElement {
  return (
    <>
      {rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a page stay where they are
        <div key={`${page}-${index}`} className={styles.row}>
          {row.map((key) => (
            <KeyButton key={'char' in key ? key.char : key.action} value={key} page={page} {...rest} />
          ))}
        </div>
      ))}
    </>
  );
}
