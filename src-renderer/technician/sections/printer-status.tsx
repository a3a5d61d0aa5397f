import type { ReactElement } from 'react';
import type { LivePrinterStatus } from '../../../src-main/contract/technician.ts';
import { useDraft } from '../kit/draft-context.ts';
import { Notice, type Tone } from '../kit/notice.tsx';
import { printerStatusWords, printerWords } from '../words/printer-words.ts';
import { useRepeated } from './use-repeated.ts';

/** Milliseconds between two looks at the printer. */
const lookEvery = 2_000;

const tones: Readonly<Record<LivePrinterStatus, Tone>> = {
  ok: 'good',
  'near-end': 'warning',
  'no-paper': 'bad',
  'cover-open': 'bad',
  offline: 'bad',
  error: 'bad',
  'wrong-speed': 'bad',
  'not-configured': 'info',
};

/** What the printer of the draft says right now, looked at while it is shown. */
export function PrinterStatus(): ReactElement {
  const { draft } = useDraft();
  const { answer, failed } = useRepeated('printer-status', { draft }, lookEvery);
  const words = printerWords.status;
  if (failed) return <Notice tone="warning">{words.failed}</Notice>;
  if (answer === undefined) return <Notice tone="info">{words.asking}</Notice>;
  const { word, next } = printerStatusWords[answer];
  return (
    <Notice tone={tones[answer]} testId={`printer-status-${answer}`}>
      <strong>{word}</strong>
      <span>{next}</span>
    </Notice>
  );
}
