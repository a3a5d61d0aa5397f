import { type ReactElement, useCallback, useMemo, useState } from 'react';
import { KeyboardHost } from '../ui/keyboard/keyboard-host.tsx';
import { LockScreen } from './door/lock-screen.tsx';
import { SettingsFrame } from './frame/settings-frame.tsx';
import { type Area, AreaContext } from './kit/area-context.ts';
import styles from './technician-area.module.css';
import { kitWords } from './words/kit-words.ts';

/** The technician's room: its door, and behind it all settings. */
export function TechnicianArea(): ReactElement {
  const [open, setOpen] = useState(false);
  const [dialogHost, setDialogHost] = useState<HTMLElement | null>(null);
  const lockAgain = useCallback(() => setOpen(false), []);
  const unlock = useCallback(() => setOpen(true), []);
  const area = useMemo<Area>(() => ({ lockAgain, dialogHost }), [lockAgain, dialogHost]);
  return (
    <AreaContext value={area}>
      <div className={styles.area} data-testid="screen-technician">
        {open ? (
          <KeyboardHost words={kitWords.keyboard}>
            <SettingsFrame />
            <div ref={setDialogHost} data-dialogs="" />
          </KeyboardHost>
        ) : (
          <LockScreen onOpen={unlock} />
        )}
      </div>
    </AreaContext>
  );
}
