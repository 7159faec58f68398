import type { Catalogue } from '../../kit/catalogue/catalogue.js';
import type { HonestyFinding } from '../../kit/subject/port.js';
import { KIT_NAME, KIT_VERSION } from '../../kit/version.js';
import type { Ending, Report, RuleReport, ScenarioReport } from './report.js';
import { judgeRule } from './rule-verdict.js';
import { countRules, resultOf } from './run-result.js';
import { isDevice } from './scenario-verdict.js';

/** What a run knows of itself beforehand. */
export type RunFacts = Pick<Report, 'subject' | 'seed' | 'selection' | 'challenge' | 'reproduce' | 'model'> & {
  readonly catalogue: Catalogue;
};

/** What is known when it is over. */
export type RunOutcome = {
  /** By the id of the rule, those of one rule in the order of the features. */
  readonly scenarios: ReadonlyMap<string, readonly ScenarioReport[]>;
  readonly endedBy: Ending;
  readonly problems: readonly string[];
  readonly time: Report['time'];
  /** Null where there are no machines. */
  readonly boots: number | null;
};

/** Judges every rule of the set from its scenarios, and the run from its rules. */
export function concludeReport(
  { catalogue, subject, seed, challenge, selection, reproduce, model }: RunFacts,
  { scenarios: found, endedBy, problems, time, boots }: RunOutcome,
): Report {
  const rules = catalogue.rules.map((rule): RuleReport => {
    const scenarios = found.get(rule.id) ?? [];
    return {
      id: rule.id,
      level: rule.level,
      title: rule.title,
      ...judgeRule(rule, scenarios, { selection, subject }),
      ...(rule.since !== undefined && { since: rule.since }),
      ...(rule.until !== undefined && { until: rule.until }),
      source: rule.sources,
      scenarios,
    };
  });
  const counts = countRules(rules);
  const complete = endedBy === 'finished';
  // Every rule speaks of a device.
  const isBare = counts.notApplicable > 0 && !subject.capabilities.some(isDevice);
  const all = [...subject.honesty.map(dishonesty), ...problems, ...(isBare ? [NO_DEVICE] : [])];
  return {
    result: resultOf(counts, complete && all.length === 0),
    counts,
    kit: { name: KIT_NAME, version: KIT_VERSION },
    ruleSet: { name: catalogue.name, digest: catalogue.digest },
    seed,
    ...(challenge !== undefined && { challenge }),
    selection,
    subject: { ...subject, ...(boots !== null && { boots }) },
    ...(model !== undefined && { model }),
    reproduce,
    time,
    waivers: [],
    rules,
    problems: all,
    footer: { complete, endedBy, rulesListed: rules.length, rulesInSet: catalogue.rules.length },
  };
}

export const NO_DEVICE = 'no device-... is declared, so nothing can be judged';

const DISHONESTY = {
  'declared-but-absent': 'declares %, and cannot do it',
  'present-but-undeclared': 'can do what % allows, and does not declare it',
} as const satisfies Record<HonestyFinding['finding'], string>;

/** Rules were judged, or left out, by what the subject declared. */
export function dishonesty({ capability, finding }: HonestyFinding): string {
  return `the subject ${DISHONESTY[finding].replace('%', capability)}`;
}
