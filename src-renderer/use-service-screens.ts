import { type ComponentType, useEffect, useState } from 'react';
import type { ServiceScreensProps } from './customer/service-screens.tsx';

/**
 * Everything besides paying is another chunk, which comes while nobody waits for it. Nothing until then; afterwards it is
 * drawn at once, as lazy components are not.
 */
export function useServiceScreens(): ComponentType<ServiceScreensProps> | undefined {
  const [screens, setScreens] = useState<ComponentType<ServiceScreensProps>>();
  useEffect(() => {
    const load = async (): Promise<void> => {
      const { ServiceScreens } = await import('./customer/service-screens.tsx');
      setScreens(() => ServiceScreens);
    };
    const idle = requestIdleCallback(() => void load());
    return () => cancelIdleCallback(idle);
  }, []);
  return screens;
}
