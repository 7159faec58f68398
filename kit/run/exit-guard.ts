const CUT_SHORT = 2;

/**
 * Until the guard is lifted, a process that ends has not finished its run, whoever ended it and with whatever status:
 * the status becomes 2, and `onEnd` does what can be done without waiting.
 */
export function guardExit(onEnd: () => void): { lift(): void } {
  const guard = () => {
    process.exitCode = CUT_SHORT;
    onEnd();
  };
  process.once('exit', guard);
  return { lift: () => process.off('exit', guard) };
}
