import { ArrowUpAZ, ChevronLeft, ChevronRight, type LucideIcon, ZoomIn, ZoomOut } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import styles from './local-button.module.css';
import { Touchable } from './touchable.tsx';

const icons = {
  previous: ChevronLeft,
  next: ChevronRight,
  larger: ZoomIn,
  smaller: ZoomOut,
  letters: ArrowUpAZ,
} as const satisfies Record<string, LucideIcon>;

interface LocalButtonProps {
  readonly testId: string;
  readonly icon: keyof typeof icons;
  readonly inactive: boolean;
  readonly onTouch: () => void;
  readonly children: ReactNode;
}

/** A large button that only changes how the screen is looked at. */
export function LocalButton({ icon, children, ...rest }: LocalButtonProps): ReactElement {
  const Icon = icons[icon];
  return (
    <Touchable {...rest} className={styles.button} fires="on-release" local>
      {icon === 'next' ? children : null}
      <Icon className={styles.icon} aria-hidden="true" />
      {icon === 'next' ? null : children}
    </Touchable>
  );
}
