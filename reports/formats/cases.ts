import type { RecordedExpectation } from '../../kit/evidence.js';
import type { Report, RuleReport, RunResult, ScenarioReport, Verdict } from '../document/report.js';
import { RESULT_WORDS } from './result-words.js';

/**
 * What formats of test results call a test: a scenario, a rule whose scenarios alone do not show its verdict, or the
 * run. `unmet` is what was looked at and did not hold.
 */
export type Case = {
  readonly name: string;
  /** Absent where there is no scenario. */
  readonly location?: string;
  readonly verdict: Verdict;
  readonly reason: string;
  readonly unmet: readonly RecordedExpectation[];
};

/** At least one case, and one of them has the verdict of the rule. */
export function casesOf(rule: RuleReport): readonly Case[] {
  const cases = rule.scenarios.map((scenario) => caseOf(rule, scenario));
  if (cases.some(({ verdict }) => verdict === rule.verdict)) return cases;
  return [...cases, { name: rule.title, verdict: rule.verdict, reason: rule.reason ?? 'no scenario ran', unmet: [] }];
}

/** A scenario fails; whether that is a violation, a warning or known is said of its rule. */
function caseOf(rule: RuleReport, { name, location, verdict, reason = '', evidence }: ScenarioReport): Case {
  if (verdict !== 'failed') return { name, location, verdict, reason, unmet: [] };
  return { name, location, verdict: rule.verdict, reason: reason || (rule.reason ?? ''), unmet: unmetOf(evidence.toJSON()) };
}

function unmetOf({ expectations }: { readonly expectations: readonly RecordedExpectation[] }): readonly RecordedExpectation[] {
  return expectations.filter(({ held }) => !held);
}

const RUN_VERDICTS = {
  conformant: 'passed',
  'conformant-with-waivers': 'passed',
  partial: 'broken',
  'non-conformant': 'failed',
  inconclusive: 'broken',
} as const satisfies Record<RunResult, Verdict>;

/** The run as a case of its own, since rules that all passed, or did not run, do not make a run that conforms. */
export function runCase({ result, problems }: Report): Case & { readonly verdict: (typeof RUN_VERDICTS)[RunResult] } {
  return {
    name: 'the run as a whole',
    verdict: RUN_VERDICTS[result],
    reason: [`${result}: ${RESULT_WORDS[result]}`, ...problems].join('; '),
    unmet: [],
  };
}

/** What did not hold, in one paragraph; without such, why the case did not pass. */
export function explain({ unmet, reason }: Case): string {
  if (unmet.length === 0) return reason;
  return unmet.map(({ what, expected, actual }) => `${what}: expected ${expected}, actual ${actual}`).join('; ');
}
