import { LogOut, Wrench } from 'lucide-react';
import type { ReactElement } from 'react';
import { Header } from '../frame/header.tsx';
import { Button } from '../kit/button.tsx';
import { Notice } from '../kit/notice.tsx';
import { useCall } from '../kit/use-call.ts';
import { areaWords } from '../words/area-words.ts';
import styles from './lock-screen.module.css';
import { PinEntry } from './pin-entry.tsx';
import { type DoorView, useDoor } from './use-door.ts';
import { tellWait } from './use-wait.ts';

const words = areaWords.door;

/** From here on it is a lock-out rather than a pause between two tries (milliseconds). */
const lockOutMs = 600_000;

const asked = {
  enter: { title: words.askTitle, text: words.ask, button: words.enter },
  choose: { title: words.chooseTitle, text: words.choose, button: words.next },
  repeat: { title: words.repeatTitle, text: words.repeat, button: words.save },
} as const;

/** The door: asks for the PIN, or has one chosen where there is none yet. */
export function LockScreen({ onOpen }: { readonly onOpen: () => void }): ReactElement {
  const call = useCall();
  const door = useDoor(onOpen);
  return (
    <div className={styles.screen} data-testid="tech-door" data-step={door.step}>
      <Header icon={Wrench} title={areaWords.title}>
        <Button testId="tech-leave" look="dark" icon={LogOut} onPress={() => void call('leave', {})}>
          {areaWords.leave}
        </Button>
      </Header>
      <main className={styles.main}>
        <Task door={door} />
      </main>
    </div>
  );
}

function Task({ door }: { readonly door: DoorView }): ReactElement | null {
  const { step, busy, waitMs, enter, ask } = door;
  if (step === 'asking-main') return null;
  if (step === 'unreachable') {
    return (
      <div className={styles.card}>
        <Notice tone="bad">{words.failed}</Notice>
        <Button testId="door-retry" look="primary" onPress={() => void ask()}>
          {areaWords.retry}
        </Button>
      </div>
    );
  }
  const { title, text, button } = asked[step];
  return (
    <div className={styles.card}>
      <div className={styles.ask}>
        <h2 className={styles.title}>{title}</h2>
        <p className={styles.text}>{text}</p>
        <Trouble door={door} />
      </div>
      <div className={styles.type}>
        {/* A new step starts with nothing typed. */}
        <PinEntry
          key={step}
          enterLabel={busy ? words.busy : button}
          inactive={busy || waitMs > 0}
          onEnter={(pin) => void enter(pin)}
        />
      </div>
    </div>
  );
}

function Trouble({ door }: { readonly door: DoorView }): ReactElement | null {
  const { trouble, waitMs } = door;
  const left = tellWait(waitMs);
  const lockedOut = waitMs > lockOutMs || (waitMs > 0 && door.triesLeft === 0);
  return (
    <>
      {trouble === undefined ? null : (
        <Notice tone="bad" testId="pin-trouble">
          {trouble}
        </Notice>
      )}
      {waitMs > 0 ? (
        <Notice tone="warning" testId="pin-wait">
          {lockedOut ? words.lockedOut(left) : words.wait(left)}
        </Notice>
      ) : null}
    </>
  );
}
