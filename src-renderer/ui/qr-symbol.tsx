import type { ReactElement } from 'react';
import type { QrPicture } from '../../src-main/contract/screen.ts';
import styles from './qr-symbol.module.css';

/** ISO/IEC 18004: four modules of white on each side. */
const quietZone = 4;

interface QrSymbolProps {
  readonly qr: QrPicture;
  readonly label: string;
}

/** A QR symbol with its quiet zone, in pure black on pure white whatever the brand. */
export function QrSymbol({ qr, label }: QrSymbolProps): ReactElement {
  const side = qr.size + 2 * quietZone;
  return (
    <svg
      className={styles.symbol}
      viewBox={`${-quietZone} ${-quietZone} ${side} ${side}`}
      role="img"
      aria-label={label}
      data-testid="pix-qr"
    >
      <rect x={-quietZone} y={-quietZone} width={side} height={side} fill="#ffffff" />
      <path d={qr.path} fill="#000000" shapeRendering="crispEdges" />
    </svg>
  );
}
