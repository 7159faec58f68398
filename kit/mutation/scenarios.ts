import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Envelope, Pickle } from '@cucumber/messages';
import { SHIPPED_MODELS, type ShippedModel, USUAL_MODEL } from '../model/model.js';
import type { RunFeatures, RunListener } from '../run/run-features.js';
import type { SubjectSpec } from '../subjects/subject-spec.js';

/** How a scenario ended. What it could not try it has skipped. */
export type Trial = {
  /** Which subject it judged, and where it lies: `nvme features/info/info.feature:12`. */
  readonly id: string;
  readonly name: string;
  readonly status: 'passed' | 'failed' | 'skipped';
  /** Why it failed; empty when it did not. */
  readonly message: string;
  readonly milliseconds: number;
};

export type TrialListener = {
  /** What runs from now on belongs to this scenario, or to all scenarios of the subject when it is null. */
  readonly onTurn: (subject: ShippedModel, id: string | null) => void;
  readonly onTrial: (trial: Trial) => void;
  readonly wantsMore: () => boolean;
};

/** `stuck` when a scenario waits for what does not come. */
export type JudgementEnd = 'through' | 'stuck';

/** The kit of one folder, with the implementations in it: the modules of another folder are others. */
export type ScenarioJudge = {
  /** Judges by the scenarios of those ids, or by all there are. Rejects when a subject cannot be opened. */
  judge(ids: ReadonlySet<string> | null, listener: TrialListener): Promise<JudgementEnd>;
};

/** The reference as a plain run has it, and for every other model the device that keeps it. */
function subjectOf(model: ShippedModel): SubjectSpec {
  return model === USUAL_MODEL ? { kind: 'reference' } : { kind: 'reference', devices: ['modelled'], modelled: model };
}

const SUBJECTS: readonly ShippedModel[] = [USUAL_MODEL, ...SHIPPED_MODELS.filter((name) => name !== USUAL_MODEL)];

/** Loads the built kit below `root`, with its features and steps. */
export async function loadScenarioJudge(root: string): Promise<ScenarioJudge> {
  const { rememberFeatures }: typeof import('../run/run-features.js') = await load(root, 'kit/run/run-features.js');
  const { loadSupport }: typeof import('../run/support-library.js') = await load(root, 'kit/run/support-library.js');
  const { SHIPPED_FEATURES: features }: typeof import('../run/feature-set.js') = await load(root, 'kit/run/feature-set.js');
  const { shippedModel }: typeof import('../model/shipped.js') = await load(root, 'kit/model/shipped.js');
  await loadSupport(features);
  const runFeatures: RunFeatures = rememberFeatures();
  return {
    judge: async (ids, listener) => {
      for (const model of SUBJECTS) {
        if (ids !== null && ![...ids].some((id) => id.startsWith(`${model} `))) continue;
        const worldParameters = { subject: subjectOf(model), seed: 1, recordCalls: false, model: shippedModel(model) };
        const isWanted = ids === null ? undefined : (pickle: Pickle) => ids.has(idOf(model, pickle));
        const watch = watchIdleness();
        const run = { features, rules: [], leftOut: [], shard: null, isWanted, worldParameters };
        const through = runFeatures(run, follow(model, listener, watch)).then(() => 'through' as const);
        const end = await Promise.race([through, watch.stuck]);
        watch.stop();
        if (end === 'stuck' || !listener.wantsMore()) return end;
      }
      return 'through';
    },
  };
}

function load<Module>(root: string, module: string): Promise<Module> {
  return import(pathToFileURL(join(root, 'dist', module)).href);
}

/** Whose trial it is, by the trial's id. */
export function subjectOfTrial(id: string): string {
  return id.slice(0, id.indexOf(' '));
}

function idOf(model: ShippedModel, { uri, location }: Pickle): string {
  return `${model} ${uri}:${location?.line ?? 0}`;
}

/** Milliseconds for which a scenario may leave the process with nothing to do; it is its own subject's process, which never waits for others. */
const LONGEST_IDLENESS = 1_000;
const LOOK_EVERY = 100;

type IdlenessWatch = { readonly stuck: Promise<'stuck'>; isOver(): boolean; stop(): void };

/** Sees that a promise is never kept. A machine with other things to do makes a process late, and not idle. */
function watchIdleness(): IdlenessWatch {
  let isOver = false;
  let last = performance.eventLoopUtilization();
  let idle = 0;
  let timer: NodeJS.Timeout;
  const stuck = new Promise<'stuck'>((resolve) => {
    timer = setInterval(() => {
      const now = performance.eventLoopUtilization();
      const since = performance.eventLoopUtilization(now, last);
      idle = since.active < LOOK_EVERY / 10 ? idle + since.idle : 0;
      last = now;
      if (idle < LONGEST_IDLENESS) return;
      isOver = true;
      resolve('stuck');
    }, LOOK_EVERY);
  });
  return { stuck, isOver: () => isOver, stop: () => clearInterval(timer) };
}

/** Makes trials of cucumber's messages, which come one scenario after the other. */
function follow(model: ShippedModel, { onTurn, onTrial, wantsMore }: TrialListener, watch: IdlenessWatch): RunListener {
  const pickles = new Map<string, Pickle>();
  let current: { readonly pickle: Pickle; readonly began: number } | null = null;
  let status: Trial['status'] = 'passed';
  let message = '';
  const onMessage = ({ pickle, testRunStarted, testCase, testStepFinished, testCaseFinished }: Envelope): void => {
    // Cucumber's own time limit ends a step that is stuck in the middle of another run.
    if (watch.isOver()) throw new Error('the run is over');
    if (pickle !== undefined) pickles.set(pickle.id, pickle);
    if (testRunStarted !== undefined) onTurn(model, null);
    if (testCase !== undefined) {
      const next = pickles.get(testCase.pickleId);
      if (next === undefined) throw new Error(`cucumber runs a scenario that it has not told of: ${testCase.pickleId}`);
      current = { pickle: next, began: performance.now() };
      status = 'passed';
      message = '';
      onTurn(model, idOf(model, next));
    }
    if (testStepFinished !== undefined) {
      const { testStepResult: result } = testStepFinished;
      if (result.status === 'SKIPPED' && status === 'passed') status = 'skipped';
      else if (result.status !== 'SKIPPED' && result.status !== 'PASSED' && status !== 'failed') {
        status = 'failed';
        message = result.message ?? result.status;
      }
    }
    if (testCaseFinished !== undefined && current !== null) {
      const { pickle: through, began } = current;
      onTrial({ id: idOf(model, through), name: `${through.name} (${model})`, status, message, milliseconds: performance.now() - began });
      onTurn(model, null);
    }
  };
  return { onMessage, onChosen: () => {}, wantsMore };
}
