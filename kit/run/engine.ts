import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Flags that make V8 wait longer until it optimises a function, by V8's major version: that of Node.js 20, and of 24. */
const LATE: { readonly [version: string]: readonly string[] } = {
  11: ['--interrupt-budget=1000000'],
  13: ['--invocation-count-for-maglev=4000', '--invocation-count-for-turbofan=30000'],
};

/** A verdict takes about a second, in which functions that are optimised early cost more time than they gain. */
export function optimiseLate(): void {
  const [major = ''] = process.versions.v8.split('.');
  for (const flag of LATE[major] ?? []) setFlagsFromString(flag);
}

/**
 * Of a scenario that is through nothing is kept, but left to itself V8 would let its garbage grow to three times what is.
 * It may double. How far it may grow until the next collection is settled at the last one, so there is one at once.
 */
export function growHeapSlowly(): void {
  setFlagsFromString('--heap-growing-percent=100');
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
}
