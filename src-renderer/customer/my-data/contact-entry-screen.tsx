import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { TextQuestion } from '../../ui/text-entry/text-question.tsx';
import type { ScreenProps } from '../screen-props.ts';

/** A new number or address is typed. */
export function ContactEntryScreen({ screen }: ScreenProps<'contact-entry'>): ReactElement {
  const { t } = useTranslation();
  const { field, entry, error } = screen;
  return (
    <TextQuestion
      entry={entry}
      title={t(`myData.entry.${field}.title`)}
      label={t(`myData.entry.${field}.label`)}
      hint={t(`myData.entry.${field}.hint`)}
      error={error && t(`myData.error.${field}.${error}`)}
    />
  );
}
