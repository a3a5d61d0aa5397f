import type { Row } from './cell.ts';
import * as clock from './rows/clock.ts';
import * as corrupt from './rows/corrupt.ts';
import * as disk from './rows/disk.ts';
import * as erpSaysNo from './rows/erp-says-no.ts';
import * as erp from './rows/erp-unreachable.ts';
import * as kill from './rows/kill.ts';
import * as printer from './rows/printer.ts';
import * as psp from './rows/psp-unreachable.ts';
import * as twoKiosks from './rows/two-kiosks.ts';
import * as wrong from './rows/wrong-payment.ts';

/** The fault matrix: what must happen when each fault strikes at each step. `rows/` says how each is brought about. */
export const matrix: readonly Row[] = [
  {
    fault: 'kill -9, power cut',
    cells: {
      'before the charge': {
        must: 'boot asks the PSP by our txid: adopt or cancel, no second charge',
        cases: kill.before,
      },
      'QR shown': { must: 'boot finds it paid → PAID → one write-off', cases: kill.atQr },
      'write-off in flight': {
        must: 'UNKNOWN: positive proof → by reconciliation; still open after the settle window → as the profile says of repeating',
        cases: kill.inWriteOff,
      },
      'print, relay': {
        must: 'UNCERTAIN, no second copy by itself; relay repeats the same id',
        cases: kill.atPaper,
      },
    },
  },
  {
    fault: 'PSP unreachable',
    cells: {
      'before the charge': {
        must: 'no QR, "PIX indisponível"; a charge that was made is adopted',
        cases: psp.before,
      },
      'QR shown': { must: 'never EXPIRED before a successful last poll', cases: psp.atQr },
      'write-off in flight': { blank: 'a write-off does not ask the PSP' },
      'print, relay': { blank: 'neither asks the PSP' },
    },
  },
  {
    fault: 'ERP unreachable, 5xx, HTML with 200, bad JSON',
    cells: {
      'before the charge': { must: 'no charge on a stale invoice', cases: erp.before },
      'QR shown': { must: 'money path unaffected', cases: erp.atQr },
      'write-off in flight': {
        must: 'durable queue, backoff with jitter, for days; Retry-After honoured',
        cases: erp.inWriteOff,
      },
      'print, relay': { must: 'receipt says "baixa em processamento"', cases: erp.atPaper },
    },
  },
  {
    fault: 'ERP times out, then succeeds, at once or minutes later',
    cells: {
      'before the charge': { blank: 'only a write-off has an effect at the ERP' },
      'QR shown': { blank: 'only a write-off has an effect at the ERP' },
      'write-off in flight': { must: 'proof is awaited: exactly 1 POST', cases: erp.late },
      'print, relay': { blank: 'only a write-off has an effect at the ERP' },
    },
  },
  {
    fault: 'gone from the ERP, "already paid"',
    cells: {
      'before the charge': { must: 'stop', cases: erpSaysNo.goneBefore },
      'QR shown': { must: 'both paid → REFUND_DUE + alarm', cases: erpSaysNo.goneAtQr },
      'write-off in flight': {
        must: 'before our first send: REFUND_DUE + alarm; answer to our own repeat: done',
        cases: erpSaysNo.goneInWriteOff,
      },
      'print, relay': { blank: 'the write-off is over' },
    },
  },
  {
    fault: 'definite refusal (4xx, a word of refusal)',
    cells: {
      'before the charge': { blank: 'only a write-off can be refused' },
      'QR shown': { blank: 'only a write-off can be refused' },
      'write-off in flight': { must: 'no blind repeat; MANUAL + alarm', cases: erpSaysNo.refusedInWriteOff },
      'print, relay': { must: 'prints a protocol', cases: erpSaysNo.refusedAtPaper },
    },
  },
  {
    fault: 'wrong amount, paid after expiry, paid twice',
    cells: {
      'before the charge': { must: 'quote again', cases: wrong.before },
      'QR shown': { must: 'MANUAL or REFUND_DUE, no write-off', cases: wrong.atQr },
      'write-off in flight': { blank: 'the money has come by then' },
      'print, relay': { blank: 'the money has come by then' },
    },
  },
  {
    fault: 'clock ± 1 h, ± 1 year',
    cells: {
      'before the charge': { must: 'nothing depends on it', cases: clock.before },
      'QR shown': { must: 'countdown is monotonic', cases: clock.atQr },
      'write-off in flight': { must: 'backoff and settle window are monotonic', cases: clock.inWriteOff },
      'print, relay': { must: "PSP's time on the receipt", cases: clock.atPaper },
    },
  },
  {
    fault: 'printer out, open, unplugged, hung',
    cells: {
      'before the charge': { must: 'banner', cases: printer.before },
      'QR shown': {
        blank: 'money goes on: proven by the cases of the paper, which are paid and written off first',
      },
      'write-off in flight': { blank: 'the same' },
      'print, relay': {
        must: 'PENDING or UNCERTAIN, no automatic second copy',
        cases: [...printer.waiting, ...printer.inPrint],
      },
    },
  },
  {
    fault: 'disk full, read-only',
    cells: {
      'before the charge': { must: 'no new payment', cases: disk.before },
      'QR shown': { must: 'a reserve lets PAID commit', cases: disk.atQr },
      'write-off in flight': { must: 'stays UNKNOWN', cases: disk.inWriteOff },
      'print, relay': { must: 'rows about money are never dropped', cases: disk.atRelay },
    },
  },
  {
    fault: 'database corrupt at boot',
    cells: {
      'before the charge': {
        must: 'quarantine the file, restore the last backup, reconcile with PSP and ERP before any new payment',
        cases: corrupt.atBoot,
      },
      'QR shown': { blank: 'strikes at boot only' },
      'write-off in flight': { blank: 'strikes at boot only' },
      'print, relay': { blank: 'strikes at boot only' },
    },
  },
  {
    fault: 'two kiosks, one invoice',
    cells: {
      'before the charge': { must: 'read again before charging', cases: twoKiosks.before },
      'QR shown': { must: 'one write-off, the other REFUND_DUE', cases: twoKiosks.atQr },
      'write-off in flight': { blank: 'each sends its own, and reads before the first send' },
      'print, relay': { blank: 'each prints its own' },
    },
  },
  {
    fault: 'renderer or GPU crash',
    cells: {
      'before the charge': {
        blank: 'no window here: test/e2e/shell.test.ts kills and hangs the page of the real Electron',
      },
      'QR shown': { blank: 'test/e2e/shell.test.ts: the same QR again, and the payment is noticed' },
      'write-off in flight': { blank: 'main goes on: the page knows of no write-off' },
      'print, relay': { blank: 'main goes on' },
    },
  },
];
