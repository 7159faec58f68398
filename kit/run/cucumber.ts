import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { type IRunOptions, type IRunResult, runCucumber } from '@cucumber/cucumber/api';
import type { Envelope } from '@cucumber/messages';
import { KitError } from '../errors.js';
import type { FeatureSet } from './feature-set.js';

export type CucumberRun = {
  readonly features: FeatureSet;
  /** Scenarios whose tags satisfy it; all when empty. */
  readonly tagExpression: string;
  /** `I/N`, counted from 1; null for all. */
  readonly shard: string | null;
  /** JSON that the steps get as world parameters. */
  readonly worldParameters: { readonly [name: string]: unknown };
};

export type SupportLibrary = IRunResult['support'];

/** Runs the features, and says all there is to know in messages. Rejects when cucumber itself gave up. */
export type RunFeatures = (run: CucumberRun, onMessage: (message: Envelope) => void) => Promise<SupportLibrary>;

const SILENT_FORMATTER = new URL('silent-formatter.js', import.meta.url).href;
const HOOKS = fileURLToPath(new URL('hooks.js', import.meta.url));

/** Support code registers itself when it is imported, which happens once a process; every further run needs the first one's library. */
const libraries = new Map<string, SupportLibrary>();

/** In this process, and silently. */
export const runFeatures: RunFeatures = async (run, onMessage) => {
  const { root, features, steps } = run.features;
  const key = join(root, steps);
  const result = await runCucumber(
    {
      sources: {
        defaultDialect: 'en',
        paths: [features],
        names: [],
        tagExpression: run.tagExpression,
        order: 'defined',
        ...(run.shard !== null && { shard: run.shard }),
      },
      support: libraries.get(key) ?? { importPaths: [relative(root, HOOKS), steps] },
      runtime: runtimeOptions(run),
      formats: { stdout: SILENT_FORMATTER, files: {}, publish: false, options: {} },
    },
    { cwd: root, stdout: nowhere(), stderr: nowhere(), env: {} },
    onMessage,
  );
  libraries.set(key, result.support);
  return result.support;
};

export function runtimeOptions({ worldParameters }: CucumberRun): IRunOptions['runtime'] {
  return {
    dryRun: false,
    failFast: false,
    filterStacktraces: true,
    parallel: 0,
    retry: 0,
    retryTagFilter: '',
    strict: true,
    worldParameters: JSON.parse(JSON.stringify(worldParameters)),
  };
}

/** Steps that register themselves with another copy of cucumber than the one that runs would be no steps at all. */
export function requireOneCucumber({ root }: FeatureSet): void {
  const ours = cucumberSeenFrom(import.meta.url);
  const theirs = cucumberSeenFrom(join(root, 'package.json'));
  if (ours === theirs) return;
  throw new KitError('kit/two-cucumbers', {
    summary: 'the steps would register with another copy of cucumber than the one that runs them',
    expected: `one copy of @cucumber/cucumber, ${ours}`,
    received: theirs ?? `none that can be found from ${root}`,
    attempt: 'remove the second copy (npm ls @cucumber/cucumber shows who brings it), then npm ci',
  });
}

/** The file of @cucumber/cucumber that a module at that place would get, or null. */
export function cucumberSeenFrom(place: string): string | null {
  try {
    return createRequire(place).resolve('@cucumber/cucumber');
  } catch {
    return null;
  }
}

function nowhere(): Writable {
  return new Writable({ write: (_chunk, _encoding, done) => done() });
}
