import { isDeepStrictEqual } from 'node:util';
import type { WrittenReport } from '../../reports/document/report.js';
import { quoted } from '../cli/reproduce.js';
import { SHIPPED_MODELS, USUAL_MODEL } from '../model/model.js';
import { shippedModel } from '../model/shipped.js';
import type { Subject } from '../subject/port.js';
import { openSubject } from '../subjects/open-subject.js';
import type { SubjectSpec } from '../subjects/subject-spec.js';
import { FAILING_KINDS, findVariants } from '../subjects/variants.js';
import { type Program, writeProgram } from './c-program.js';
import { writeFeature } from './feature-text.js';
import { recordedSteps } from './recorded-operations.js';
import { type Case, findCase } from './shrink.js';

type WrittenRule = WrittenReport['rules'][number];
type WrittenScenario = WrittenRule['scenarios'][number];

/** One failed scenario of a rule, as little of it as is known to show the failure. */
export type Reproduction = {
  readonly rule: string;
  readonly scenario: WrittenScenario;
  /** Null where no answer differs from the reference's, or there is no reference to ask. */
  readonly found: Case | null;
  readonly program: Program;
  /** It judges the whole rule. */
  readonly command: string;
  /** It plays this scenario alone, from the sources; null for a subject that is not among them. */
  readonly checkout: string | null;
  readonly feature: string;
};

/** Of the failed scenarios of the rule, the one that is told in the fewest steps, and by a program if there is one. */
export async function reproduceRule(report: WrittenReport, rule: WrittenRule): Promise<Reproduction | null> {
  const failed = rule.scenarios.filter(({ verdict }) => verdict === 'failed');
  const reproductions = await Promise.all(failed.map((scenario) => reproduce(report, rule, scenario)));
  const [best = null] = reproductions.sort((one, other) => effort(one) - effort(other));
  return best;
}

function effort({ program, found }: Reproduction): number {
  return (program.kind === 'program' ? 0 : 10_000) + (found?.steps.length ?? 5_000);
}

async function reproduce(report: WrittenReport, { id, level, title }: WrittenRule, scenario: WrittenScenario): Promise<Reproduction> {
  const steps = recordedSteps(scenario.evidence);
  const reference = await referenceFor(report);
  const found = reference === null ? null : await findCase(steps, reference, await subjectOf(report));
  const { kind, name, version } = report.subject;
  const expected = scenario.evidence.expectations.filter(({ held }) => !held).map((unmet) => unmet.expected);
  const head = { rule: id, title, subject: `${name} (${kind}, ${version})`, scenario: scenario.location, expected };
  return {
    rule: id,
    scenario,
    found,
    program: found === null ? { kind: 'none', why: whyNone(reference, scenario) } : writeProgram(found, head),
    command: commandFor(report.reproduce, id),
    checkout: checkoutCommand(report, id, scenario),
    feature: writeFeature(scenario.location, { rule: id, level, title }),
  };
}

function whyNone(reference: Subject | null, { evidence }: WrittenScenario): string {
  if (reference === null) return 'the reference has no device of that model to compare with';
  if (evidence.calls.some(({ answers }) => answers !== undefined)) return 'the many calls that show it are recorded as one line';
  return 'no answer differs from those of the reference';
}

/** The subject again, where it can be run in this process. */
async function subjectOf({ subject }: WrittenReport): Promise<Subject | null> {
  if (subject.kind !== 'broken') return null;
  const kind = FAILING_KINDS.find((candidate) => findVariants(candidate).some(({ name }) => name === subject.name));
  return kind === undefined ? null : openSubject({ kind, name: subject.name });
}

/** The reference with the device that the report's model describes; null when it has none of that model. */
async function referenceFor({ model }: WrittenReport): Promise<Subject | null> {
  const modelled = model === undefined ? undefined : SHIPPED_MODELS.find((name) => isDeepStrictEqual(shippedModel(name), model));
  if (model !== undefined && modelled === undefined) return null;
  const spec: SubjectSpec = { kind: 'reference', ...(modelled !== undefined && { modelled }) };
  return openSubject(spec);
}

function checkoutCommand({ subject, model }: WrittenReport, rule: string, { name }: WrittenScenario): string | null {
  const modelled = SHIPPED_MODELS.find((one) => isDeepStrictEqual(shippedModel(one), model)) ?? USUAL_MODEL;
  if (subject.kind !== 'broken' || !findVariants('broken').some((variant) => variant.name === subject.name)) return null;
  return [
    ...(modelled === USUAL_MODEL ? [] : [`MODEL=${modelled}`]),
    `BROKEN=${subject.name} npx cucumber-js -p broken --tags @${rule}`,
    `--name ${quoted(`^${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`)}`,
  ].join(' ');
}

/** The command of the run for this rule alone. */
function commandFor(command: string, rule: string): string {
  return command.replace(/ --(rule|shard|waivers) \S+/g, '').replace(' run', ` run --rule ${rule}`);
}
