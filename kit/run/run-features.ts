import { promisify } from 'node:util';
import { type Envelope, TimeConversion } from '@cucumber/messages';
import { broadcaster, cucumberPart, type RuntimeOptions, type SourcedPickle } from './cucumber-parts.js';
import type { FeatureSet } from './feature-set.js';
import { type ReadFeatures, readFeatures } from './read-features.js';
import { loadSupport, type Support } from './support-library.js';

export type FeatureRun = {
  readonly features: FeatureSet;
  /** The rules whose scenarios are run; all when empty. */
  readonly rules: readonly string[];
  /** `I/N`, counted from 1; null for all. */
  readonly shard: string | null;
  /** JSON that the steps get as world parameters. */
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
export const runFeatures: RunFeatures = async (run, listener) => {
  const support = await loadSupport(run.features);
  await runScenarios(run, support, readFeatures(run.features, support.newId), listener);
};

/** For who judges many subjects by the same features: reads them once. */
export function rememberFeatures(): RunFeatures {
  let remembered: { readonly features: FeatureSet; readonly read: ReadFeatures } | null = null;
  return async (run, listener) => {
    const support = await loadSupport(run.features);
    if (remembered?.features !== run.features) remembered = { features: run.features, read: readFeatures(run.features, support.newId) };
    await runScenarios(run, support, remembered.read, listener);
  };
}

async function runScenarios(
  run: FeatureRun,
  { library, finder, newId }: Support,
  { messages, scenarios }: ReadFeatures,
  { onMessage, onChosen }: RunListener,
): Promise<void> {
  const eventBroadcaster = broadcaster(onMessage);
  const { emitMetaMessage, emitSupportCodeMessages } = cucumberPart('api/emit_support_code_messages');
  await emitMetaMessage(eventBroadcaster, {});
  for (const message of messages) onMessage(message);
  if (messages.some(({ parseError }) => parseError)) return;
  emitSupportCodeMessages({ eventBroadcaster, supportCodeLibrary: library, newId });

  const chosen = choose(scenarios, run);
  onChosen(chosen.length);
  const { Worker } = cucumberPart('runtime/worker');
  const { assembleTestCases } = cucumberPart('assemble/assemble_test_cases');
  const testRunStartedId = newId();
  onMessage({ testRunStarted: { id: testRunStartedId, timestamp: now() } });
  const worker = new Worker(testRunStartedId, undefined, eventBroadcaster, newId, runtimeOptions(run), library, {
    buildMultiple: () => [],
  });
  await worker.runBeforeAllHooks();
  let success = true;
  for (const scenario of chosen) {
    await signalsAndTimers();
    const stepDefinitions = [...new Set(scenario.pickle.steps.flatMap(({ text }) => finder.find(text)))];
    const [testCase] = await assembleTestCases(testRunStartedId, eventBroadcaster, newId, [scenario], { ...library, stepDefinitions });
    if (testCase !== undefined) success = (await worker.runTestCase(testCase, !success)) && success;
  }
  await worker.runAfterAllHooks();
  onMessage({ testRunFinished: { testRunStartedId, success, timestamp: now() } });
}

/** A run whose steps never wait would keep them out until its end. */
const signalsAndTimers = promisify(setImmediate);

function choose(scenarios: readonly SourcedPickle[], { rules, shard }: FeatureRun): readonly SourcedPickle[] {
  const tags = new Set(rules.map((rule) => `@${rule}`));
  const wanted = rules.length === 0 ? scenarios : scenarios.filter(({ pickle }) => pickle.tags.some(({ name }) => tags.has(name)));
  if (shard === null) return wanted;
  const [part = 1, parts = 1] = shard.split('/').map(Number);
  return wanted.filter((_, index) => index % parts === part - 1);
}

function runtimeOptions({ worldParameters }: FeatureRun): RuntimeOptions {
  return {
    dryRun: false,
    failFast: false,
    filterStacktraces: true,
    retry: 0,
    strict: true,
    worldParameters: JSON.parse(JSON.stringify(worldParameters)),
  };
}

function now(): ReturnType<typeof TimeConversion.millisecondsSinceEpochToTimestamp> {
  return TimeConversion.millisecondsSinceEpochToTimestamp(Date.now());
}
