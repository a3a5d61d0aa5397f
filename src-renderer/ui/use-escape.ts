import { useEffect } from 'react';
import { useVisit } from '../visit-context.ts';

/** Escape goes back where "Voltar" does. Where something is typed it takes that away instead (use-physical-keys.ts). */
export function useEscape(back: boolean): void {
  const { send, view } = useVisit();
  const covered = view.idleWarning !== undefined || view.helpNotice !== undefined;
  const listens = back && !covered && !('entry' in view.screen);
  useEffect(() => {
    if (!listens) return undefined;
    const handleKey = (event: KeyboardEvent): void => {
      // In the panel of languages and modes it closes that.
      if (event.key !== 'Escape' || event.repeat || document.querySelector('dialog[open]') !== null) return;
      send({ type: 'back' });
    };
    window.addEventListener('keydown', handleKey);
    return () => window.removeEventListener('keydown', handleKey);
  }, [listens, send]);
}
