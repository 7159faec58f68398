import { promisify } from 'node:util';
import type { Envelope, GherkinDocument, Pickle, Timestamp } from '@cucumber/messages';
import { FEW, inMemory, type KeepText, type KeptText } from '../../reports/document/evidence-text.js';
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
import { isScenario, readEachFeature, type Scenario, type Scenarios } from './read-features.js';
import { loadSupport } from './support-library.js';
import { messageText, unreadMessage } from './unread-message.js';

export type FeatureRun = {
  readonly features: FeatureSet;
  /** The rules whose scenarios are run; all when empty. */
  readonly rules: readonly string[];
  /** Rules whose scenarios are not run. */
  readonly leftOut: readonly string[];
  /** `I/N`, counted from 1; null for all. */
  readonly shard: string | null;
  /** Which of the chosen are run; all when absent. */
  readonly isWanted?: ((scenario: Pickle) => boolean) | undefined;
  /** What the order of the scenarios is drawn from; that of the features when absent. */
  readonly challenge?: Challenge | undefined;
  /** JSON that the BeforeAll hooks get. Cucumber would copy it for every scenario, which gets the words of its steps instead. */
  readonly worldParameters: { readonly [name: string]: unknown };
  /** Where scenarios are kept until they are run, when they are many; in memory when absent. */
  readonly keepText?: KeepText;
};

export type RunListener = {
  readonly onMessage: (message: Envelope) => void;
  /** How many scenarios are going to be run. */
  readonly onChosen: (count: number) => void;
  /** Asked after each scenario whether the rest of them is of interest; it is when absent. */
  readonly wantsMore?: () => boolean;
};

/** Runs the chosen scenarios, and says all there is to know in cucumber's messages. Rejects when nothing can be run. */
export type RunFeatures = (run: FeatureRun, listener: RunListener) => Promise<void>;

/** In this process, one scenario after the other; of a scenario that is through, nothing is kept. */
export const runFeatures: RunFeatures = (run, listener) => runScenarios(run, listener, readEachFeature, null);

/** A scenario with its steps matched, and a library of the definitions that they match. */
type Matched = { readonly assembled: AssembledTestCase; readonly matching: SupportLibrary };

/** For who judges many subjects by the same features: reads them once, and matches each scenario once. */
export function rememberFeatures(): RunFeatures {
  let remembered: { readonly features: FeatureSet; readonly messages: Envelope[]; readonly files: readonly Scenarios[] } | null = null;
  const read: typeof readEachFeature = (features, newId, onMessage) => {
    if (remembered?.features !== features) {
      const messages: Envelope[] = [];
      remembered = { features, messages, files: [...readEachFeature(features, newId, (message) => messages.push(message))] };
    }
    for (const message of remembered.messages) onMessage(message);
    return remembered.files;
  };
  /** By the id of the scenario. */
  const matched = new Map<string, Matched>();
  return (run, listener) => runScenarios(run, listener, read, matched);
}

async function runScenarios(
  run: FeatureRun,
  { onMessage, onChosen, wantsMore = () => true }: RunListener,
  read: typeof readEachFeature,
  matched: Map<string, Matched> | null,
): Promise<void> {
  const { library, finder, newId } = await loadSupport(run.features);
  const eventBroadcaster = broadcaster(onMessage);
  const { emitMetaMessage, emitSupportCodeMessages } = cucumberPart('api/emit_support_code_messages');
  await emitMetaMessage(eventBroadcaster, {});
  const signalsAndTimers = new SignalsAndTimers();
  const chosen = await readChosen(read(run.features, newId, onMessage), run, signalsAndTimers);
  if (chosen === null) return;
  emitSupportCodeMessages({ eventBroadcaster, supportCodeLibrary: library, newId });

  onChosen(chosen.length);
  leaveOutScopes();
  const { Worker } = cucumberPart('runtime/worker');
  const { assembleTestCases } = cucumberPart('assemble/assemble_test_cases');
  const testRunStartedId = newId();
  onMessage({ testRunStarted: { id: testRunStartedId, timestamp: now() } });
  if (chosen.length > FEW) growHeapSlowly();
  const snippets = { buildMultiple: () => [] };
  const workerWith = (support: SupportLibrary, worldParameters: FeatureRun['worldParameters']) =>
    new Worker(testRunStartedId, undefined, eventBroadcaster, newId, { ...OPTIONS, worldParameters }, support, snippets);
  const worker = workerWith(library, JSON.parse(JSON.stringify(run.worldParameters)));
  await worker.runBeforeAllHooks();
  let success = true;
  const match = async (scenario: SourcedPickle): Promise<Matched | null> => {
    // Cucumber goes through all step definitions for each step, so it gets those that matter.
    const matching = { ...library, stepDefinitions: [...new Set(scenario.pickle.steps.flatMap(({ text }) => finder.find(text)))] };
    const [assembled] = await assembleTestCases(testRunStartedId, eventBroadcaster, newId, [scenario], matching);
    return assembled === undefined ? null : { assembled, matching };
  };
  for (let next = chosen.pop(); next !== undefined; next = chosen.pop()) {
    await signalsAndTimers.letIn();
    const { scenario } = next;
    const { pickle } = scenario;
    // Whoever listens need not remember it until its turn has come.
    onMessage(scenario);
    const known = matched?.get(pickle.id);
    if (known !== undefined) onMessage({ testCase: { ...known.assembled.testCase, testRunStartedId } });
    const found = known ?? (await match({ gherkinDocument: documentOf(pickle), pickle }));
    if (found === null) continue;
    matched?.set(pickle.id, found);
    const steps = pickle.steps.map(({ text }) => text);
    success = (await workerWith(found.matching, { steps }).runTestCase(found.assembled, !success)) && success;
    if (!wantsMore()) break;
  }
  await worker.runAfterAllHooks();
  onMessage({ testRunFinished: { testRunStartedId, success, timestamp: now() } });
}

/** A hook could ask for the rest of it, but none does. */
function documentOf({ uri }: Pickle): GherkinDocument {
  return { uri, comments: [] };
}

const OPTIONS: Omit<RuntimeOptions, 'worldParameters'> = {
  dryRun: false,
  failFast: false,
  filterStacktraces: true,
  retry: 0,
  strict: true,
};

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

/** The scenarios that are going to be run, the first one last, so that each can be taken off; null when a file does not parse. */
async function readChosen(
  files: Iterable<Scenarios>,
  { rules, leftOut, shard, isWanted, challenge, keepText = inMemory }: FeatureRun,
  signalsAndTimers: SignalsAndTimers,
): Promise<Chosen[] | null> {
  const [part = 1, parts = 1] = shard?.split('/').map(Number) ?? [];
  const chosen: Chosen[] = [];
  let wanted = 0;
  let isWhole = true;
  for (const scenarios of files) {
    isWhole &&= scenarios !== null;
    for (const scenario of scenarios ?? []) {
      if ((rules.length > 0 && !isOfOne(rules, scenario)) || isOfOne(leftOut, scenario)) continue;
      if (wanted % parts === part - 1 && (isWanted?.(scenario.pickle) ?? true))
        chosen.push(chosen.length < FEW ? { scenario } : new LaidAside(scenario, keepText));
      wanted += 1;
    }
    await signalsAndTimers.letIn();
  }
  if (!isWhole) return null;
  return (challenge === undefined ? chosen : [...shuffle(chosen, challenge, 'scenarios')]).reverse();
}

/** A scenario that is going to be run. */
type Chosen = { readonly scenario: Scenario };

/** One that is kept where texts are kept. */
class LaidAside implements Chosen {
  readonly #kept: KeptText;

  constructor(scenario: Scenario, keepText: KeepText) {
    this.#kept = keepText(messageText(scenario));
  }

  get scenario(): Scenario {
    const text = this.#kept.bytes.toString();
    const message = unreadMessage(text);
    if (isScenario(message)) return message;
    throw new Error(`what was laid aside is no scenario: ${text.slice(0, 60)}`);
  }
}

/** Looks into the scenario only when there are rules. */
function isOfOne(rules: readonly string[], scenario: Scenario): boolean {
  return rules.length > 0 && scenario.pickle.tags.some(({ name }) => rules.includes(name.slice(1)));
}

function now(): Timestamp {
  return cucumberMessages().TimeConversion.millisecondsSinceEpochToTimestamp(Date.now());
}
