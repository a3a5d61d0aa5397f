import type { ReactElement, ReactNode } from 'react';
import styles from './table.module.css';

export interface Column<R> {
  readonly key: string;
  readonly title: string;
  readonly cell: (row: R) => ReactNode;
  /** Amounts and counts stand at the right. */
  readonly numeric?: boolean;
}

interface TableProps<R> {
  readonly caption: string;
  readonly columns: readonly Column<R>[];
  readonly rows: readonly R[];
  readonly rowKey: (row: R) => string;
  /** Said instead of an empty table. */
  readonly empty: string;
  readonly testId: string;
}

/** Rows and columns; in a narrow place each row becomes a card with its column's name before each value. */
export function Table<R>(props: TableProps<R>): ReactElement {
  const { caption, columns, rows, rowKey, empty, testId } = props;
  if (rows.length === 0) {
    return (
      <p className={styles.empty} data-testid={`${testId}-empty`}>
        {empty}
      </p>
    );
  }
  return (
    <div className={styles.holder}>
      <table className={styles.table} data-testid={testId}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ key, title, numeric }) => (
              <th key={key} scope="col" className={numeric === true ? styles.numeric : undefined}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} data-testid={`${testId}-row-${rowKey(row)}`}>
              {columns.map(({ key, title, cell, numeric }) => (
                <td key={key} data-title={title} className={numeric === true ? styles.numeric : undefined}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
