import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire, register } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { RunProgram } from './packed.js';
import { ROOT } from './root.js';

export const TEMPLATES = join(ROOT, 'examples/ci');

/** It wants a method that Node 20 has not. */
const SET_UNION = 'Set.prototype.union ??= function (other) { return new Set([...this, ...other]); };';
/** Node's words for starting gitlab-ci-local, which has GitLab's own schema; to run a job it would want rsync. */
const GITLAB_CI_LOCAL = [
  '--import',
  `data:text/javascript,${encodeURIComponent(SET_UNION)}`,
  createRequire(import.meta.url).resolve('gitlab-ci-local'),
] as const;

/** The reader imports JSON as bundlers take it, and node wants to be told that it is JSON. */
const JSON_MODULES = `export const load = (url, context, next) =>
  next(url, url.endsWith('.json') ? { ...context, importAttributes: { type: 'json' } } : context);`;

/** What GitHub's own reader of action.yml finds wrong. */
export async function actionProblems(text: string): Promise<readonly string[]> {
  register(`data:text/javascript,${encodeURIComponent(JSON_MODULES)}`);
  const { NoOperationTraceWriter } = await import('@actions/workflow-parser');
  const { parseAction } = await import('@actions/workflow-parser/actions/action-parser');
  const { context, value } = parseAction({ name: 'action.yml', content: text }, new NoOperationTraceWriter());
  const problems = context.errors.getErrors().map(({ message }) => message);
  return value === undefined && problems.length === 0 ? ['it is empty'] : problems;
}

type Step = { readonly run?: string; readonly env?: Readonly<Record<string, string>> };

/** The steps of the action that are scripts, with what the runner would have put in. */
export function scriptsOf(text: string, given: Readonly<Record<string, string>>): readonly Required<Step>[] {
  const { inputs, runs }: { inputs: Record<string, { default?: string }>; runs: { steps: readonly Step[] } } = parse(text);
  const unknown = Object.keys(given).filter((name) => !(name in inputs));
  if (unknown.length > 0) throw new Error(`the action has no input ${unknown.join(', ')}`);
  const fill = (value: string): string =>
    value.replace(/\$\{\{ inputs\.([\w-]+) \}\}/g, (_, name: string) => given[name] ?? inputs[name]?.default ?? '');
  return runs.steps.flatMap(({ run, env = {} }) =>
    run === undefined ? [] : [{ run, env: Object.fromEntries(Object.entries(env).map(([name, value]) => [name, fill(value)])) }],
  );
}

/** What GitLab's schema finds wrong in a project with the template and a job that extends it; null when nothing. */
export function gitlabProblems(template: string): string | null {
  const project = mkdtempSync(join(tmpdir(), 'fwctl-gitlab-'));
  try {
    writeProject(project, template);
    const { status, stdout, stderr } = gitlab(project, '--list-json');
    if (status !== 0) return `${stdout}${stderr}`;
    return stdout.includes('conformance') ? null : `there is no job in ${stdout}`;
  } finally {
    rmSync(project, { recursive: true, force: true });
  }
}

function writeProject(project: string, template: string): void {
  writeFileSync(join(project, 'fwctl.yml'), template);
  const job = { include: [{ local: 'fwctl.yml' }], conformance: { extends: '.fwctl-conformance' } };
  // YAML reads JSON.
  writeFileSync(join(project, '.gitlab-ci.yml'), JSON.stringify(job));
  for (const words of [
    ['init', '-q'],
    ['add', '-A'],
    ['-c', 'user.name=a', '-c', 'user.email=a@b.c', 'commit', '-qm', 'Begin'],
  ])
    spawnSync('git', words, { cwd: project });
  spawnSync('git', ['remote', 'add', 'origin', 'https://gitlab.com/a/vendor.git'], { cwd: project });
}

function gitlab(project: string, ...words: readonly string[]) {
  return spawnSync(process.execPath, [...GITLAB_CI_LOCAL, ...words], { cwd: project, encoding: 'utf8', maxBuffer: 1 << 26 });
}

const FORMS = ['report.json', 'report.html', 'report.sarif', 'badge.json', 'junit.xml'] as const;

/** Runs the scripts of both templates with the packed kit in a project of a vendor, whose driver conforms and then does not. */
export function tryTemplates(tarball: string, place: string, run: RunProgram): number {
  const project = join(place, 'ci');
  cpSync(join(ROOT, 'examples/driver-typescript'), project, { recursive: true });
  const action = readFileSync(join(TEMPLATES, 'action.yml'), 'utf8');
  const temp = join(place, 'runner-temp');
  mkdirSync(temp);
  const summary = join(temp, 'summary.md');
  const given = { package: tarball, driver: 'driver.ts', model: 'fwctl-model.yaml' };
  const [install, judge] = scriptsOf(action, given);
  if (install === undefined || judge === undefined) throw new Error('the action has lost a step');
  const step = ({ run: script, env }: Required<Step>, due: number): string =>
    run(due, project, 'env', ...settings({ ...env, RUNNER_TEMP: temp, GITHUB_STEP_SUMMARY: summary }), 'bash', '-e', '-c', script);
  step(install, 0);
  step(judge, 0);
  for (const form of FORMS) readFileSync(join(project, 'conformance', form));
  if (!readFileSync(summary, 'utf8').includes('conformant')) throw new Error('the summary does not say what came of it');
  const driver = join(project, 'driver.ts');
  const text = readFileSync(driver, 'utf8');
  writeFileSync(driver, text.replace("'debug write']", "'configuration']"));
  if (!step(judge, 1).includes('::error ')) throw new Error('the action annotates nothing that failed');
  if (!readFileSync(join(project, 'conformance/badge.json'), 'utf8').includes('"non-conformant'))
    throw new Error('the badge is of another run');
  writeFileSync(driver, text);
  rmSync(join(project, 'conformance'), { recursive: true });
  const { script, variables } = jobOf(readFileSync(join(TEMPLATES, 'gitlab-ci.yml'), 'utf8'));
  const job = { ...variables, FWCTL_PACKAGE: tarball, FWCTL_DRIVER: 'driver.ts', FWCTL_MODEL: 'fwctl-model.yaml' };
  run(0, project, 'env', ...settings(job), 'bash', '-e', '-c', script.join('\n'));
  for (const form of FORMS) readFileSync(join(project, 'conformance', form));
  return 3;
}

type Job = { readonly script: readonly string[]; readonly variables: Readonly<Record<string, string>> };

function jobOf(template: string): Job {
  const { '.fwctl-conformance': job }: { readonly '.fwctl-conformance'?: Job } = parse(template);
  if (job === undefined || job.script.length === 0) throw new Error('the template has lost its job');
  return job;
}

function settings(variables: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(variables).map(([name, value]) => `${name}=${value}`);
}
