import { promisify } from 'node:util';
import type { Envelope, Timestamp } from '@cucumber/messages';
import { type Challenge, shuffle } from '../challenge.js';
import {
  type AssembledTestCase,
  broadcaster,
  cucumberMessages,
  cucumberPart,
  leaveOutScopes,
  type RuntimeOptions,
  type SourcedPickle,
  type SupportLibrary,
} from './cucumber-parts.js';
import { growHeapSlowly } from './engine.js';
import type { FeatureSet } from './feature-set.js';
import { readFeatures, type Scenarios } from './read-features.js';
import { loadSupport } from './support-library.js';

export type FeatureRun = {
  readonly features: FeatureSet;
  /** The rules whose scenarios are run; all when empty. */
  readonly rules: readonly string[];
  /** Rules whose scenarios are not run. */
  readonly leftOut: readonly string[];
  /** `I/N`, counted from 1; null for all. */
  readonly shard: string | null;
  /** What the order of the scenarios is drawn from; that of the features when absent. */
  readonly challenge?: Challenge | undefined;
  /** JSON that the BeforeAll hooks get. Cucumber would copy it for every scenario. */
  readonly worldParameters: { readonly [name: string]: unknown };
};

export type RunListener = {
  readonly onMessage: (message: Envelope) => void;
  /** How many scenarios are going to be run. */
  readonly onChosen: (count: number) => void;
};

/** Runs the chosen scenarios, and says all there is to know in cucumber's messages. Rejects when nothing can be run. */
export type RunFeatures = (run: FeatureRun, listener: RunListener) => Promise<void>;

/** In this process, one scenario after the other; of a scenario that is through, nothing is kept. */
export const runFeatures: RunFeatures = (run, listener) => runScenarios(run, listener, readFeatures, null);

/** A scenario with its steps matched, and a library of the definitions that they match. */
type Matched = { readonly assembled: AssembledTestCase; readonly matching: SupportLibrary };

/** For who judges many subjects by the same features: reads them once, and matches each scenario once. */
export function rememberFeatures(): RunFeatures {
  let remembered: { readonly features: FeatureSet; readonly messages: Envelope[]; readonly scenarios: Scenarios } | null = null;
  const read: typeof readFeatures = (features, newId, onMessage) => {
    if (remembered?.features !== features) {
      const messages: Envelope[] = [];
      remembered = { features, messages, scenarios: readFeatures(features, newId, (message) => messages.push(message)) };
    }
    for (const message of remembered.messages) onMessage(message);
    return remembered.scenarios;
  };
  const matched = new Map<SourcedPickle, Matched>();
  return (run, listener) => runScenarios(run, listener, read, matched);
}

async function runScenarios(
  run: FeatureRun,
  { onMessage, onChosen }: RunListener,
  read: typeof readFeatures,
  matched: Map<SourcedPickle, Matched> | null,
): Promise<void> {
  const { library, finder, newId } = await loadSupport(run.features);
  const eventBroadcaster = broadcaster(onMessage);
  const { emitMetaMessage, emitSupportCodeMessages } = cucumberPart('api/emit_support_code_messages');
  await emitMetaMessage(eventBroadcaster, {});
  const scenarios = read(run.features, newId, onMessage);
  if (scenarios === null) return;
  emitSupportCodeMessages({ eventBroadcaster, supportCodeLibrary: library, newId });

  const chosen = choose(scenarios, run);
  onChosen(chosen.length);
  leaveOutScopes();
  const { Worker } = cucumberPart('runtime/worker');
  const { assembleTestCases } = cucumberPart('assemble/assemble_test_cases');
  const testRunStartedId = newId();
  onMessage({ testRunStarted: { id: testRunStartedId, timestamp: now() } });
  if (chosen.length > MANY) growHeapSlowly();
  const snippets = { buildMultiple: () => [] };
  const workerWith = (support: SupportLibrary, worldParameters: FeatureRun['worldParameters']) =>
    new Worker(testRunStartedId, undefined, eventBroadcaster, newId, { ...OPTIONS, worldParameters }, support, snippets);
  const worker = workerWith(library, JSON.parse(JSON.stringify(run.worldParameters)));
  await worker.runBeforeAllHooks();
  const signalsAndTimers = new SignalsAndTimers();
  let success = true;
  const match = async (scenario: SourcedPickle): Promise<Matched | null> => {
    // Cucumber goes through all step definitions for each step, so it gets those that matter.
    const matching = { ...library, stepDefinitions: [...new Set(scenario.pickle.steps.flatMap(({ text }) => finder.find(text)))] };
    const [assembled] = await assembleTestCases(testRunStartedId, eventBroadcaster, newId, [scenario], matching);
    return assembled === undefined ? null : { assembled, matching };
  };
  for (const scenario of chosen) {
    await signalsAndTimers.letIn();
    const known = matched?.get(scenario);
    if (known !== undefined) onMessage({ testCase: { ...known.assembled.testCase, testRunStartedId } });
    const found = known ?? (await match(scenario));
    if (found === null) continue;
    matched?.set(scenario, found);
    success = (await workerWith(found.matching, {}).runTestCase(found.assembled, !success)) && success;
  }
  await worker.runAfterAllHooks();
  onMessage({ testRunFinished: { testRunStartedId, success, timestamp: now() } });
}

const OPTIONS: Omit<RuntimeOptions, 'worldParameters'> = {
  dryRun: false,
  failFast: false,
  filterStacktraces: true,
  retry: 0,
  strict: true,
};

/** Scenarios of a run for which memory matters more than a few collections of garbage. */
const MANY = 2000;

/** Milliseconds that signals and timers may have to wait. */
const LONGEST_WAIT = 5;

/** A run whose steps never wait would keep signals and timers out until its end. */
class SignalsAndTimers {
  #last = performance.now();

  async letIn(): Promise<void> {
    if (performance.now() - this.#last < LONGEST_WAIT) return;
    await promisify(setImmediate)();
    this.#last = performance.now();
  }
}

function choose(scenarios: readonly SourcedPickle[], { rules, leftOut, shard, challenge }: FeatureRun): readonly SourcedPickle[] {
  const wanted = scenarios.filter(({ pickle }) => (rules.length === 0 || isOfOne(rules, pickle)) && !isOfOne(leftOut, pickle));
  const [part = 1, parts = 1] = shard?.split('/').map(Number) ?? [];
  const chosen = wanted.filter((_, index) => index % parts === part - 1);
  return challenge === undefined ? chosen : shuffle(chosen, challenge, 'scenarios');
}

function isOfOne(rules: readonly string[], { tags }: SourcedPickle['pickle']): boolean {
  return tags.some(({ name }) => rules.includes(name.slice(1)));
}

function now(): Timestamp {
  return cucumberMessages().TimeConversion.millisecondsSinceEpochToTimestamp(Date.now());
}
