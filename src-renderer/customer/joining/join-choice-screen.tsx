import { MapPinOff } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { Heading } from '../../ui/heading.tsx';
import { ScreenFrame } from '../../ui/screen-frame.tsx';
import type { ScreenProps } from '../screen-props.ts';
import { initialOf, JoinInitials } from './join-initials.tsx';
import { JoinOptions } from './join-options.tsx';
import { JoinPlace } from './join-place.tsx';
import { JoinSkip } from './join-skip.tsx';
import styles from './joining.module.css';

/** So many cities are found by their first letter rather than by turning pages. */
const manyCities = 24;

/** One thing to choose on the way to becoming a customer. */
export function JoinChoiceScreen({ screen }: ScreenProps<'join-choice'>): ReactElement {
  const { t } = useTranslation();
  const { question, options, optional, place } = screen;
  const [initial, setInitial] = useState<string>();
  const named = options.filter(({ id }) => question !== 'city' || id !== 'other');
  const outside = named.length < options.length;
  const byLetter = question === 'city' && named.length > manyCities;
  const shown = byLetter ? named.filter(({ title }) => initialOf(title ?? '') === initial) : named;
  const asksLetter = byLetter && initial === undefined;
  const hint = t(`join.question.${question}.hint`);
  const letterHeading = initial === undefined ? undefined : t('join.letter', { letter: initial });
  return (
    <ScreenFrame
      layout="wide"
      back
      middle={
        <div className={styles.middle}>
          <JoinPlace place={place} />
          <Heading
            className={styles.heading}
            title={t(`join.question.${question}.title`)}
            lead={asksLetter ? hint : letterHeading}
          />
        </div>
      }
      touch={
        asksLetter ? (
          <JoinInitials options={named} onInitial={setInitial} />
        ) : (
          <JoinOptions
            // Another letter begins at its first page.
            key={initial ?? ''}
            question={question}
            options={shown}
            onOtherLetter={byLetter ? () => setInitial(undefined) : undefined}
          />
        )
      }
      primary={otherWay(outside, optional)}
    />
  );
}

/** The way on for whom no option fits. */
function otherWay(outside: boolean, optional: boolean): ReactElement | undefined {
  if (outside) return <Outside />;
  return optional ? <JoinSkip kind="other" /> : undefined;
}

/** For whoever lives where the company is not yet. */
function Outside(): ReactElement {
  const { t } = useTranslation();
  return (
    <Button
      intent={{ type: 'choose-option', optionId: 'other' }}
      testId="option-other"
      look="secondary"
      icon={MapPinOff}
    >
      {t('join.option.city.other')}
    </Button>
  );
}
