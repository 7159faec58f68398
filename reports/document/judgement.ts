import type { Envelope, Pickle, TestCaseFinished, TestStepFinished } from '@cucumber/messages';
import type { Rule } from '../../kit/catalogue/catalogue.js';
import { EVIDENCE_MEDIA_TYPE } from '../../kit/evidence.js';
import { InFlight } from '../../kit/in-flight.js';
import { concludeReport, type RunFacts } from './conclude.js';
import { EvidenceText, inMemory, type KeepText, readFindings } from './evidence-text.js';
import type { Ending, Report, ScenarioReport } from './report.js';
import { findAbsent, judgeScenario, type StepEnd } from './scenario-verdict.js';

export type RunEnd = { readonly endedBy: Ending; readonly problems: readonly string[] };

/** A scenario that is still to come, or under way. */
type Scenario = {
  readonly name: string;
  readonly location: string;
  readonly rule: string;
  /** Texts of steps by the ids that are used of them next: those of the scenario, then those of its test case. */
  readonly stepTexts: ReadonlyMap<string, string>;
};

/** An attempt at a scenario, while it runs. */
type Attempt = {
  readonly testCase: string;
  readonly scenario: Scenario;
  readonly steps: StepEnd[];
  evidence: string | null;
};

const HOOK = 'a hook';

export type JudgementOptions = {
  /** Where evidence is kept until the report is written; in memory when absent. */
  readonly keepEvidence?: KeepText;
  readonly clock?: () => Date;
};

/**
 * Folds cucumber's message stream into a report. Of a scenario that is through it keeps its verdict and the way to
 * its evidence, and no message.
 */
export class Judgement {
  readonly #facts: RunFacts;
  readonly #started: Date;
  readonly #keepText: KeepText;
  readonly #clock: () => Date;
  readonly #planned = new InFlight<string, Scenario>();
  /** By their ids, the test cases that are not through. */
  readonly #cases = new InFlight<string, Scenario>();
  readonly #attempts = new InFlight<string, Attempt>();
  /** Those that are through, by the id of the rule. */
  readonly #done = new Map<string, ScenarioReport[]>();
  readonly #rules: ReadonlyMap<string, Rule>;
  /** The device, or the part of a kernel, that a rule speaks of, by its id, when the subject does not have it. */
  readonly #absent: ReadonlyMap<string, string | null>;
  readonly #problems: string[] = [];
  #isFinished = false;
  #boots: number | null = null;

  constructor(facts: RunFacts, { keepEvidence = inMemory, clock = () => new Date() }: JudgementOptions = {}) {
    this.#facts = facts;
    this.#rules = new Map(facts.catalogue.rules.map((rule) => [rule.id, rule]));
    this.#absent = new Map(facts.catalogue.rules.map((rule) => [rule.id, findAbsent(rule, facts.subject.capabilities)]));
    this.#keepText = keepEvidence;
    this.#clock = clock;
    this.#started = clock();
  }

  accept(message: Envelope): void {
    if (message.pickle) this.#plan(message.pickle);
    else if (message.parseError) this.#problems.push(`a feature cannot be read: ${message.parseError.message}`);
    else if (message.testCase) this.#choose(message.testCase);
    else if (message.testCaseStarted) this.#start(message.testCaseStarted);
    else if (message.attachment?.mediaType === EVIDENCE_MEDIA_TYPE) this.#keepEvidence(message.attachment);
    else if (message.testStepFinished) this.#finishStep(message.testStepFinished);
    else if (message.testCaseFinished) this.#finish(message.testCaseFinished);
    else if (message.testRunFinished) this.#isFinished = true;
  }

  conclude({ endedBy, problems }: RunEnd): Report {
    const complete = endedBy === 'finished' && this.#isFinished;
    return concludeReport(this.#facts, {
      scenarios: this.#scenariosByRule(),
      endedBy: !complete && endedBy === 'finished' ? 'aborted' : endedBy,
      problems: [...this.#problems, ...problems],
      // A clock may be set back in between.
      time: { started: this.#started.toISOString(), milliseconds: Math.max(0, this.#clock().getTime() - this.#started.getTime()) },
      boots: this.#boots,
    });
  }

  #plan({ id, name, uri, location, tags, steps }: Pickle): void {
    const path = uri.slice(Math.max(0, uri.lastIndexOf('features/')));
    const where = `${path}:${location?.line ?? 0}`;
    const [rule, ...others] = tags.flatMap((tag) => this.#rules.get(tag.name.slice(1)) ?? []);
    if (rule === undefined || others.length > 0)
      this.#problems.push(`the scenario at ${where} belongs to ${rule === undefined ? 'no rule' : 'several rules'} of the set`);
    const stepTexts = new Map(steps.map((step) => [step.id, step.text]));
    const stated = rule?.scenarios.find((scenario) => scenario.location === where);
    // The same text, which the catalogue holds already.
    const known = stated?.name === name ? stated : { name, location: where };
    this.#planned.set(id, { name: known.name, location: known.location, rule: rule?.id ?? '', stepTexts });
  }

  #choose({ id, pickleId, testSteps }: NonNullable<Envelope['testCase']>): void {
    const planned = this.#planned.take(pickleId);
    if (planned === undefined) return;
    const stepTexts = new Map(testSteps.map((step) => [step.id, planned.stepTexts.get(step.pickleStepId ?? '') ?? HOOK]));
    this.#cases.set(id, { ...planned, stepTexts });
  }

  #start({ id, testCaseId }: NonNullable<Envelope['testCaseStarted']>): void {
    const scenario = this.#cases.get(testCaseId);
    if (scenario !== undefined) this.#attempts.set(id, { testCase: testCaseId, scenario, steps: [], evidence: null });
  }

  #keepEvidence({ testCaseStartedId, body }: NonNullable<Envelope['attachment']>): void {
    const attempt = this.#attempts.get(testCaseStartedId ?? '');
    if (attempt !== undefined) attempt.evidence = body;
  }

  #finishStep({ testCaseStartedId, testStepId, testStepResult: { status, exception } }: TestStepFinished): void {
    const attempt = this.#attempts.get(testCaseStartedId);
    const text = attempt?.scenario.stepTexts.get(testStepId) ?? HOOK;
    const thrown = exception && { type: exception.type, message: exception.message ?? exception.type };
    attempt?.steps.push({ status, text, ...(thrown && { exception: thrown }) });
  }

  /** A retried scenario is judged by its last attempt. */
  #finish({ testCaseStartedId, willBeRetried }: TestCaseFinished): void {
    const attempt = this.#attempts.take(testCaseStartedId);
    if (attempt === undefined || willBeRetried) return;
    this.#cases.take(attempt.testCase);
    const { rule } = attempt.scenario;
    const done = this.#done.get(rule) ?? [];
    this.#done.set(rule, done);
    done.push(this.#judge(attempt, true));
  }

  #judge({ scenario, steps, evidence }: Pick<Attempt, 'scenario' | 'steps' | 'evidence'>, isFinished: boolean): ScenarioReport {
    const own = steps.filter(({ text, status }) => text !== HOOK || status === 'FAILED');
    const read = evidence === null ? null : readFindings(evidence);
    const { name, location, rule } = scenario;
    const judged = judgeScenario(own, isFinished, read, this.#absent.get(rule));
    if (read?.boots !== undefined) this.#boots = (this.#boots ?? 0) + read.boots;
    const isKept = evidence !== null && read !== null;
    return { name, location, ...judged, evidence: isKept ? new EvidenceText(this.#keepText(evidence)) : new EvidenceText() };
  }

  /** In the order that the rule has them, whatever order they were run in. */
  #scenariosByRule(): ReadonlyMap<string, readonly ScenarioReport[]> {
    const running = new Map([...this.#attempts.values()].map((attempt) => [attempt.testCase, attempt]));
    const unfinished = [...this.#cases.entries()].map(([id, scenario]) => ({
      rule: scenario.rule,
      report: this.#judge(running.get(id) ?? { scenario, steps: [], evidence: null }, false),
    }));
    return new Map(
      this.#facts.catalogue.rules.map(({ id, scenarios }) => {
        const found = [...(this.#done.get(id) ?? []), ...unfinished.flatMap(({ rule, report }) => (rule === id ? [report] : []))];
        const places = new Map(scenarios.map(({ location }, place) => [location, place]));
        const placeOf = ({ location }: ScenarioReport): number => places.get(location) ?? scenarios.length;
        return [id, found.sort((one, other) => placeOf(one) - placeOf(other))];
      }),
    );
  }
}
