import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { WrittenReport } from '../../reports/document/report.js';
import { loadCatalogue } from '../catalogue/load.js';
import { SHIPPED_MODELS, USUAL_MODEL } from '../model/model.js';
import { staleness } from '../rule-book/freshness.js';
import { renderMarkdown } from '../rule-book/markdown.js';
import { RULE_BOOK, readBook } from '../rule-book/read-book.js';
import { loadCoverage } from '../sources/load.js';
import { findChromium } from './browser/chromium.js';
import { findUnfailing } from './can-fail/find-unfailing.js';
import { killRuns } from './killed/runs.js';
import { tellKills } from './killed/tell.js';
import { findWrongNeeds } from './needs.js';
import { runPackedKit } from './packed.js';
import { MAIN, ROOT } from './root.js';
import { countOpen, findCoverageProblems, findSeedDrift } from './sources.js';

/** How many checks a stage made, and what it has to say when not all of them held. */
export type StageResult = {
  readonly passed: number;
  readonly failed: number;
  readonly output: string;
  /** What is told although everything held. */
  readonly notes?: readonly string[];
};
export type Stage = { readonly name: string; readonly run: () => StageResult | Promise<StageResult> };

/** A command that must end with status 0. */
function command(program: string, words: readonly string[], environment: NodeJS.ProcessEnv = {}): StageResult {
  const { status, signal, stdout, stderr } = spawnSync(program, words, {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, ...environment },
  });
  const held = status === 0;
  return { passed: held ? 1 : 0, failed: held ? 0 : 1, output: `${stdout}${stderr}${signal === null ? '' : `ended by ${signal}\n`}` };
}

function kit(...words: readonly string[]): StageResult {
  return command(process.execPath, [MAIN, ...words]);
}

function compiled(end: string, ...folders: readonly string[]): readonly string[] {
  return folders.flatMap((folder) =>
    readdirSync(`${ROOT}dist/${folder}`, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith(end))
      .map((path) => `dist/${folder}/${path}`),
  );
}

/** Counts what the test runner says of itself; a run in which no test ran has failed. */
function testsIn(files: readonly string[]): StageResult {
  // Left to itself Node.js spares one of the cores, which would be half of a small machine.
  const atOnce = `--test-concurrency=${availableParallelism()}`;
  const { output, failed } = command(process.execPath, ['--test', atOnce, '--test-reporter=tap', ...files]);
  const count = (word: string): number => Number(new RegExp(`^# ${word} (\\d+)$`, 'm').exec(output)?.[1] ?? 0);
  const passed = count('pass');
  return { passed, failed: Math.max(count('fail') + count('cancelled'), passed === 0 ? 1 : failed), output };
}

/** What people read is looked at in a real browser, which CI has to have. */
function pagesInBrowser(): StageResult {
  if (findChromium() !== undefined) return testsIn(compiled('.browser.js', 'kit/checks/browser'));
  const output = 'there is no Chromium on the PATH: apt-get install chromium';
  return process.env['CI'] === undefined
    ? { passed: 0, failed: 0, output, notes: [`not tried: ${output}`] }
    : { passed: 0, failed: 1, output };
}

function readReport(): WrittenReport {
  return JSON.parse(readFileSync(`${ROOT}reports/latest/report.json`, 'utf8'));
}

/** Two runs with the same seed give the same report, apart from its times. */
function sameSeedSameBytes(): StageResult {
  const texts = [1, 2].map(() => {
    kit('run', '--quiet', '--seed', '7');
    const text = readFileSync(`${ROOT}reports/latest/report.json`, 'utf8');
    return text.replace(/"time": \{[^}]*\}/, '');
  });
  const held = texts[0] === texts[1] && (texts[0]?.length ?? 0) > 0;
  return { passed: held ? 1 : 0, failed: held ? 0 : 1, output: 'two reports of the same seed differ in more than their times' };
}

/** Over every scenario with the usual devices; `npm run sweep` goes through what is left out here. */
function faultSweep(): StageResult {
  const result = command(process.execPath, [`${ROOT}dist/kit/sweep/main.js`, '--model', USUAL_MODEL, '--budget', '15000']);
  return { ...result, notes: result.failed === 0 ? result.output.trimEnd().split('\n') : [] };
}

/** Each device of the reference that has a model file keeps it. */
function keptModels(): StageResult {
  const out = mkdtempSync(join(tmpdir(), 'fwctl-models-'));
  const results = SHIPPED_MODELS.map((name) =>
    kit('run', '--quiet', '--device', name, '--model', `${ROOT}devices/${name}/fwctl-model.yaml`, '--out', out),
  );
  rmSync(out, { recursive: true });
  const failures = results.filter(({ failed }) => failed > 0);
  return { passed: results.length - failures.length, failed: failures.length, output: failures.map(({ output }) => output).join('\n') };
}

async function needs(): Promise<StageResult> {
  const wrong = findWrongNeeds(await loadCatalogue(), readReport().rules);
  return { passed: wrong.length === 0 ? 1 : 0, failed: wrong.length, output: wrong.join('\n') };
}

/** A scenario that cannot fail, or a step, would prove nothing. */
async function canFail(): Promise<StageResult> {
  const { scenarios, steps, lookedAt } = await findUnfailing();
  const output = [...scenarios.map((one) => `cannot fail: ${one}`), ...steps.map((one) => `fails in no scenario: ${one}`)];
  return {
    passed: output.length === 0 ? 1 : 0,
    failed: output.length,
    output: output.join('\n'),
    notes: [`${lookedAt} scenarios were looked at`],
  };
}

/** What is committed is what the features say now. */
async function freshRuleBook(): Promise<StageResult> {
  const path = `${ROOT}${RULE_BOOK}`;
  const committed = existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  const stale = staleness(RULE_BOOK, committed, renderMarkdown(await readBook()));
  return { passed: stale === undefined ? 1 : 0, failed: stale === undefined ? 0 : 1, output: stale ?? '' };
}

/** Every sentence has a rule or a reason; the texts of the seeds are beside the project. */
async function sources(): Promise<StageResult> {
  const coverage = loadCoverage();
  const wrong = [...findCoverageProblems(await loadCatalogue(), coverage), ...findSeedDrift(coverage, `${ROOT}../shared/seeds`)];
  return { passed: wrong.length === 0 ? 1 : 0, failed: wrong.length, output: wrong.join('\n'), notes: [countOpen(coverage)] };
}

/** Some of what `npm run kills` does more often. */
async function killedRuns(): Promise<StageResult> {
  const kills = 25;
  const result = await killRuns(kills, 1);
  const failed = result.problems.length;
  return { passed: kills - Math.min(kills, failed), failed, output: tellKills(result) };
}

/** Coverage of the models by what judges them: their unit tests, a whole run, and the self-test. */
function coverage(): StageResult {
  const tests = compiled('.test.js', 'reference-impl', 'devices').join(' ');
  const judged = `node ${MAIN} run --quiet && node --test ${tests} >/dev/null && node ${MAIN} self-test`;
  return command('npx', ['--no-install', 'c8', 'sh', '-c', judged]);
}

/** Everything that `npm test` checks, in this order. */
export const STAGES: readonly Stage[] = [
  { name: 'lint', run: () => command('npx', ['--no-install', 'biome', 'ci', '.']) },
  {
    name: 'unit and command line tests',
    run: () => testsIn(compiled('.test.js', 'kit', 'reports', 'reference-impl', 'devices', 'steps')),
  },
  { name: 'the reference conforms', run: () => kit('run', '--quiet') },
  { name: 'the fault sweep', run: faultSweep },
  { name: 'rules need what they say', run: needs },
  { name: 'every scenario can fail', run: canFail },
  { name: 'the rule book is fresh', run: freshRuleBook },
  { name: 'the reference keeps its model files', run: keptModels },
  { name: 'every sentence has a rule or a reason', run: sources },
  { name: 'the pages in a browser', run: pagesInBrowser },
  { name: 'same seed, same bytes', run: sameSeedSameBytes },
  { name: 'a report survives its kit', run: killedRuns },
  { name: 'plain cucumber-js', run: () => command('npx', ['--no-install', 'cucumber-js', '--format', 'summary']) },
  { name: 'a dry run of cucumber-js', run: () => command('npx', ['--no-install', 'cucumber-js', '--dry-run', '--format', 'summary']) },
  { name: 'self-test and coverage', run: coverage },
  { name: 'the packed kit', run: runPackedKit },
];
