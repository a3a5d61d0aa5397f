import { ChevronDown, ChevronRight } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { Button } from './button.tsx';

interface FoldButtonProps {
  readonly testId: string;
  readonly open: boolean;
  readonly onFold: (open: boolean) => void;
  readonly children: ReactNode;
}

/** Opens and shuts something that is not always needed. */
export function FoldButton({ testId, open, onFold, children }: FoldButtonProps): ReactElement {
  return (
    <Button
      testId={testId}
      icon={open ? ChevronDown : ChevronRight}
      expanded={open}
      onPress={() => onFold(!open)}
    >
      {children}
    </Button>
  );
}
