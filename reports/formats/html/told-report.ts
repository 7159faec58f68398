import type { Catalogue, Rule, ScenarioStep } from '../../../kit/catalogue/catalogue.js';
import type { Verdict, WrittenReport } from '../../document/report.js';
import type { WrittenScenario } from './story/tell-scenario.js';

export type WrittenRule = WrittenReport['rules'][number];

/** What the rules say, beside what became of them. */
export type RuleTexts = {
  readonly catalogue: Catalogue;
  /** The steps of each scenario, by its location. */
  readonly steps: ReadonlyMap<string, readonly ScenarioStep[]>;
};

/** A rule of the report, with its record where the same rules judged. */
export type ToldRule = { readonly rule: WrittenRule; readonly record: Rule | undefined; readonly index: number };

/** What a page is made of. */
export type ToldReport = {
  readonly report: WrittenReport;
  readonly rules: readonly ToldRule[];
  /** Whether this installation has the rules that judged; otherwise it can tell neither their statements nor their steps. */
  readonly hasRules: boolean;
} & Pick<RuleTexts, 'steps'>;

export function toldReport(report: WrittenReport, { catalogue, steps }: RuleTexts): ToldReport {
  const hasRules = report.ruleSet.digest === catalogue.digest;
  const records = new Map(hasRules ? catalogue.rules.map((rule) => [rule.id, rule]) : []);
  return {
    report,
    hasRules,
    rules: report.rules.map((rule, index) => ({ rule, record: records.get(rule.id), index })),
    steps: hasRules ? steps : new Map(),
  };
}

/** Of a run that was cut short, most rules have nothing to tell but that. */
export function hasNotRun({ verdict, scenarios }: WrittenRule): boolean {
  return verdict === 'broken' && scenarios.length === 0;
}

/** Those that somebody has to look at come first. */
export const VERDICTS_BY_URGENCY = [
  'failed',
  'broken',
  'warned',
  'known-failure',
  'not-testable',
  'not-applicable',
  'passed',
] as const satisfies readonly Verdict[];

/** The scenarios of a rule, those that somebody has to look at first; `place` is where they stand in the report. */
export function byUrgency({ scenarios }: WrittenRule): readonly { readonly scenario: WrittenScenario; readonly place: number }[] {
  return scenarios
    .map((scenario, place) => ({ scenario, place }))
    .sort((a, b) => urgency(a.scenario.verdict) - urgency(b.scenario.verdict) || a.place - b.place);
}

function urgency(verdict: Verdict): number {
  return VERDICTS_BY_URGENCY.indexOf(verdict);
}

/** Where a scenario stands on the page: the rule's id and the line of the scenario. */
export function anchorOf({ id }: Pick<WrittenRule, 'id'>, { location }: Pick<WrittenScenario, 'location'>): string {
  return `${id}:${location.slice(location.lastIndexOf(':') + 1)}`;
}
