import { LogOut, Wrench } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button } from '../kit/button.tsx';
import { LiveState } from '../kit/live-state.tsx';
import { useAnswer, useCall } from '../kit/use-call.ts';
import { areaWords } from '../words/area-words.ts';
import styles from './frame.module.css';
import { Frame } from './frame.tsx';
import { Header } from './header.tsx';

/** Reads the settings, and draws the frame as soon as they are there. */
export function SettingsFrame(): ReactElement {
  const call = useCall();
  const settings = useAnswer('read-settings', {});
  if (settings.answer !== undefined) return <Frame told={settings.answer} />;
  return (
    <>
      <Header icon={Wrench} title={areaWords.title}>
        <Button testId="tech-leave" look="dark" icon={LogOut} onPress={() => void call('leave', {})}>
          {areaWords.leave}
        </Button>
      </Header>
      <main className={styles.waiting}>
        <LiveState live={settings} busy={areaWords.loading} failed={areaWords.notRead} />
      </main>
    </>
  );
}
