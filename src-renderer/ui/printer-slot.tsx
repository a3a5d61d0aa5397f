import { Check } from 'lucide-react';
import type { ReactElement } from 'react';
import styles from './printer-slot.module.css';

interface PrinterSlotProps {
  readonly print: 'slip' | 'receipt';
  readonly paper: 'coming' | 'out' | 'held';
}

/** The printer's mouth with the paper sliding out of it, lying ready, or held back. */
export function PrinterSlot({ print, paper }: PrinterSlotProps): ReactElement {
  return (
    <div className={`${styles.slot} ${styles[paper]}`} aria-hidden="true">
      <span className={styles.mouth} />
      <span className={styles.window}>
        <span className={styles.paper}>
          <svg viewBox="0 0 260 190" className={styles.print} aria-hidden="true">
            {print === 'slip' ? <SlipPrint /> : <ReceiptPrint />}
          </svg>
          {paper === 'out' ? (
            <span className={styles.badge}>
              <Check className={styles.check} />
            </span>
          ) : null}
        </span>
      </span>
    </div>
  );
}

function SlipPrint(): ReactElement {
  return (
    <>
      <path d="M28 30h120M28 54h84M176 30h56" />
      <path
        className={styles.bars}
        d="M28 82h8v62h-8zM42 82h4v62h-4zM54 82h12v62H54zM74 82h4v62h-4zM86 82h6v62h-6zM100 82h14v62h-14zM122 82h4v62h-4zM134 82h8v62h-8zM150 82h4v62h-4zM162 82h12v62h-12zM182 82h4v62h-4zM194 82h6v62h-6zM208 82h10v62h-10zM226 82h6v62h-6z"
      />
      <path d="M28 168h90" />
    </>
  );
}

function ReceiptPrint(): ReactElement {
  return (
    <>
      <path d="M80 30h100" />
      <path d="M28 62h70M190 62h42M28 88h96M176 88h56M28 114h60M204 114h28" />
      <path strokeDasharray="2 16" d="M28 140h204" />
      <path d="M28 166h80" />
    </>
  );
}
