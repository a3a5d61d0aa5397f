import { type CSSProperties, type ReactElement, useLayoutEffect, useRef, useState } from 'react';
import type { PagePicture } from '../../src-main/contract/screen.ts';
import styles from './page-viewer.module.css';

/** How many times as large as the whole page in the frame. */
const steps = [1, 1.5, 2.25, 3] as const;

/** How large a page is looked at. */
export interface Zoom {
  readonly factor: number;
  readonly isLarge: boolean;
  readonly isLargest: boolean;
  readonly in: () => void;
  readonly out: () => void;
}

export function useZoom(): Zoom {
  const [step, setStep] = useState(0);
  return {
    factor: steps[step] ?? 1,
    isLarge: step > 0,
    isLargest: step === steps.length - 1,
    in: () => setStep(Math.min(steps.length - 1, step + 1)),
    out: () => setStep(Math.max(0, step - 1)),
  };
}

interface PageViewerProps {
  readonly picture: PagePicture;
  readonly zoom: Zoom;
  readonly label: string;
}

/** One page in its frame; a finger moves it when it is larger than that. */
export function PageViewer({ picture, zoom, label }: PageViewerProps): ReactElement {
  const { address, width, height } = picture;
  const frame = useCenteredZoom(zoom.factor);
  const shape = { '--shape': width / height, '--zoom': zoom.factor } as CSSProperties;
  return (
    <div className={styles.viewer} ref={frame} data-testid="page-viewer">
      <img
        className={styles.page}
        style={shape}
        src={address}
        width={width}
        height={height}
        alt={label}
        draggable={false}
        data-testid="boleto-page"
      />
    </div>
  );
}

/** Keeps what is in the middle of the frame there when the page becomes larger or smaller. */
function useCenteredZoom(factor: number): React.RefObject<HTMLDivElement | null> {
  const frame = useRef<HTMLDivElement>(null);
  const before = useRef(factor);
  useLayoutEffect(() => {
    const element = frame.current;
    const growth = factor / before.current;
    before.current = factor;
    if (element === null || growth === 1) return;
    const { clientWidth, clientHeight, scrollLeft, scrollTop } = element;
    element.scrollTo(
      (scrollLeft + clientWidth / 2) * growth - clientWidth / 2,
      (scrollTop + clientHeight / 2) * growth - clientHeight / 2,
    );
  }, [factor]);
  return frame;
}
