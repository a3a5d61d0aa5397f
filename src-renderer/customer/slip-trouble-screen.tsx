import type { ReactElement } from 'react';
import { PaperTrouble } from './paper-trouble.tsx';
import type { ScreenProps } from './screen-props.ts';

/** The boleto did not come out, or nobody knows whether it did. */
export function SlipTroubleScreen({ screen }: ScreenProps<'slip-trouble'>): ReactElement {
  const { trouble, canRetry = trouble === 'uncertain' } = screen;
  return <PaperTrouble words="slipTrouble" trouble={trouble} canRetry={canRetry} waits={!canRetry} />;
}
