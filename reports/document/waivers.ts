import type { Counts, Report, RuleReport, RunResult, ScenarioReport, WaiverReport, WaiverState } from './report.js';
import { countRules, resultOf } from './run-result.js';

/** How one scenario fails, in the words of the report. */
export type KnownFailure = { readonly scenario: string; readonly lookedAt: string; readonly actual: string };

/** A failure that the vendor knows of: exactly one rule, exactly how it fails, and until when. */
export type Waiver = {
  readonly rule: string;
  readonly fails: readonly KnownFailure[];
  readonly reason: string;
  readonly link: string;
  readonly owner: string;
  /** The last day that it counts, YYYY-MM-DD in UTC. */
  readonly expires: string;
};

/**
 * The report with those failures marked as known that fail as the waivers say. A waiver that no longer fits what
 * happens (stale, expired, or the rule fails in another way) fails the run; what broke cannot be waived at all.
 */
export function applyWaivers(report: Report, waivers: readonly Waiver[]): Report {
  const states = waivers.map((waiver) => ({ waiver, state: stateOf(waiver, report) }));
  const known = new Map(states.flatMap(({ waiver, state }) => (state === 'applied' ? [[waiver.rule, waiver]] : [])));
  const rules = report.rules.map((rule): RuleReport => {
    const waiver = known.get(rule.id);
    return waiver === undefined ? rule : { ...rule, verdict: 'known-failure', reason: waiver.reason };
  });
  const counts = countRules(rules);
  return {
    ...report,
    result: resultWith(
      counts,
      isSound(report),
      states.map(({ state }) => state),
    ),
    counts,
    rules,
    waivers: states.map(
      ({ waiver: { rule, reason, link, owner, expires }, state }): WaiverReport => ({ rule, state, reason, link, owner, expires }),
    ),
  };
}

/** The result of a run to which these waivers were given. */
export function resultWith(counts: Counts, isSoundRun: boolean, states: readonly WaiverState[]): RunResult {
  const result = resultOf(counts, isSoundRun);
  return result !== 'inconclusive' && states.some((state) => BAD.includes(state)) ? 'non-conformant' : result;
}

/** Whether anything may be concluded from the run. */
export function isSound({ footer, problems }: Pick<Report, 'footer' | 'problems'>): boolean {
  return footer.complete && problems.length === 0;
}

const BAD: readonly WaiverState[] = ['stale', 'expired', 'fails differently'];

/** Whether the last day was over when the run began. */
export function isExpired(expires: string, started: string): boolean {
  return expires < started.slice(0, 'YYYY-MM-DD'.length);
}

function stateOf(waiver: Waiver, { rules, time: { started } }: Report): WaiverState {
  const rule = rules.find(({ id }) => id === waiver.rule);
  if (rule === undefined || rule.verdict === 'not-testable' || rule.verdict === 'broken') return 'not in play';
  if (rule.verdict !== 'failed' && rule.verdict !== 'warned') return 'stale';
  if (isExpired(waiver.expires, started)) return 'expired';
  return failsAsKnown(rule, waiver.fails) ? 'applied' : 'fails differently';
}

/** Every scenario that fails is known, and every one that is known fails. */
function failsAsKnown({ scenarios }: RuleReport, known: readonly KnownFailure[]): boolean {
  const actual = scenarios.filter(({ verdict }) => verdict === 'failed').map(howItFails);
  const expected = known.map(({ scenario, lookedAt, actual: seen }) => fingerprint(scenario, lookedAt, seen));
  return actual.length > 0 && sameSet(actual, expected);
}

function howItFails({ name, evidence }: ScenarioReport): string {
  const unmet = evidence.toJSON().expectations.find(({ held }) => !held);
  return fingerprint(name, unmet?.what ?? '', unmet?.actual ?? '');
}

function fingerprint(...parts: readonly string[]): string {
  return JSON.stringify(parts);
}

function sameSet(some: readonly string[], others: readonly string[]): boolean {
  const [left, right] = [new Set(some), new Set(others)];
  return left.size === right.size && [...left].every((one) => right.has(one));
}
