import type { Verdict, WrittenReport } from './report.js';
import { judgeRule, ORDER } from './rule-verdict.js';
import { countRules } from './run-result.js';
import { findDoubt } from './scenario-verdict.js';
import { parseShard } from './shard.js';
import { isExpired, isSound, resultWith } from './waivers.js';

/** Where a report contradicts itself, and how. `path` leads to the value. */
export type Inconsistency = { readonly path: readonly (string | number)[]; readonly expected: string; readonly received: string };

type WrittenRule = WrittenReport['rules'][number];

/** Why a scenario that is said to have passed cannot have; null when it can. */
type DoubtOf = (scenario: WrittenRule['scenarios'][number]) => string | null;

/**
 * The first place where a report of the right shape says what cannot be: each verdict must follow from what is below
 * it, from the scenarios up to the result, and the footer must be true. `doubtOf` is for who has seen the evidence before.
 */
export function findInconsistency(report: WrittenReport, doubtOf: DoubtOf = ({ evidence }) => findDoubt(evidence)): Inconsistency | null {
  for (const check of [checkRun, checkRules, checkScenarios, checkWaivers, checkCounts]) {
    const found = check(report, doubtOf);
    if (found !== null) return found;
  }
  return null;
}

function checkRun({ footer, rules, selection: { shard }, time: { started } }: WrittenReport): Inconsistency | null {
  const { complete, endedBy, rulesListed, rulesInSet } = footer;
  if (rulesListed !== rules.length) return differs(['footer', 'rulesListed'], `${rules.length}, as many as are listed`, rulesListed);
  if (rulesInSet !== rulesListed)
    return differs(['footer', 'rulesInSet'], `${rulesListed}, since every rule of the set is listed`, rulesInSet);
  if (complete !== (endedBy === 'finished'))
    return differs(['footer', 'endedBy'], complete ? '"finished" in a complete run' : 'why the run is not complete', endedBy);
  if (shard !== null && parseShard(shard) === null) return differs(['selection', 'shard'], 'null, or I/N, the I-th of N parts', shard);
  if (!isInstant(started)) return differs(['time', 'started'], 'an instant, such as 2026-11-21T12:00:00.000Z', started);
  return null;
}

/** On a day that there is, in a year of four digits. */
function isInstant(text: string): boolean {
  const time = new Date(text);
  return /^\d{4}-/.test(text) && !Number.isNaN(time.getTime()) && time.toISOString() === text;
}

function checkRules({ rules, selection }: WrittenReport): Inconsistency | null {
  const ids = new Set<string>();
  for (const [index, { id }] of rules.entries()) {
    if (ids.has(id)) return differs(['rules', index, 'id'], 'each rule once', id);
    ids.add(id);
  }
  const unknown = selection.rules.findIndex((id) => !ids.has(id));
  return unknown === -1 ? null : differs(['selection', 'rules', unknown], 'a rule that is listed', selection.rules[unknown]);
}

/** A scenario is known by its place; a rule is as good as its worst scenario. */
function checkScenarios({ rules, selection, subject, waivers }: WrittenReport, doubtOf: DoubtOf): Inconsistency | null {
  const waived = new Set(waivers.filter(({ state }) => state === 'applied').map(({ rule }) => rule));
  const locations = new Set<string>();
  for (const [index, rule] of rules.entries()) {
    for (const [place, scenario] of rule.scenarios.entries()) {
      const { location, verdict } = scenario;
      const path = ['rules', index, 'scenarios', place];
      if (locations.has(location)) return differs([...path, 'location'], 'each scenario once', location);
      locations.add(location);
      if (!ORDER.some((one) => one === verdict)) return differs([...path, 'verdict'], `${ORDER.join(', ')}, of a scenario`, verdict);
      const doubt = verdict === 'passed' ? doubtOf(scenario) : null;
      if (doubt !== null) return differs([...path, 'verdict'], `broken, since ${doubt}`, verdict);
    }
    const possible = possibleVerdicts(rule, { selection, subject }, waived.has(rule.id));
    if (!possible.includes(rule.verdict))
      return differs(['rules', index, 'verdict'], `${possible.join(' or ')}, as its scenarios say`, rule.verdict);
  }
  return null;
}

/** How many scenarios the rule has is not in the report: these may be all, or not. */
function possibleVerdicts(rule: WrittenRule, run: Pick<WrittenReport, 'selection' | 'subject'>, isWaived: boolean): readonly Verdict[] {
  const unseen = { name: '', location: '' };
  const judged = [rule.scenarios, [...rule.scenarios, unseen]].map(
    (scenarios) => judgeRule({ ...rule, scenarios }, rule.scenarios, run).verdict,
  );
  return [...new Set(judged.map((verdict) => (isWaived && (verdict === 'failed' || verdict === 'warned') ? 'known-failure' : verdict)))];
}

function checkWaivers({ rules, waivers, time: { started } }: WrittenReport): Inconsistency | null {
  const verdicts = new Map(rules.map(({ id, verdict }) => [id, verdict]));
  const seen = new Set<string>();
  for (const [index, { rule, state, expires }] of waivers.entries()) {
    if (seen.has(rule)) return differs(['waivers', index, 'rule'], 'one waiver for a rule', rule);
    seen.add(rule);
    if (state === 'applied' && verdicts.get(rule) !== 'known-failure')
      return differs(['waivers', index, 'state'], `another state, since ${rule} is no known failure`, state);
    if (state === 'applied' && isExpired(expires, started))
      return differs(['waivers', index, 'expires'], 'the day of the run or a later one, since the waiver is applied', expires);
  }
  return null;
}

function checkCounts(report: WrittenReport): Inconsistency | null {
  const counts = countRules(report.rules);
  const told = new Map(Object.entries(report.counts));
  for (const [name, count] of Object.entries(counts)) {
    if (told.get(name) !== count) return differs(['counts', name], `${count}, as the rules say`, told.get(name));
  }
  const states = report.waivers.map(({ state }) => state);
  const result = resultWith(counts, isSound(report), states);
  return report.result === result ? null : differs(['result'], `${result}, as counts, footer, problems and waivers say`, report.result);
}

function differs(path: Inconsistency['path'], expected: string, received: unknown): Inconsistency {
  return { path, expected, received: JSON.stringify(received) };
}
