import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Message } from '../ui/message.tsx';

/** Nobody shall take a part of a list for all of it. */
export function Unread({
  companies,
}: {
  readonly companies: readonly string[] | undefined;
}): ReactElement | null {
  const { t } = useTranslation();
  if (companies === undefined) return null;
  return (
    <Message tone="caution" testId="unreadable">
      {t('copies.unreadable', { companies: companies.join(', ') })}
    </Message>
  );
}
