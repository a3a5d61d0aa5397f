import { useEffect } from 'react';
import type { Intent } from '../../src-main/contract/intent.ts';
import { useVisit } from '../visit-context.ts';

/** Lets a keyboard or a pin pad plugged into the totem type like the keys on the screen. */
export function usePhysicalKeys(active: boolean): void {
  const { send, view } = useVisit();
  const listens = active && view.idleWarning === undefined && view.helpNotice === undefined;
  useEffect(() => {
    if (!listens) return undefined;
    const handleKey = (event: KeyboardEvent): void => {
      const intent = intentOf(event);
      // In the panel of languages and modes Escape closes that, and nothing is typed behind it.
      if (intent === undefined || document.querySelector('dialog[open]') !== null) return;
      event.preventDefault();
      send(intent);
    };
    window.addEventListener('keydown', handleKey);
    return () => window.removeEventListener('keydown', handleKey);
  }, [listens, send]);
}

function intentOf(event: KeyboardEvent): Intent | undefined {
  if (event.ctrlKey || event.altKey || event.metaKey) return undefined;
  if (/^[0-9A-Za-z]$/.test(event.key)) return { type: 'key', key: event.key.toUpperCase() };
  if (event.key === 'Backspace') return { type: 'erase' };
  if (event.key === 'Escape' || event.key === 'Delete') return { type: 'clear' };
  // On a button that has the focus, Enter means that button.
  const onButton = event.target instanceof Element && event.target.closest('button') !== null;
  if (event.key === 'Enter' && !event.repeat && !onButton) return { type: 'submit' };
  return undefined;
}
