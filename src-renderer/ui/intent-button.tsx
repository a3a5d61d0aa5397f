import type { ReactElement, ReactNode } from 'react';
import type { Intent } from '../../src-main/contract/intent.ts';
import { useVisit } from '../visit-context.ts';
import { isSecondTouch } from './second-touch.ts';
import { Touchable } from './touchable.tsx';

interface IntentButtonProps {
  readonly intent: Intent;
  readonly testId: string;
  readonly children: ReactNode;
  readonly className?: string | undefined;
  readonly inactive?: boolean;
  /** It is a box to tick: whether it is ticked. */
  readonly checked?: boolean;
  /** It is one of several to choose from: whether it is the chosen one. */
  readonly chosen?: boolean;
}

/** A button that sends one intent, once per touch. */
export function IntentButton({ intent, ...rest }: IntentButtonProps): ReactElement {
  const { send } = useVisit();
  return (
    <Touchable
      {...rest}
      fires="on-release"
      onTouch={(target) => {
        if (!isSecondTouch(target, performance.now())) send(intent);
      }}
    />
  );
}
