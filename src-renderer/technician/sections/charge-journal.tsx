import { ChevronLeft, ChevronRight, Search, X } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { Button } from '../kit/button.tsx';
import { FieldFrame } from '../kit/field-frame.tsx';
import { Actions, Group } from '../kit/group.tsx';
import { Notice } from '../kit/notice.tsx';
import { Table } from '../kit/table.tsx';
import { TextInput } from '../kit/text-input.tsx';
import { useAnswer, useCall } from '../kit/use-call.ts';
import { journalWords } from '../words/journal-words.ts';
import { chargeColumns } from './charge-columns.tsx';
import { RowNote } from './row-note.tsx';
import styles from './sections.module.css';
import { useRowAction } from './use-row-action.ts';

const words = journalWords;

/** How many charges main puts on a page. */
const onPage = 20;

/** Every charge that this kiosk made, with a search, page by page. */
export function ChargeJournal(): ReactElement {
  const call = useCall();
  const [asked, setAsked] = useState({ text: '', page: 0 });
  const { answer, busy, failed, reload } = useAnswer('find-charges', asked);
  const action = useRowAction(reload);
  const reprint = (chargeId: string): void =>
    void action.run(chargeId, () => call('reprint-receipt', { chargeId }), words.reprintOutcome);
  const pages = Math.max(1, Math.ceil((answer?.total ?? 0) / onPage));
  return (
    <Group title={words.title} text={words.text} testId="journal">
      <JournalSearch busy={busy} onSearch={(text) => setAsked({ text, page: 0 })} />
      {failed ? <Notice tone="bad">{words.failed}</Notice> : null}
      <RowNote result={action.result} testId="reprint-result" />
      {answer === undefined ? (
        <p className={styles.note}>{failed ? '' : words.loading}</p>
      ) : (
        <Table
          testId="journal-table"
          caption={words.title}
          columns={chargeColumns(action.busy, reprint)}
          rows={answer.charges}
          rowKey={({ id }) => id}
          empty={asked.text === '' ? words.noneYet : words.none}
        />
      )}
      {answer === undefined || answer.total === 0 ? null : (
        <div className={styles.spread}>
          <span className={styles.note} data-testid="journal-total">
            {`${words.total(answer.total)} · ${words.page(asked.page + 1, pages)}`}
          </span>
          <Actions>
            <Button
              testId="journal-previous"
              icon={ChevronLeft}
              inactive={asked.page === 0}
              onPress={() => setAsked({ ...asked, page: asked.page - 1 })}
            >
              {words.previous}
            </Button>
            <Button
              testId="journal-next"
              icon={ChevronRight}
              inactive={asked.page + 1 >= pages}
              onPress={() => setAsked({ ...asked, page: asked.page + 1 })}
            >
              {words.next}
            </Button>
          </Actions>
        </div>
      )}
    </Group>
  );
}

interface JournalSearchProps {
  readonly busy: boolean;
  readonly onSearch: (text: string) => void;
}

function JournalSearch({ busy, onSearch }: JournalSearchProps): ReactElement {
  const [text, setText] = useState('');
  const search = words.search;
  return (
    <FieldFrame path="journal-search" label={search.label} hint={search.hint}>
      {(control) => (
        <span className={styles.inputWithButton}>
          <TextInput
            {...control}
            value={text}
            onValue={setText}
            onKeyDown={(event) => {
              if (event.key === 'Enter') onSearch(text.trim());
            }}
          />
          <Button testId="journal-search" icon={Search} busy={busy} onPress={() => onSearch(text.trim())}>
            {search.action}
          </Button>
          {text === '' ? null : (
            <Button
              testId="journal-clear"
              icon={X}
              onPress={() => {
                setText('');
                onSearch('');
              }}
            >
              {search.clear}
            </Button>
          )}
        </span>
      )}
    </FieldFrame>
  );
}
