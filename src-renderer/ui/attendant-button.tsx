import { BellRing, UserRoundCheck } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttendantState } from '../../src-main/contract/screen.ts';
import { Button } from './button.tsx';

/** "Chamar atendente" on every screen of a visit; once somebody was told it says so, and tells again what comes. */
export function AttendantButton({ state }: { readonly state: AttendantState }): ReactElement {
  const { t } = useTranslation();
  return (
    <Button
      intent={{ type: 'call-attendant' }}
      testId="action-call-attendant"
      look="secondary"
      icon={state === 'called' ? UserRoundCheck : BellRing}
    >
      {t(`attendant.${state}`)}
    </Button>
  );
}
