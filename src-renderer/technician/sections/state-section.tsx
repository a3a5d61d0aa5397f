import { RefreshCw } from 'lucide-react';
import { type ReactElement, useEffect } from 'react';
import { Button } from '../kit/button.tsx';
import { LiveState } from '../kit/live-state.tsx';
import { useAnswer } from '../kit/use-call.ts';
import { stateWords } from '../words/state-words.ts';
import { ChargeJournal } from './charge-journal.tsx';
import { ClockState } from './clock-state.tsx';
import { DayClosing } from './day-closing.tsx';
import { DeliveryList } from './delivery-list.tsx';
import { DiskState } from './disk-state.tsx';
import { ErpHealth } from './erp-health.tsx';
import { GatewayHealth } from './gateway-health.tsx';
import { LogDownload } from './log-download.tsx';
import { NotRunning } from './not-running.tsx';
import { PixHealth } from './pix-health.tsx';
import { PrinterHealth } from './printer-health.tsx';
import styles from './sections.module.css';
import { StorageState } from './storage-state.tsx';
import { UnclearRequests } from './unclear-requests.tsx';
import { Versions } from './versions.tsx';
import { VoiceState } from './voice-state.tsx';
import { WriteOffQueue } from './write-off-queue.tsx';

/** Milliseconds after which the state is read anew while it is looked at. */
const readEvery = 15_000;

/** How the kiosk stands: what waits, what a person must do, and the machine. */
export function StateSection(): ReactElement {
  const live = useAnswer('read-state', {});
  const { answer, reload } = live;
  useEffect(() => {
    const timer = setInterval(reload, readEvery);
    return () => clearInterval(timer);
  }, [reload]);
  const running = answer?.running;
  return (
    <div className={styles.section}>
      <div className={styles.spread}>
        <p className={styles.intro}>{stateWords.intro}</p>
        <Button testId="state-reload" icon={RefreshCw} onPress={reload}>
          {stateWords.reload}
        </Button>
      </div>
      <LiveState live={live} busy={stateWords.loading} failed={stateWords.failed} />
      {answer !== undefined && running === undefined ? <NotRunning /> : null}
      {running === undefined ? null : (
        <>
          <ErpHealth erps={running.erps} />
          <PixHealth accounts={running.pixAccounts} />
          {running.printer === undefined ? null : <PrinterHealth printer={running.printer} />}
          <WriteOffQueue running={running} reload={reload} />
          {running.unclearRequests === undefined ? null : (
            <UnclearRequests requests={running.unclearRequests} reload={reload} />
          )}
          <DeliveryList running={running} reload={reload} />
          {running.gateway === undefined ? null : <GatewayHealth gateway={running.gateway} />}
          <ChargeJournal />
          <DayClosing />
          {running.canSpeak === undefined ? null : <VoiceState canSpeak={running.canSpeak} />}
          {running.storage === undefined ? null : <StorageState storage={running.storage} />}
        </>
      )}
      {answer === undefined ? null : <DiskState disk={answer.disk} />}
      <ClockState />
      {answer === undefined ? null : <Versions versions={answer.versions} />}
      <LogDownload />
    </div>
  );
}
