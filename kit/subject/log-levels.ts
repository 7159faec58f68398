import type { LogLine } from './operations.js';

const WARNING_LEVELS: readonly string[] = ['emerg', 'alert', 'crit', 'err', 'warning'];

/** A line at level warning or above; below it, a kernel may tell what it likes. */
export function isWarning({ level }: LogLine): boolean {
  return WARNING_LEVELS.includes(level);
}
