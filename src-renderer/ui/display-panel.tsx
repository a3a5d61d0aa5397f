import {
  Accessibility,
  ALargeSmall,
  Check,
  Contrast,
  Ear,
  type LucideIcon,
  RotateCcw,
  VolumeX,
} from 'lucide-react';
import { type ReactElement, type RefObject, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Display, DisplayMode, Language } from '../../src-main/contract/screen.ts';
import { repeatGuidance } from '../spoken-words.ts';
import { useVisit } from '../visit-context.ts';
import styles from './display-panel.module.css';
import { IntentButton } from './intent-button.tsx';
import { Touchable } from './touchable.tsx';

/** Each in itself: whoever looks for it knows no other word. */
const ownNames: Readonly<Record<Language, string>> = { 'pt-BR': 'Português', en: 'English', es: 'Español' };

const modeIcons: Readonly<Record<DisplayMode, LucideIcon>> = {
  'large-type': ALargeSmall,
  'high-contrast': Contrast,
  'low-reach': Accessibility,
  voice: Ear,
};

interface DisplayPanelProps {
  readonly display: Display;
  readonly panel: RefObject<HTMLDialogElement | null>;
}

/** Languages and modes over the lower half of the screen. What is touched holds at once, also for the panel itself. */
export function DisplayPanel({ display, panel }: DisplayPanelProps): ReactElement {
  const { t } = useTranslation();
  const titleId = useId();
  return (
    <dialog ref={panel} className={styles.panel} aria-labelledby={titleId} data-testid="display-panel">
      <h2 id={titleId} className={styles.title}>
        {t('display.title')}
      </h2>
      {display.languages.length > 1 ? <Languages display={display} /> : null}
      <Modes display={display} />
      {display.modes.includes('voice') ? <VoiceButtons /> : null}
      <Touchable
        testId="action-close-display"
        className={styles.done}
        fires="on-release"
        local
        onTouch={() => panel.current?.close()}
      >
        <Check className={styles.icon} aria-hidden="true" />
        {t('display.done')}
      </Touchable>
    </dialog>
  );
}

function Languages({ display }: { readonly display: Display }): ReactElement {
  const { t } = useTranslation();
  return (
    <fieldset className={styles.languages} aria-label={t('display.languages')}>
      {display.languages.map((language) => (
        <LanguageButton key={language} language={language} chosen={language === display.language} />
      ))}
    </fieldset>
  );
}

/** One language under its own name. */
export function LanguageButton(props: {
  readonly language: Language;
  readonly chosen: boolean;
}): ReactElement {
  const { language, chosen } = props;
  return (
    <IntentButton
      intent={{ type: 'set-language', language }}
      testId={`language-${language}`}
      className={styles.choice}
      chosen={chosen}
    >
      {chosen ? <Check className={styles.icon} aria-hidden="true" /> : null}
      <span lang={language}>{ownNames[language]}</span>
    </IntentButton>
  );
}

function Modes({ display }: { readonly display: Display }): ReactElement {
  const { t } = useTranslation();
  return (
    <fieldset className={styles.modes} aria-label={t('display.modes')}>
      {display.offered.map((mode) => {
        const on = display.modes.includes(mode);
        const Icon = modeIcons[mode];
        return (
          <IntentButton
            key={mode}
            intent={{ type: 'set-mode', mode, on: !on }}
            testId={`mode-${mode}`}
            className={`${styles.choice} ${styles.mode} ${styles[mode] ?? ''}`}
            chosen={on}
          >
            <Icon className={styles.icon} aria-hidden="true" />
            <span className={styles.words}>
              {t(`display.mode.${mode}`)}
              <span className={styles.state}>{t(on ? 'display.on' : 'display.off')}</span>
            </span>
          </IntentButton>
        );
      })}
    </fieldset>
  );
}

function VoiceButtons(): ReactElement {
  const { t } = useTranslation();
  const { send } = useVisit();
  return (
    <div className={styles.voiceButtons}>
      <p className={styles.note}>{t('display.headphones')}</p>
      <Touchable
        testId="action-repeat"
        className={styles.choice}
        fires="on-release"
        local
        onTouch={() => repeatGuidance(send)}
      >
        <RotateCcw className={styles.icon} aria-hidden="true" />
        {t('display.repeat')}
      </Touchable>
      <IntentButton intent={{ type: 'hush' }} testId="action-hush" className={styles.choice}>
        <VolumeX className={styles.icon} aria-hidden="true" />
        {t('display.hush')}
      </IntentButton>
    </div>
  );
}
