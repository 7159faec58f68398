import type { Envelope, Pickle, TestCaseFinished, TestStepFinished } from '@cucumber/messages';
import { EVIDENCE_MEDIA_TYPE } from '../../kit/evidence.js';
import { concludeReport, type RunFacts } from './conclude.js';
import { EvidenceText, FEW, inMemory, type KeepText, layAside, readFindings } from './evidence-text.js';
import type { Ending, Report, ScenarioReport } from './report.js';
import { findAbsent, type Judged, judgeScenario, type StepEnd } from './scenario-verdict.js';

export type RunEnd = { readonly endedBy: Ending; readonly problems: readonly string[] };

type Planned = { readonly name: string; readonly location: string; readonly rule: string };

type StepText = readonly [id: string, text: string];

/** An attempt at a scenario, while it runs. */
type Attempt = {
  readonly testCase: string;
  readonly pickle: string;
  readonly stepTexts: ReadonlyMap<string, string>;
  readonly steps: StepEnd[];
  evidence: string | null;
};

/** A scenario that is through. */
type Done = { readonly judged: Judged; readonly evidence: EvidenceText };

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
  readonly #planned = new Map<string, Planned>();
  /** Texts of steps by their ids, of scenarios of which the test case is still to come. */
  readonly #stepTexts = new Map<string, () => readonly StepText[]>();
  readonly #cases = new Map<string, { readonly pickle: string; readonly stepTexts: ReadonlyMap<string, string> }>();
  readonly #attempts = new Map<string, Attempt>();
  readonly #chosen = new Set<string>();
  readonly #done = new Map<string, Done>();
  readonly #known: ReadonlySet<string>;
  /** The device, or the part of a kernel, that a rule speaks of, by its id, when the subject does not have it. */
  readonly #absent: ReadonlyMap<string, string | null>;
  readonly #problems: string[] = [];
  #isFinished = false;
  #boots: number | null = null;

  constructor(facts: RunFacts, { keepEvidence = inMemory, clock = () => new Date() }: JudgementOptions = {}) {
    this.#facts = facts;
    this.#known = new Set(facts.catalogue.rules.map(({ id }) => id));
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
      time: { started: this.#started.toISOString(), milliseconds: this.#clock().getTime() - this.#started.getTime() },
      boots: this.#boots,
    });
  }

  #plan({ id, name, uri, location, tags, steps }: Pickle): void {
    const path = uri.slice(Math.max(0, uri.lastIndexOf('features/')));
    const where = `${path}:${location?.line ?? 0}`;
    const [rule, ...others] = tags.map((tag) => tag.name.slice(1)).filter((tag) => this.#known.has(tag));
    if (rule === undefined || others.length > 0)
      this.#problems.push(`the scenario at ${where} belongs to ${rule === undefined ? 'no rule' : 'several rules'} of the set`);
    this.#planned.set(id, { name, location: where, rule: rule ?? '' });
    const texts = steps.map((step): StepText => [step.id, step.text]);
    this.#stepTexts.set(id, this.#stepTexts.size < FEW ? () => texts : layAside(texts, this.#keepText));
  }

  #choose({ id, pickleId, testSteps }: NonNullable<Envelope['testCase']>): void {
    this.#chosen.add(pickleId);
    const texts = new Map(this.#stepTexts.get(pickleId)?.());
    this.#stepTexts.delete(pickleId);
    const stepTexts = new Map(testSteps.map((step) => [step.id, texts.get(step.pickleStepId ?? '') ?? HOOK]));
    this.#cases.set(id, { pickle: pickleId, stepTexts });
  }

  #start({ id, testCaseId }: NonNullable<Envelope['testCaseStarted']>): void {
    const planned = this.#cases.get(testCaseId);
    if (planned !== undefined) this.#attempts.set(id, { testCase: testCaseId, ...planned, steps: [], evidence: null });
  }

  #keepEvidence({ testCaseStartedId, body }: NonNullable<Envelope['attachment']>): void {
    const attempt = this.#attempts.get(testCaseStartedId ?? '');
    if (attempt !== undefined) attempt.evidence = body;
  }

  #finishStep({ testCaseStartedId, testStepId, testStepResult: { status, exception } }: TestStepFinished): void {
    const attempt = this.#attempts.get(testCaseStartedId);
    const text = attempt?.stepTexts.get(testStepId) ?? HOOK;
    const thrown = exception && { type: exception.type, message: exception.message ?? exception.type };
    attempt?.steps.push({ status, text, ...(thrown && { exception: thrown }) });
  }

  /** A retried scenario is judged by its last attempt, which comes last. */
  #finish({ testCaseStartedId, willBeRetried }: TestCaseFinished): void {
    const attempt = this.#attempts.get(testCaseStartedId);
    if (attempt === undefined) return;
    this.#done.set(attempt.pickle, this.#judge(attempt, true));
    this.#attempts.delete(testCaseStartedId);
    if (!willBeRetried) this.#cases.delete(attempt.testCase);
  }

  #judge({ pickle, steps, evidence }: Pick<Attempt, 'pickle' | 'steps' | 'evidence'>, isFinished: boolean): Done {
    const own = steps.filter(({ text, status }) => text !== HOOK || status === 'FAILED');
    const read = evidence === null ? null : readFindings(evidence);
    const judged = judgeScenario(own, isFinished, read, this.#absent.get(this.#planned.get(pickle)?.rule ?? ''));
    if (read?.boots !== undefined) this.#boots = (this.#boots ?? 0) + read.boots;
    return { judged, evidence: evidence === null || read === null ? new EvidenceText() : new EvidenceText(this.#keepText(evidence)) };
  }

  #scenariosByRule(): ReadonlyMap<string, readonly ScenarioReport[]> {
    const found = new Map<string, ScenarioReport[]>();
    const running = new Map([...this.#attempts.values()].map((attempt) => [attempt.pickle, attempt]));
    for (const [pickle, planned] of this.#planned) {
      if (!this.#chosen.has(pickle)) continue;
      const attempt = running.get(pickle) ?? { pickle, steps: [], evidence: null };
      const { judged, evidence } = this.#done.get(pickle) ?? this.#judge(attempt, false);
      const scenarios = found.get(planned.rule) ?? [];
      found.set(planned.rule, scenarios);
      const { name, location } = planned;
      scenarios.push({ name, location, ...judged, evidence });
    }
    return found;
  }
}
