import { ArrowRight } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';

/** "Continuar", below what was typed. */
export function SubmitButton({ inactive }: { readonly inactive: boolean }): ReactElement {
  const { t } = useTranslation();
  return (
    <Button
      intent={{ type: 'submit' }}
      testId="action-submit"
      look="primary"
      icon={ArrowRight}
      iconAfter
      inactive={inactive}
    >
      {t('common.continue')}
    </Button>
  );
}
