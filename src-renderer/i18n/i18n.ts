import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { ptBR, type Words } from './pt-BR.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: Words };
  }
}

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
