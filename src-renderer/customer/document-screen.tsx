import { CaseUpper, UserPlus } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentError } from '../../src-main/contract/screen.ts';
import { Button } from '../ui/button.tsx';
import { Entry } from '../ui/entry.tsx';
import { Heading } from '../ui/heading.tsx';
import { Keypad } from '../ui/keypad.tsx';
import { LetterKeyboard } from '../ui/letter-keyboard.tsx';
import { Message } from '../ui/message.tsx';
import { ScreenFrame } from '../ui/screen-frame.tsx';
import { Spinner } from '../ui/spinner.tsx';
import { SubmitButton } from '../ui/submit-button.tsx';
import { usePhysicalKeys } from '../ui/use-physical-keys.ts';
import styles from './document-screen.module.css';
import type { ScreenProps } from './screen-props.ts';

type Props = ScreenProps<'document'>;

/** Asks for the CPF or CNPJ. */
export function DocumentScreen({ screen }: Props): ReactElement {
  const { t } = useTranslation();
  const { entry, kind, letters, canSubmit, busy, error } = screen;
  usePhysicalKeys(!busy);
  return (
    <ScreenFrame
      {...(screen.purpose === undefined ? { step: 'identify' } : { back: true })}
      layout="keypad"
      middle={
        <div className={`${styles.middle} ${letters === 'shown' ? styles.withLetters : ''}`}>
          <Heading
            title={t(
              screen.purpose === undefined ? 'document.title' : `join.document.${screen.purpose}.title`,
            )}
          />
          <Entry
            label={t(`document.label.${kind}`)}
            value={entry}
            empty={t('document.empty')}
            wrong={error !== undefined}
            tight={letters === 'shown'}
          />
          <Help screen={screen} />
          {screen.offersJoin === true ? <JoinOffer /> : <Letters screen={screen} />}
        </div>
      }
      touch={<Keypad inactive={busy} />}
      primary={<SubmitButton inactive={busy || !canSubmit} />}
    />
  );
}

/** One line of advice: what went wrong, what is being done, or what to type. */
function Help({ screen }: Props): ReactElement {
  const { t } = useTranslation();
  if (screen.busy) {
    return (
      <p className={styles.hint} role="status" data-testid="searching">
        <Spinner /> {t(screen.purpose === undefined ? 'document.searching' : 'join.document.searching')}
      </p>
    );
  }
  if (screen.error !== undefined) {
    return (
      <Message tone="error" testId={`error-${screen.error}`}>
        <ErrorWords error={screen.error} screen={screen} />
      </Message>
    );
  }
  return <p className={styles.hint}>{t(hintFor(screen))}</p>;
}

type HintKey =
  | 'document.hintLetters'
  | 'document.hintComplete'
  | 'document.hint'
  | `join.document.${NonNullable<Props['screen']['purpose']>}.hint`;

function hintFor({ letters, kind, purpose }: Props['screen']): HintKey {
  if (purpose !== undefined) return `join.document.${purpose}.hint`;
  if (letters === 'shown') return 'document.hintLetters';
  return letters === 'impossible' && kind === 'cnpj' ? 'document.hintComplete' : 'document.hint';
}

function ErrorWords({ error, screen }: Props & { readonly error: DocumentError }): string {
  const { t } = useTranslation();
  const { kind, retryInMinutes } = screen;
  switch (error) {
    case 'not-found':
      return t(`document.error.not-found.${kind}`);
    case 'blocked':
      return retryInMinutes === undefined
        ? t('document.error.blockedForAWhile')
        : t('document.error.blocked', { count: retryInMinutes });
    case 'other-kind':
      return t('join.document.notThisKind');
    case 'incomplete':
    case 'wrong-check-digit':
    case 'repeated-digits':
    case 'letter-in-check-digits':
      return t(`document.error.${error}`);
  }
}

/** For whoever is no customer yet. */
function JoinOffer(): ReactElement {
  const { t } = useTranslation();
  return (
    <div className={styles.letters}>
      <Button intent={{ type: 'join' }} testId="action-join" look="secondary" icon={UserPlus}>
        {t('join.enter')}
      </Button>
    </div>
  );
}

/** The letters of the newer CNPJ, out of the way until they are asked for. */
function Letters({ screen }: Props): ReactElement | null {
  const { t } = useTranslation();
  switch (screen.letters) {
    case 'impossible':
      return null;
    case 'offered':
      return (
        <div className={styles.letters}>
          <Button
            intent={{ type: 'toggle-letters' }}
            testId="action-toggle-letters"
            look="secondary"
            icon={CaseUpper}
            inactive={screen.busy}
          >
            {t('document.showLetters')}
          </Button>
        </div>
      );
    case 'shown':
      return (
        <div className={styles.letters}>
          <LetterKeyboard inactive={screen.busy} />
        </div>
      );
  }
}
