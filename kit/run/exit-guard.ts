import { writeSync } from 'node:fs';

const CUT_SHORT = 2;

/**
 * Until the guard is lifted, a process that ends has not finished its run, whoever ended it and with whatever status:
 * the status becomes 2, and `onEnd` may still do what can be done at once.
 */
export function guardExit(onEnd: () => void): { lift(): void } {
  const guard = () => {
    process.exitCode = CUT_SHORT;
    onEnd();
    writeSync(process.stderr.fd, 'the process was ended in the middle of the run, by a step or by the subject: nothing is decided\n');
  };
  process.once('exit', guard);
  return { lift: () => process.off('exit', guard) };
}
