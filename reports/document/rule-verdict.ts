import type { Level, Rule } from '../../kit/catalogue/catalogue.js';
import { type Judged, otherRelease } from './release.js';
import type { Report, ScenarioReport, Verdict } from './report.js';

type RuleVerdict = { readonly verdict: Verdict; readonly reason?: string };
type Seen = Pick<ScenarioReport, 'verdict' | 'reason'>;

/** The verdicts of scenarios, from worst to best; a rule is as good as its worst scenario. */
export const ORDER = ['failed', 'broken', 'not-testable', 'passed', 'not-applicable'] as const satisfies readonly Verdict[];

/** The verdict on one rule from those on its scenarios that this run has seen. */
export function judgeRule(
  rule: Pick<Rule, 'id' | 'level' | 'scenarios' | 'destructive' | 'since' | 'until'>,
  scenarios: readonly Seen[],
  { selection: { rules, shard, leftOut }, subject }: Pick<Report, 'selection'> & { readonly subject: Judged },
): RuleVerdict {
  const other = otherRelease(rule, subject);
  if (other !== null) return { verdict: 'not-applicable', reason: other };
  if (rules.length > 0 && !rules.includes(rule.id)) return { verdict: 'not-testable', reason: 'not selected by --rule' };
  if (leftOut.includes(rule.id)) return { verdict: 'not-testable', reason: whyLeftOut(rule) };
  if (scenarios.length === 0 && shard !== null) return { verdict: 'not-testable', reason: `not in shard ${shard}` };
  const worst = orderFor(rule.level).find((verdict) => scenarios.some((scenario) => scenario.verdict === verdict)) ?? 'broken';
  const isWhole = scenarios.length === rule.scenarios.length;
  if (worst !== 'failed' && !isWhole) {
    if (shard === null) return { verdict: 'broken', reason: howMany(scenarios.length, rule.scenarios.length) };
    if (worst === 'passed') return { verdict: 'not-testable', reason: `not whole in shard ${shard}` };
  }
  const reason = scenarios.find(({ verdict }) => verdict === worst)?.reason;
  const verdict = worst === 'failed' ? violation(rule.level) : worst;
  return reason === undefined ? { verdict } : { verdict, reason };
}

/** A violation of what only should be decides nothing; what broke beside it must not be hidden by that. */
function orderFor(level: Level): readonly (typeof ORDER)[number][] {
  return level === 'MUST' ? ORDER : ['broken', ...ORDER.filter((verdict) => verdict !== 'broken')];
}

/** Rules of which nothing ran have the same reason, so that it is told once of all of them. */
function howMany(ran: number, all: number): string {
  return ran === 0 ? 'no scenario ran' : `${ran} of its ${all} scenarios ran`;
}

function whyLeftOut({ id, destructive = '' }: Pick<Rule, 'id' | 'destructive'>): string {
  return `left out on a real device, unless --destructive ${id} asks for it. ${destructive}`;
}

function violation(level: Level): Verdict {
  return level === 'MUST' ? 'failed' : 'warned';
}
