const endingSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Calls `end` at Ctrl+C and its kin; the first one counts, those that follow wait with it. */
export function onEndingSignal(end: () => void): void {
  let ended = false;
  for (const signal of endingSignals) {
    process.on(signal, () => {
      if (!ended) end();
      ended = true;
    });
  }
}
