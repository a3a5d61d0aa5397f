import { Play } from 'lucide-react';
import { type ReactElement, type ReactNode, useEffect, useRef, useState } from 'react';
import type { TestReport } from '../../../src-main/contract/technician.ts';
import { kitWords } from '../words/kit-words.ts';
import { Button } from './button.tsx';
import { Exchange, RawText } from './exchange.tsx';
import { FoldButton } from './fold-button.tsx';
import { Notice } from './notice.tsx';
import styles from './test-panel.module.css';

const words = kitWords.test;

/** What any of the calls that test something comes back with. */
export type TestReply =
  | { readonly ok: true; readonly answer: TestReport }
  | { readonly ok: false; readonly reason: string };

interface TestPanelProps {
  readonly testId: string;
  /** On the button, e.g. "Testar". */
  readonly label: string;
  readonly run: () => Promise<TestReply>;
  readonly inactive?: boolean;
  /** What the test needs to know: fields above the button. */
  readonly children?: ReactNode;
}

type Outcome = { readonly report: TestReport } | 'lost';

/** Tries something out and shows what was asked, what came back and what the kiosk made of it. */
export function TestPanel({ testId, label, run, inactive, children }: TestPanelProps): ReactElement {
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>();
  const here = useRef(true);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);
  const start = async (): Promise<void> => {
    setBusy(true);
    setOutcome(undefined);
    const reply = await run();
    if (!here.current) return;
    setBusy(false);
    setOutcome(reply.ok ? { report: reply.answer } : 'lost');
  };
  return (
    <div className={styles.panel} data-testid={testId}>
      {children}
      <div className={styles.start}>
        <Button
          testId={`${testId}-run`}
          look="primary"
          icon={Play}
          busy={busy}
          inactive={inactive === true}
          onPress={() => void start()}
        >
          {busy ? words.busy : label}
        </Button>
      </div>
      {outcome === 'lost' ? (
        <Notice tone="bad" testId={`${testId}-lost`}>
          {words.lost}
        </Notice>
      ) : null}
      {outcome === undefined || outcome === 'lost' ? null : (
        <Report testId={testId} report={outcome.report} />
      )}
    </div>
  );
}

interface ReportProps {
  readonly testId: string;
  readonly report: TestReport;
}

function Report({ testId, report }: ReportProps): ReactElement {
  const { worked, summary, code, tookMs, exchanges, mapped } = report;
  const [open, setOpen] = useState(false);
  return (
    <>
      <Notice tone={worked ? 'good' : 'bad'} testId={`${testId}-summary`}>
        <strong>{worked ? words.worked : words.failed}</strong>
        <span>{summary}</span>
        <span className={styles.small}>
          {code === undefined ? words.took(tookMs) : `${words.took(tookMs)} · ${words.code} ${code}`}
        </span>
      </Notice>
      {mapped === undefined ? null : (
        <RawText title={words.mapped} text={JSON.stringify(mapped, null, 2)} testId={`${testId}-mapped`} />
      )}
      {exchanges.length === 0 ? null : (
        <div>
          <FoldButton testId={`${testId}-exchanges`} open={open} onFold={setOpen}>
            {words.exchanges(exchanges.length)}
          </FoldButton>
        </div>
      )}
      {open
        ? exchanges.map((exchange, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a report never changes once it is there
            <Exchange key={index} exchange={exchange} testId={`${testId}-exchange-${index}`} />
          ))
        : null}
    </>
  );
}
