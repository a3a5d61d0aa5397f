import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '../../src-main/contract/screen.ts';
import { ptBR, type Words } from './pt-BR/index.ts';
import type { Translation } from './translation.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: Words };
  }
}

/** Chunks of their own: most visits never load them. */
const others: Readonly<Record<Exclude<Language, 'pt-BR'>, () => Promise<{ readonly words: Translation }>>> = {
  en: () => import('./en/index.ts'),
  es: () => import('./es/index.ts'),
};

/** Makes the words ready before the first drawing; they are in the bundle, so nothing is waited for. */
export function startI18n(): void {
  void i18next.use(initReactI18next).init({
    lng: 'pt-BR',
    resources: { 'pt-BR': { translation: ptBR } },
    initAsync: false,
    // React escapes by itself.
    interpolation: { escapeValue: false },
  });
}

let wanted: Language = 'pt-BR';

/** Has everything drawn in another language, once its words are there; until then the old ones stay. Never rejects. */
export async function showLanguage(language: Language): Promise<void> {
  wanted = language;
  if (language !== 'pt-BR' && !i18next.hasResourceBundle(language, 'translation')) {
    const { words } = await others[language]();
    i18next.addResourceBundle(language, 'translation', words);
  }
  // Somebody may have chosen yet another one meanwhile.
  if (wanted !== language) return;
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}
