import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { createRequire } from 'node:module';
import type { Envelope, GherkinDocument, Pickle, TestCase } from '@cucumber/messages';
import { type CucumberRun, type RunFeatures, runFeatures, runtimeOptions, type SupportLibrary } from './cucumber.js';

type Scenario = { readonly gherkinDocument: GherkinDocument; readonly pickle: Pickle; readonly testCase: TestCase };

type Remembered = {
  readonly choice: string;
  readonly support: SupportLibrary;
  /** All that cucumber says before the first hook or scenario runs. */
  readonly preamble: readonly Envelope[];
  readonly scenarios: readonly Scenario[];
};

/** What cucumber's own coordinator uses of its worker. Source: @cucumber/cucumber 12.9, lib/runtime/serial/adapter. */
type Worker = {
  runBeforeAllHooks(): Promise<unknown>;
  runTestCase(scenario: Scenario, failing: boolean): Promise<boolean>;
  runAfterAllHooks(): Promise<unknown>;
};
type WorkerModule = {
  readonly Worker: new (
    testRunStartedId: string,
    workerId: undefined,
    eventBroadcaster: EventEmitter,
    newId: () => string,
    options: object,
    supportCodeLibrary: SupportLibrary,
    snippetBuilder: { buildMultiple(): readonly string[] },
  ) => Worker;
};

/**
 * For who judges many subjects by the same scenarios: the first run is cucumber's own, and the following ones need
 * neither read the features nor find the steps again. The messages are the same.
 */
export function rememberScenarios(): RunFeatures {
  let remembered: Remembered | null = null;
  return async (run, onMessage) => {
    const choice = JSON.stringify([run.features, run.tagExpression, run.shard]);
    if (remembered?.choice === choice) return runAgain(remembered, run, onMessage);
    const preamble: Envelope[] = [];
    let isPreamble = true;
    const support = await runFeatures(run, (message) => {
      isPreamble &&= !message.testRunHookStarted && !message.testCaseStarted;
      if (isPreamble) preamble.push(message);
      onMessage(message);
    });
    remembered = { choice, support, preamble, scenarios: scenariosIn(preamble) };
    return support;
  };
}

async function runAgain(
  { support, preamble, scenarios }: Remembered,
  run: CucumberRun,
  onMessage: (message: Envelope) => void,
): Promise<SupportLibrary> {
  const { Worker }: WorkerModule = createRequire(import.meta.url)('@cucumber/cucumber/lib/runtime/worker');
  const broadcaster = new EventEmitter().on('envelope', onMessage);
  for (const message of preamble) onMessage(message);
  const testRunStartedId = preamble.find(({ testRunStarted }) => testRunStarted)?.testRunStarted?.id ?? '';
  const worker = new Worker(testRunStartedId, undefined, broadcaster, randomUUID, runtimeOptions(run), support, {
    buildMultiple: () => [],
  });
  await worker.runBeforeAllHooks();
  let success = true;
  for (const scenario of scenarios) success = (await worker.runTestCase(scenario, false)) && success;
  await worker.runAfterAllHooks();
  onMessage({ testRunFinished: { testRunStartedId, success, timestamp: now() } });
  return support;
}

function scenariosIn(preamble: readonly Envelope[]): readonly Scenario[] {
  const documents = new Map(preamble.flatMap(({ gherkinDocument }) => (gherkinDocument ? [[gherkinDocument.uri, gherkinDocument]] : [])));
  const pickles = new Map(preamble.flatMap(({ pickle }) => (pickle ? [[pickle.id, pickle]] : [])));
  return preamble.flatMap(({ testCase }) => {
    const pickle = pickles.get(testCase?.pickleId ?? '');
    const gherkinDocument = documents.get(pickle?.uri);
    return testCase && pickle && gherkinDocument ? [{ gherkinDocument, pickle, testCase }] : [];
  });
}

function now(): { seconds: number; nanos: number } {
  const milliseconds = Date.now();
  return { seconds: Math.floor(milliseconds / 1000), nanos: (milliseconds % 1000) * 1_000_000 };
}
