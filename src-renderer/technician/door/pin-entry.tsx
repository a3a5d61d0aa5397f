import { Delete, X } from 'lucide-react';
import { type ReactElement, useEffect, useRef, useState } from 'react';
import { Button } from '../kit/button.tsx';
import { areaWords } from '../words/area-words.ts';
import styles from './lock-screen.module.css';

const words = areaWords.door;

/** The longest PIN there can be. */
const longest = 12;

/** A keyboard on the desk and the one on the screen type the same. */
type PinKey = { readonly digit: string } | 'erase' | 'clear' | 'enter';

interface PinEntryProps {
  readonly enterLabel: string;
  /** Nothing can be typed: waiting, or being checked. */
  readonly inactive: boolean;
  readonly onEnter: (pin: string) => void;
}

/** Digits that are never shown, a pad to touch, and a keyboard's digits at the same time. */
export function PinEntry({ enterLabel, inactive, onEnter }: PinEntryProps): ReactElement {
  const [pin, setPin] = useState('');
  const press = (key: PinKey): void => {
    if (inactive) return;
    if (key === 'enter') {
      if (pin === '') return;
      setPin('');
      onEnter(pin);
    } else setPin((last) => typed(last, key));
  };
  usePinKeys(press);
  return (
    <>
      <output className={styles.entry} data-testid="pin-entry" data-count={pin.length}>
        <span className="visually-hidden">{words.typed(pin.length)}</span>
        {Array.from({ length: Math.max(6, pin.length) }, (_, index) => (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: dots are told apart by nothing but their place
            key={index}
            className={`${styles.dot} ${index < pin.length ? styles.filled : ''}`}
            aria-hidden="true"
          />
        ))}
      </output>
      <div className={styles.pad}>
        {[...'123456789'].map((digit) => (
          <PadKey key={digit} digit={digit} inactive={inactive} onPress={() => press({ digit })} />
        ))}
        <Button testId="pin-clear" icon={X} inactive={inactive} onPress={() => press('clear')}>
          {words.clear}
        </Button>
        <PadKey digit="0" inactive={inactive} onPress={() => press({ digit: '0' })} />
        <Button testId="pin-erase" icon={Delete} inactive={inactive} onPress={() => press('erase')}>
          {words.erase}
        </Button>
      </div>
      <div className={styles.enter}>
        <Button
          testId="pin-enter"
          look="primary"
          inactive={inactive || pin === ''}
          onPress={() => press('enter')}
        >
          {enterLabel}
        </Button>
      </div>
    </>
  );
}

interface PadKeyProps {
  readonly digit: string;
  readonly inactive: boolean;
  readonly onPress: () => void;
}

function PadKey({ digit, inactive, onPress }: PadKeyProps): ReactElement {
  return (
    <button
      type="button"
      className={styles.padKey}
      data-testid={`pin-${digit}`}
      data-local=""
      aria-disabled={inactive || undefined}
      onClick={onPress}
    >
      {digit}
    </button>
  );
}

function typed(pin: string, key: Exclude<PinKey, 'enter'>): string {
  if (key === 'clear') return '';
  if (key === 'erase') return pin.slice(0, -1);
  return pin.length < longest ? pin + key.digit : pin;
}

function usePinKeys(press: (key: PinKey) => void): void {
  const latest = useRef(press);
  latest.current = press;
  useEffect(() => {
    const handleKey = (event: KeyboardEvent): void => {
      const key = pinKeyOf(event);
      if (key === undefined) return;
      event.preventDefault();
      latest.current(key);
    };
    window.addEventListener('keydown', handleKey);
    return () => window.removeEventListener('keydown', handleKey);
  }, []);
}

function pinKeyOf(event: KeyboardEvent): PinKey | undefined {
  if (event.ctrlKey || event.altKey || event.metaKey) return undefined;
  if (/^[0-9]$/.test(event.key)) return { digit: event.key };
  if (event.key === 'Backspace') return 'erase';
  if (event.key === 'Escape' || event.key === 'Delete') return 'clear';
  // On a button that has the focus, Enter means that button.
  const onButton = event.target instanceof Element && event.target.closest('button') !== null;
  return event.key === 'Enter' && !event.repeat && !onButton ? 'enter' : undefined;
}
