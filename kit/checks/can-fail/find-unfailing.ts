import type { Envelope, Pickle } from '@cucumber/messages';
import { type Model, SHIPPED_MODELS, type ShippedModel, USUAL_MODEL } from '../../model/model.js';
import { shippedModel } from '../../model/shipped.js';
import { type FeatureSet, SHIPPED_FEATURES } from '../../run/feature-set.js';
import { readFeatures } from '../../run/read-features.js';
import { type RunFeatures, rememberFeatures } from '../../run/run-features.js';
import type { StepFinder } from '../../run/step-finder.js';
import { loadSupport } from '../../run/support-library.js';
import { lendSubject } from '../../subjects/lend-subject.js';
import { openSubject } from '../../subjects/open-subject.js';
import { type Senseless, senselessSubjects } from './senseless.js';
import { SenselessSubject } from './senseless-subject.js';

export type Unfailing = {
  /** Scenarios that hold whatever the subject does, as `file:line name`. */
  readonly scenarios: readonly string[];
  /** Steps that begin with Then in some scenario and fail in none, as `file:line pattern`. */
  readonly steps: readonly string[];
  /** How many scenarios were looked at. */
  readonly lookedAt: number;
};

/**
 * What cannot fail proves nothing. Judges subjects that make no sense until each scenario has failed behind its set-up, and each
 * step that looks at something has failed somewhere.
 */
export async function findUnfailing(features: FeatureSet = SHIPPED_FEATURES, attempts = allAttempts()): Promise<Unfailing> {
  const { finder, newId } = await loadSupport(features);
  const pickles = (readFeatures(features, newId, () => undefined) ?? []).map(({ pickle }) => pickle);
  if (pickles.length === 0) throw new Error('the check of what can fail found no scenario to look at');
  const open = new Open(pickles, finder);
  const runFeatures = rememberFeatures();
  for (const attempt of attempts) if (!open.isEmpty) await run({ features, runFeatures, ...attempt }, open);
  return open.left;
}

/** A subject to be judged by the model of its modelled device. */
type Attempt = { readonly modelled: ShippedModel; readonly model: Model; readonly senseless: Senseless };

function allAttempts(): readonly Attempt[] {
  const models = [USUAL_MODEL, ...SHIPPED_MODELS.filter((name) => name !== USUAL_MODEL)];
  const senseless = models.flatMap((modelled) => {
    const model = shippedModel(modelled);
    return senselessSubjects(model).map((one) => ({ modelled, model, senseless: one }));
  });
  // One scenario asks what the model says, and not what the subject does.
  const undescribed = {
    modelled: USUAL_MODEL,
    model: shippedModel('broken/undescribed'),
    senseless: { name: 'is not described', distort: {} },
  };
  return [...senseless, undescribed];
}

type Run = Attempt & { readonly features: FeatureSet; readonly runFeatures: RunFeatures };

async function run({ features, runFeatures, modelled, model, senseless }: Run, open: Open): Promise<void> {
  const subject = new SenselessSubject(await openSubject({ kind: 'reference', modelled }), senseless);
  const { spec, takeBack } = lendSubject(subject);
  const worldParameters = { subject: spec, seed: 1, recordCalls: false, model };
  try {
    await runFeatures(
      { features, rules: [], leftOut: [], shard: null, isWanted: (pickle) => open.has(pickle), worldParameters },
      { onChosen: () => undefined, onMessage: failingSteps((pickle, step) => open.close(pickle, step)) },
    );
  } finally {
    takeBack();
    await subject.stop();
  }
}

/** What has not failed yet. */
class Open {
  readonly #pickles: readonly Pickle[];
  readonly #finder: StepFinder;
  readonly #failed = new Set<string>();
  readonly #failedSteps = new Set<unknown>();

  constructor(pickles: readonly Pickle[], finder: StepFinder) {
    this.#pickles = pickles;
    this.#finder = finder;
  }

  get isEmpty(): boolean {
    return !this.#pickles.some((pickle) => this.has(pickle));
  }

  has(pickle: Pickle): boolean {
    return !this.#failed.has(placeOf(pickle)) || this.#openSteps(pickle).length > 0;
  }

  close(pickle: Pickle, { type, text }: Pickle['steps'][number]): void {
    if (type !== 'Context') this.#failed.add(placeOf(pickle));
    if (type === 'Outcome') for (const definition of this.#finder.find(text)) this.#failedSteps.add(definition);
  }

  get left(): Unfailing {
    const steps = new Set(this.#pickles.flatMap((pickle) => this.#openSteps(pickle)));
    return {
      scenarios: this.#pickles.filter((pickle) => !this.#failed.has(placeOf(pickle))).map((pickle) => `${placeOf(pickle)} ${pickle.name}`),
      steps: [...steps].map(({ uri, line, pattern }) => `${uri}:${line} ${String(pattern)}`),
      lookedAt: this.#pickles.length,
    };
  }

  #openSteps({ steps }: Pickle): ReturnType<StepFinder['find']> {
    const definitions = steps.flatMap(({ type, text }) => (type === 'Outcome' ? this.#finder.find(text) : []));
    return definitions.filter((definition) => !this.#failedSteps.has(definition));
  }
}

function placeOf({ uri, location }: Pickle): string {
  return `${uri}:${location?.line ?? 0}`;
}

/** Listens for the steps in which something did not hold; a step that breaks has looked at nothing. */
function failingSteps(onFailure: (pickle: Pickle, step: Pickle['steps'][number]) => void): (message: Envelope) => void {
  const pickles = new Map<string, Pickle>();
  let current: { readonly pickle: Pickle; readonly steps: ReadonlyMap<string, string | undefined> } | null = null;
  return ({ pickle, testCase, testStepFinished }) => {
    if (pickle) pickles.set(pickle.id, pickle);
    const judged = testCase && pickles.get(testCase.pickleId);
    if (judged) current = { pickle: judged, steps: new Map(testCase.testSteps.map(({ id, pickleStepId }) => [id, pickleStepId])) };
    if (testStepFinished?.testStepResult.exception?.type !== 'AssertionError') return;
    const failed = current?.pickle.steps.find(({ id }) => id === current?.steps.get(testStepFinished.testStepId));
    if (current !== null && failed !== undefined) onFailure(current.pickle, failed);
  };
}
