import { useEffect, useLayoutEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { View } from '../src-main/contract/screen.ts';
import { fitScreen, unfitScreen } from './fit-screen.ts';
import { showLanguage } from './i18n/i18n.ts';

/** Draws everything in the visit's language and modes; without a choice in Portuguese, as designed. */
export function useDisplay(view: View | undefined): void {
  const language = view?.display?.language ?? 'pt-BR';
  const modes = view?.display?.modes.join(' ') ?? '';
  useEffect(() => void showLanguage(language), [language]);
  // For the style sheets, before anything is painted.
  useLayoutEffect(() => {
    document.documentElement.dataset.modes = modes;
  }, [modes]);
  useFit(/large-type|low-reach/.test(modes) ? `${view?.screenKey} ${modes}` : undefined);
}

/** Fits what is drawn, and whatever it becomes: a page turned, a message come. Before it is painted. */
function useFit(screen: string | undefined): void {
  const { language } = useTranslation().i18n;
  useLayoutEffect(() => {
    const root = document.getElementById('root');
    if (screen === undefined || root === null) return undefined;
    const refit = (): void => fitScreen(`${screen} ${language}`);
    refit();
    const observer = new MutationObserver(refit);
    observer.observe(root, { childList: true, characterData: true, subtree: true });
    return () => {
      observer.disconnect();
      unfitScreen();
    };
  }, [screen, language]);
}
