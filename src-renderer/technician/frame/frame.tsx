import { LogOut, Wrench } from 'lucide-react';
import { type ReactElement, useEffect, useRef, useState } from 'react';
import type { SettingsState } from '../../../src-main/contract/technician.ts';
import { useArea } from '../kit/area-context.ts';
import { Button } from '../kit/button.tsx';
import { type Draft, DraftContext } from '../kit/draft-context.ts';
import { useCall } from '../kit/use-call.ts';
import type { SectionKey } from '../sections/section-keys.ts';
import { sections } from '../sections/sections.ts';
import { areaWords } from '../words/area-words.ts';
import { focusField, sectionOf } from './field-place.ts';
import { Foot } from './foot.tsx';
import styles from './frame.module.css';
import { Header } from './header.tsx';
import { LeaveDialog } from './leave-dialog.tsx';
import { Navigation } from './navigation.tsx';
import { useSettingsDraft } from './use-settings-draft.ts';

/** Header, sections and the bar that saves, around the settings as main told them. */
export function Frame({ told }: { readonly told: SettingsState }): ReactElement {
  const call = useCall();
  const settings = useSettingsDraft(told);
  const [section, setSection] = useState<SectionKey>(() => firstSection(told));
  const [revealed, setRevealed] = useState<Draft['revealed']>();
  const [leaving, setLeaving] = useState(false);
  const body = useRef<HTMLElement>(null);
  const draft: Draft = { ...settings, revealed };
  const leave = (): void => void call('leave', {});
  const reveal = (path: string): void => {
    const home = sectionOf(path);
    if (home !== undefined) setSection(home);
    settings.touch(path);
    setRevealed((last) => ({ path, round: (last?.round ?? 0) + 1 }));
  };
  useRevealedField(revealed);
  useSaveKey(settings.save);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each section starts at its top
  useEffect(() => {
    body.current?.scrollTo(0, 0);
  }, [section]);
  const id = settings.get('terminal.id');
  const { Section, title } = sections.find(({ key }) => key === section) ?? missing();
  return (
    <DraftContext value={draft}>
      <div className={styles.frame}>
        <Header
          icon={Wrench}
          title={areaWords.title}
          subtitle={typeof id === 'string' ? areaWords.terminal(id) : areaWords.noTerminal}
        >
          <Button
            testId="tech-leave"
            look="dark"
            icon={LogOut}
            onPress={settings.dirty ? () => setLeaving(true) : leave}
          >
            {areaWords.leave}
          </Button>
        </Header>
        <Navigation current={section} onChoose={setSection} />
        <main className={styles.body} ref={body} data-testid={`tech-section-${section}`} data-scrolls="">
          <div className={styles.column}>
            <h2 className={styles.sectionTitle}>{title}</h2>
            <Section />
          </div>
        </main>
        <Foot onReveal={reveal} />
      </div>
      {leaving ? <LeaveDialog onStay={() => setLeaving(false)} onLeave={leave} /> : null}
    </DraftContext>
  );
}

/** Where something is wrong comes first. */
function firstSection({ problems }: SettingsState): SectionKey {
  const wrong = new Set(problems.map(({ field }) => sectionOf(field)));
  return sections.find(({ key }) => wrong.has(key))?.key ?? 'state';
}

function missing(): never {
  throw new Error('There is a section key without a section.');
}

/** Goes to the field that a problem led to, once its section is drawn. */
function useRevealedField(revealed: Draft['revealed']): void {
  useEffect(() => {
    if (revealed === undefined) return undefined;
    // A list inside the section may still have to choose the entry that holds the field.
    const timer = setTimeout(() => focusField(revealed.path), 80);
    return () => clearTimeout(timer);
  }, [revealed]);
}

/** Ctrl+S saves, but not behind a dialog. */
function useSaveKey(save: () => Promise<void>): void {
  const { dialogHost } = useArea();
  const latest = useRef(save);
  latest.current = save;
  useEffect(() => {
    const handleKey = (event: KeyboardEvent): void => {
      if (!event.ctrlKey || event.altKey || event.key.toLowerCase() !== 's') return;
      event.preventDefault();
      if (!event.repeat && (dialogHost?.childElementCount ?? 0) === 0) void latest.current();
    };
    window.addEventListener('keydown', handleKey);
    return () => window.removeEventListener('keydown', handleKey);
  }, [dialogHost]);
}
