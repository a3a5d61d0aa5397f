import { SkipForward } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';

/** Another way on from a question that may be left out. */
export function JoinSkip({ kind }: { readonly kind: 'number' | 'postalCode' | 'other' }): ReactElement {
  const { t } = useTranslation();
  return (
    <Button intent={{ type: 'skip' }} testId="action-skip" look="secondary" icon={SkipForward}>
      {t(`join.skip.${kind}`)}
    </Button>
  );
}
