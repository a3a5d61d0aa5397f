import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { TextEntry } from '../src-main/contract/text-entry.ts';
import { forgetGuidance, giveGuidance, sayable, wordsOfScreen } from './spoken-words.ts';
import type { Visit } from './visit-context.ts';

/** Where somebody asked for it, has each screen read aloud, and whatever the keyboard goes to. */
export function useSpokenGuidance(visit: Visit | undefined): void {
  const speaking = visit?.view.display?.modes.includes('voice') === true;
  useScreenWords(speaking ? visit : undefined);
  useFocusWords(speaking ? visit : undefined);
  useEntryWords(speaking ? visit : undefined);
}

/** What the screen says, whenever that is something else than before. */
function useScreenWords(visit: Visit | undefined): void {
  const last = useRef('');
  const { i18n } = useTranslation();
  const { language } = i18n;
  useEffect(() => {
    if (visit === undefined) {
      last.current = '';
      forgetGuidance();
      return;
    }
    const words = `${language} ${visit.view.screenKey} ${wordsOfScreen(visit.view)}`;
    if (words === last.current) return;
    last.current = words;
    giveGuidance(wordsOfScreen(visit.view), visit.send);
  }, [visit, language]);
}

/** The name of what has the focus, and whether it is ticked. The heading takes the focus too, and was said already. */
function useFocusWords(visit: Visit | undefined): void {
  const { t } = useTranslation();
  useEffect(() => {
    if (visit === undefined) return undefined;
    const handleFocus = ({ target }: FocusEvent): void => {
      if (!(target instanceof HTMLElement) || !target.matches('button, input, textarea')) return;
      const ticked = target.ariaChecked ?? target.ariaPressed;
      const state = ticked === 'true' ? 'display.ticked' : 'display.unticked';
      const name = target.ariaLabel ?? target.innerText;
      const text = sayable(ticked === null ? name : `${name}, ${t(state)}`, visit.view);
      if (text !== '') visit.send({ type: 'speak', text });
    };
    document.addEventListener('focusin', handleFocus);
    return () => document.removeEventListener('focusin', handleFocus);
  }, [visit, t]);
}

/** That something was typed, never what: it is the customer's document or date of birth. */
function useEntryWords(visit: Visit | undefined): void {
  const { t } = useTranslation();
  const screen = visit?.view.screen;
  const length = screen !== undefined && 'entry' in screen ? lengthOf(screen.entry) : undefined;
  const before = useRef(length);
  const send = visit?.send;
  useEffect(() => {
    const earlier = before.current;
    before.current = length;
    if (send === undefined || length === undefined || earlier === undefined || length === earlier) return;
    send({ type: 'speak', text: t(length > earlier ? 'display.digit' : 'display.erased') });
  }, [length, send, t]);
}

function lengthOf(entry: string | TextEntry): number {
  return typeof entry === 'string' ? entry.length : entry.text.length;
}
