import type { Rule } from '../../kit/catalogue/catalogue.js';
import { FACILITIES } from '../../kit/subject/capabilities.js';
import type { Findings } from './evidence-text.js';
import type { Verdict } from './report.js';

/** How one step ended, as far as a verdict needs it. */
export type StepEnd = {
  readonly status: string;
  readonly text: string;
  readonly exception?: { readonly type: string; readonly message: string };
};

export type Judged = { readonly verdict: Verdict; readonly reason?: string; readonly step?: string };

/** An expectation of a step did not hold; anything else that a step throws says nothing about the subject. */
const VIOLATION = 'AssertionError';

/**
 * The verdict on one scenario from how its steps ended and from its evidence. A green run is not enough:
 * something must have been looked at, and all that was looked at must have held. `absent` is the device, or the part of
 * a kernel, that its rule speaks of, when the subject does not have it: what could be looked at all the same says too
 * little then.
 */
export function judgeScenario(
  steps: readonly StepEnd[],
  isFinished: boolean,
  evidence: Findings | null,
  absent: string | null = null,
): Judged {
  const failed = steps.find(({ status }) => status === 'FAILED');
  if (failed !== undefined) return judgeFailure(failed);
  if (!isFinished) return { verdict: 'broken', reason: 'the scenario never came to its end' };
  const skipped = steps.find(({ status }) => status === 'SKIPPED');
  if (skipped !== undefined && evidence?.missing !== undefined) return judgeMissing(absent ?? evidence.missing, skipped.text);
  if (skipped !== undefined && evidence?.notApplicable !== undefined) return { verdict: 'not-applicable', reason: evidence.notApplicable };
  if (skipped !== undefined && evidence?.notModelled !== undefined)
    return { verdict: 'not-testable', reason: evidence.notModelled, step: skipped.text };
  const odd = steps.find(({ status }) => status !== 'PASSED');
  if (odd !== undefined) return { verdict: 'broken', reason: `a step is ${odd.status.toLowerCase()}`, step: odd.text };
  if (steps.length === 0) return { verdict: 'broken', reason: 'the scenario has no steps' };
  if (evidence === null) return { verdict: 'broken', reason: 'the scenario left no evidence' };
  const doubt = findDoubt(evidence);
  if (doubt !== null) return { verdict: 'broken', reason: doubt };
  return absent === null ? { verdict: 'passed' } : without(absent);
}

/** Why a scenario has not passed although all of its steps did; null when it has. */
export function findDoubt({ expectations }: Pick<Findings, 'expectations'>): string | null {
  if (expectations.length === 0) return 'the scenario passed and looked at nothing';
  return expectations.every(({ held }) => held) ? null : 'the scenario passed although an expectation did not hold';
}

function judgeFailure({ text, exception }: StepEnd): Judged {
  const reason = exception?.message ?? 'a step failed without saying why';
  return { verdict: exception?.type === VIOLATION ? 'failed' : 'broken', reason, step: text };
}

export function isDevice(capability: string): boolean {
  return capability.startsWith('device-');
}

const FACILITY_WORDS: Readonly<Record<string, string>> = FACILITIES;

/** The device that a rule speaks of, or else the part of a kernel, when it is not among what the subject declares. */
export function findAbsent({ needs }: Pick<Rule, 'needs'>, declared: readonly string[]): string | null {
  const devices = needs.filter(isDevice);
  const device = devices.some((name) => declared.includes(name)) ? undefined : devices[0];
  return device ?? needs.find((name) => FACILITY_WORDS[name] !== undefined && !declared.includes(name)) ?? null;
}

function without(absent: string): Judged {
  const words = FACILITY_WORDS[absent] ?? `${absent.slice('device-'.length)} device`;
  return { verdict: 'not-applicable', reason: `the subject has no ${words}` };
}

/** What the subject does not have is none of its faults; anything else that it cannot do leaves a question open. */
function judgeMissing(missing: string, step: string): Judged {
  if (isDevice(missing) || FACILITY_WORDS[missing] !== undefined) return without(missing);
  return { verdict: 'not-testable', reason: `the subject does not declare "${missing}"`, step };
}
