import { FAULTS } from './faults.js';
import type { Finding, SweepResult } from './sweep.js';

/** How many findings are told; most of what is wrong is found again and again. */
const TOLD = 20;

/** How much was swept, and what was found. */
export function tellSweep(name: string, { scenarios, faults, operations, nextOpens, sampled, findings }: SweepResult): string {
  const failed = [...faults.values()].reduce((sum, count) => sum + count, 0);
  const head = `${name}: ${scenarios} scenarios, ${failed} faults, ${operations} operations, ${nextOpens} next opens, ${findings.length} findings`;
  const part = sampled === 0 ? [] : [`in ${sampled} of them a sample of what may fail`];
  return [head, ...part, ...findings.slice(0, TOLD).map(tellFinding), ''].join('\n');
}

function tellFinding({ location, at, fault, ending, wrongs }: Finding): string {
  const what = fault === null ? 'nothing fails' : `fault ${at}, ${fault}`;
  return `${location}, ${what}, ${ending}: ${wrongs.join('; ')}`;
}

/** What a sweep that is to prove something must not have left out; nothing when it has tried each kind of failure. */
export function emptiness({ faults, nextOpens }: Pick<SweepResult, 'faults' | 'nextOpens'>): readonly string[] {
  const untried = FAULTS.filter((name) => !faults.has(name)).map((name) => `it never happened that ${name}`);
  return nextOpens > 0 ? untried : [...untried, 'no device was opened again'];
}
