import { Accessibility, Globe } from 'lucide-react';
import { type ReactElement, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Display } from '../../src-main/contract/screen.ts';
import { useVisit } from '../visit-context.ts';
import { DisplayPanel } from './display-panel.tsx';
import { Touchable } from './touchable.tsx';
import styles from './visit-tools.module.css';

/** The way to language and accessibility, on every screen and within reach; nothing where nothing may be chosen. */
export function VisitTools({ className }: { readonly className?: string | undefined }): ReactElement | null {
  const { display } = useVisit().view;
  if (display === undefined || !offersAnything(display)) return null;
  return <Tools display={display} className={className} />;
}

function Tools(props: { readonly display: Display; readonly className?: string | undefined }): ReactElement {
  const { display, className } = props;
  const { t } = useTranslation();
  const { idleWarning, helpNotice } = useVisit().view;
  const panel = useRef<HTMLDialogElement>(null);
  const covered = idleWarning !== undefined || helpNotice !== undefined;
  useEffect(() => {
    if (covered) panel.current?.close();
  }, [covered]);
  const languages = display.languages.length > 1;
  const modes = display.offered.length > 0;
  return (
    <div className={`${styles.tools} ${className ?? ''}`}>
      <Touchable
        testId="action-display"
        className={styles.open}
        fires="on-release"
        local
        onTouch={() => panel.current?.showModal()}
      >
        <span className={styles.icons} aria-hidden="true">
          {languages ? <Globe className={styles.icon} /> : null}
          {modes ? <Accessibility className={styles.icon} /> : null}
        </span>
        <span>{t(modes ? 'display.modes' : 'display.languages')}</span>
      </Touchable>
      <DisplayPanel display={display} panel={panel} />
    </div>
  );
}

function offersAnything({ languages, offered }: Display): boolean {
  return languages.length > 1 || offered.length > 0;
}
