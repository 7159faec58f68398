import { decompress } from '../../kit/compressed.js';
import type { Report, ScenarioReport, Verdict, WrittenReport } from '../document/report.js';
import { asScenario } from '../document/written-report.js';

/** Where a report says otherwise than its own evidence. */
export type Disagreement = {
  /** The rule, or the place of the scenario. */
  readonly where: string;
  readonly what: string;
  readonly written: string;
  readonly replayed: string;
};

type WrittenRule = WrittenReport['rules'][number];
type WrittenScenario = WrittenRule['scenarios'][number];

/**
 * What a report says of its rules and scenarios, held against what judging its evidence again came to; `isLeftOut` says of
 * which places that was not possible.
 */
export function findDisagreements(
  written: WrittenReport,
  replayed: Report,
  isLeftOut: (location: string) => boolean,
): readonly Disagreement[] {
  const waived = new Set(written.waivers.filter(({ state }) => state === 'applied').map(({ rule }) => rule));
  const again = new Map(replayed.rules.map((rule) => [rule.id, rule]));
  const inRules = written.rules.flatMap((rule): readonly Disagreement[] => {
    const other = again.get(rule.id);
    if (other === undefined) return [differs(rule.id, 'the rule', 'listed', 'not in the set')];
    const places = new Map(other.scenarios.map((scenario) => [scenario.location, scenario]));
    const listed = new Set(rule.scenarios.map(({ location }) => location));
    const missing = other.scenarios.filter(({ location }) => !listed.has(location));
    const isJudgedInFull = !rule.scenarios.some(({ location }) => isLeftOut(location));
    return [
      ...rule.scenarios.filter(({ location }) => !isLeftOut(location)).flatMap((scenario) => ofScenario(scenario, places)),
      ...missing.map(({ location }) => differs(location, 'the scenario', 'not there', 'judged')),
      ...(isJudgedInFull ? ofRule(rule, { ...other, ...(waived.has(rule.id) && known(rule, other.verdict)) }) : []),
    ];
  });
  return [...inRules, ...ofRuleSet(written, replayed), ...ofProblems(written, replayed)];
}

/** A waiver makes a known failure of a failure and nothing else, and gives its reason. */
function known({ reason }: WrittenRule, verdict: Verdict): Partial<Pick<WrittenRule, 'verdict' | 'reason'>> {
  if (verdict !== 'failed' && verdict !== 'warned') return {};
  return { verdict: 'known-failure', ...(reason !== undefined && { reason }) };
}

function ofRule(
  { scenarios: _, ...written }: WrittenRule,
  { scenarios: __, ...replayed }: Report['rules'][number],
): readonly Disagreement[] {
  return inFields(written.id, written, replayed);
}

function ofScenario(written: WrittenScenario, places: ReadonlyMap<string, ScenarioReport>): readonly Disagreement[] {
  const replayed = places.get(written.location);
  if (replayed === undefined) return [differs(written.location, 'the scenario', 'judged', 'not there')];
  const { evidence, ...scenario } = asScenario(written);
  const { evidence: again, ...other } = replayed;
  const findings = inFields(written.location, scenario, other);
  return evidence.json === again.json ? findings : [...findings, ...inFields(written.location, evidence.toJSON(), again.toJSON())];
}

/** Every rule of the set is listed, also those that did not run. */
function ofRuleSet({ ruleSet, rules }: WrittenReport, replayed: Report): readonly Disagreement[] {
  const listed = new Set(rules.map(({ id }) => id));
  const missing = replayed.rules.filter(({ id }) => !listed.has(id));
  return [
    ...inFields('the rule set', { name: ruleSet.name }, { name: replayed.ruleSet.name }),
    ...missing.map(({ id, verdict }) => differs(id, 'the rule', 'not there', verdict)),
  ];
}

/** A run that was interrupted, or that something was wrong with, says so, and its replay does not. */
function ofProblems({ problems }: WrittenReport, replayed: Report): readonly Disagreement[] {
  return replayed.problems
    .filter((problem) => !problems.includes(problem))
    .map((problem) => differs('the run', 'a problem', 'none', problem));
}

/** The first difference of each field. */
function inFields(where: string, written: object, replayed: object): readonly Disagreement[] {
  const names = [...new Set([...Object.keys(written), ...Object.keys(replayed)])];
  return names.flatMap((name) => firstDifference(where, name, Reflect.get(written, name), Reflect.get(replayed, name)) ?? []);
}

function firstDifference(where: string, what: string, written: unknown, replayed: unknown): Disagreement | null {
  if (typeof written === 'object' && written !== null && typeof replayed === 'object' && replayed !== null) {
    const names = new Set([...Object.keys(written), ...Object.keys(replayed)]);
    for (const name of names) {
      const [one, other] = [Reflect.get(written, name), Reflect.get(replayed, name)];
      const found = name === 'compressed' ? inCompressed(where, what, one, other) : firstDifference(where, `${what}.${name}`, one, other);
      if (found !== null) return found;
    }
    return null;
  }
  return written === replayed ? null : differs(where, what, written, replayed);
}

/** Another version of the library may compress in another way. */
function inCompressed(where: string, what: string, written: unknown, replayed: unknown): Disagreement | null {
  if (written === replayed) return null;
  const [one, other] = [unpacked(written), unpacked(replayed)];
  return one !== null && other !== null && one.equals(other) ? null : differs(where, `${what}.compressed`, written, replayed);
}

function unpacked(text: unknown): Buffer | null {
  try {
    return typeof text === 'string' ? decompress(text) : null;
  } catch {
    return null;
  }
}

const LONGEST_SHOWN = 200;

function differs(where: string, what: string, written: unknown, replayed: unknown): Disagreement {
  return { where, what, written: shown(written), replayed: shown(replayed) };
}

function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing');
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}...` : text;
}
