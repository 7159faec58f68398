import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { CoveragePerTestId, InstrumenterContext } from '@stryker-mutator/api/core';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  type DryRunOptions,
  type DryRunResult,
  DryRunStatus,
  type MutantRunOptions,
  type MutantRunResult,
  MutantRunStatus,
  type TestResult,
  type TestRunner,
  TestStatus,
} from '@stryker-mutator/api/test-runner';
import { collectStrayErrors } from '../run/stray-errors.js';
import { loadGeneration, renewImplementations } from './generation.js';
import { loadScenarioJudge, type ScenarioJudge, subjectOfTrial, type Trial } from './scenarios.js';
import { coverageOf, holdsWith, unitTestFiles } from './unit-tests.js';

export const RUNNER = 'scenarios';

/** What held without any mutant. */
type Held = {
  /** By folder, the ids of the scenarios that run into any mutant in it. */
  readonly scenarios: { readonly [folder: string]: readonly string[] };
  /** By file of unit tests, the mutants that it runs into. */
  readonly unitTests: { readonly [file: string]: readonly string[] };
};

/** Where the process that tries without mutants leaves it for those that try with one. */
const HELD = 'dist/held-without-mutants.json';

declare global {
  /** What the instrumented code looks at, under Stryker's name for it. */
  var __stryker__: InstrumenterContext | undefined;
}

/**
 * Stryker's way to the scenarios: they run in this process, mutant after mutant, each until the first scenario that does not end
 * as it does without the mutant. Only what no scenario notices is given to the unit tests, whose files are a process each.
 */
class ScenarioRunner implements TestRunner {
  /** Stryker starts this process in its copy of the project. */
  readonly #root = process.cwd();
  readonly #context = strykerContext();
  #judge: ScenarioJudge | null = null;
  #held: Held | null = null;

  capabilities(): { readonly reloadEnvironment: boolean } {
    return { reloadEnvironment: true };
  }

  async dryRun({ files = [] }: DryRunOptions): Promise<DryRunResult> {
    const judge = await this.#ready(true);
    const trials: Trial[] = [];
    const end = await judge.judge(null, {
      onTurn: (subject, id) => {
        this.#context.currentTestId = id ?? subject;
      },
      onTrial: (trial) => trials.push(trial),
      wantsMore: () => true,
    });
    if (end === 'stuck') return { status: DryRunStatus.Timeout, reason: 'a scenario waits for what does not come' };
    const { perTest = {}, static: atLoad = {} } = this.#context.mutantCoverage ?? {};
    const judging = trials.filter(({ status }) => status !== 'skipped');
    // What happens between the scenarios of a subject, such as that it is opened, matters to all of them.
    const perScenario: CoveragePerTestId = Object.fromEntries(
      judging.map(({ id }) => [id, { ...perTest[subjectOfTrial(id)], ...perTest[id] }]),
    );
    const units = await this.#tryUnitTests();
    const unitTests = Object.fromEntries(Object.entries(units.perFile).map(([file, covered]) => [file, Object.keys(covered)]));
    const held: Held = { scenarios: scenariosByFolder(files, perScenario), unitTests };
    writeFileSync(join(this.#root, HELD), JSON.stringify(held));
    return {
      status: DryRunStatus.Complete,
      tests: [...judging.map(testOf), ...units.tests],
      mutantCoverage: { static: atLoad, perTest: { ...perScenario, ...units.perFile } },
    };
  }

  async #tryUnitTests(): Promise<{ readonly tests: readonly TestResult[]; readonly perFile: CoveragePerTestId }> {
    const tests: TestResult[] = [];
    const perFile: CoveragePerTestId = {};
    for (const file of unitTestFiles(this.#root)) {
      const began = performance.now();
      perFile[file] = await coverageOf(this.#root, file);
      tests.push({ id: file, name: file, status: TestStatus.Success, timeSpentMs: performance.now() - began });
    }
    return { tests, perFile };
  }

  async mutantRun(options: MutantRunOptions): Promise<MutantRunResult> {
    const { activeMutant, testFilter, mutantActivation, reloadEnvironment, sandboxFileName, hitLimit } = options;
    if (mutantActivation === 'static') this.#context.activeMutant = activeMutant.id;
    let judge: ScenarioJudge;
    try {
      judge = await this.#ready(reloadEnvironment);
    } catch (error) {
      return killed('that all modules load', String(error), 0);
    }
    const { scenarios, unitTests } = this.#readHeld();
    const trials: Trial[] = [];
    const isNoticed = () => trials.at(-1)?.status === 'failed' || trials.at(-1)?.status === 'skipped';
    // Stryker listens for rejections.
    const stray = collectStrayErrors(['uncaughtException', 'unhandledRejection']);
    Object.assign(this.#context, { activeMutant: activeMutant.id, hitCount: 0, hitLimit: hitLimit ?? Number.POSITIVE_INFINITY });
    try {
      const end = await judge.judge(new Set(testFilter ?? scenarios[dirname(sandboxFileName)]), {
        onTurn: () => {},
        onTrial: (trial) => trials.push(trial),
        wantsMore: () => !isNoticed() && stray.seen.length === 0,
      });
      if (end === 'stuck') return { status: MutantRunStatus.Timeout, reason: 'a scenario waits for what does not come' };
      // Rejections are told one turn later.
      await new Promise((turn) => setImmediate(turn));
    } catch (error) {
      return killed('that a subject can be opened', String(error), trials.length);
    } finally {
      stray.stop();
      delete this.#context.activeMutant;
    }
    if (hitLimit !== undefined && (this.#context.hitCount ?? 0) > hitLimit) return tooOften(hitLimit);
    const last = trials.at(-1);
    if (last !== undefined && isNoticed()) return killed(last.id, last.message || last.status, trials.length);
    if (stray.seen[0] !== undefined) return killed('that no error is left over', stray.seen[0], trials.length);
    const files = Object.keys(unitTests).filter((file) => unitTests[file]?.includes(activeMutant.id));
    for (const [index, file] of files.entries()) {
      if (!(await holdsWith(this.#root, file, activeMutant.id)))
        return killed(file, 'not all of its tests hold', trials.length + index + 1);
    }
    return { status: MutantRunStatus.Survived, nrOfTests: trials.length + files.length };
  }

  /** With core and devices as they are loaded now, or as they were the last time. */
  async #ready(anew: boolean): Promise<ScenarioJudge> {
    if (this.#judge === null) renewImplementations(this.#root);
    if (this.#judge === null || anew) await loadGeneration(this.#root);
    this.#judge ??= await loadScenarioJudge(this.#root);
    return this.#judge;
  }

  #readHeld(): Held {
    this.#held ??= JSON.parse(readFileSync(join(this.#root, HELD), 'utf8')) as Held;
    return this.#held;
  }
}

function killed(test: string, failureMessage: string, nrOfTests: number): MutantRunResult {
  return { status: MutantRunStatus.Killed, killedBy: [test], failureMessage, nrOfTests };
}

/** Stryker's way to end loops that would not end: the mutant throws when it is reached a hundred times as often as without it. */
function tooOften(hitLimit: number): MutantRunResult {
  return { status: MutantRunStatus.Timeout, reason: `reached more than ${hitLimit} times` };
}

function testOf({ id, name, status, message, milliseconds }: Trial): TestResult {
  const test = { id, name, timeSpentMs: milliseconds };
  return status === 'failed' ? { ...test, status: TestStatus.Failed, failureMessage: message } : { ...test, status: TestStatus.Success };
}

function strykerContext(): InstrumenterContext {
  globalThis.__stryker__ ??= {};
  return globalThis.__stryker__;
}

/** Where Stryker asks whether a mutant is the active one. */
const MUTANT = /stryMutAct_\w+\("(\d+)"\)/g;

/** A table may be used by whatever is near it, so its mutants are tried by all scenarios that run into anything in its folder. */
function scenariosByFolder(files: readonly string[], coverage: CoveragePerTestId): Held['scenarios'] {
  const ids = new Map<string, Set<string>>();
  for (const file of files) {
    const known = ids.get(dirname(file)) ?? new Set();
    for (const [, id = ''] of readFileSync(file, 'utf8').matchAll(MUTANT)) known.add(id);
    ids.set(dirname(file), known);
  }
  const runInto = (mutants: ReadonlySet<string>) =>
    Object.keys(coverage).filter((scenario) => Object.keys(coverage[scenario] ?? {}).some((id) => mutants.has(id)));
  return Object.fromEntries([...ids].map(([folder, mutants]) => [folder, runInto(mutants)]));
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, RUNNER, ScenarioRunner)];
