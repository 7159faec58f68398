import { parseArgs } from 'node:util';
import pc from 'picocolors';
import { chooseSubject } from '../cli/choose-subject.js';
import { asKitError, errorText } from '../cli/error-text.js';
import { readSeed } from '../cli/option-values.js';
import { badValue } from '../cli/usage-errors.js';
import type { Subject } from '../subject/port.js';
import { openSubject } from '../subjects/open-subject.js';
import { loadCorpus } from './corpus.js';
import { tellCounterexample } from './tell.js';
import { type RandomPrograms, type Trial, tryPrograms, tryRandomPrograms } from './try-programs.js';

const LARGEST_RUNS = 1_000_000_000;

/** `npm run programs -- --runs N --seed S [--path P] [--sweep] [--broken NAME] [-- COMMAND]`; exit status as that of `run`. */
const options = {
  runs: { type: 'string', default: '2000' },
  seed: { type: 'string', default: '1' },
  path: { type: 'string' },
  broken: { type: 'string' },
  sweep: { type: 'boolean', default: false },
} as const;

function readRuns(text: string): number {
  const runs = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!(runs >= 1 && runs <= LARGEST_RUNS)) throw badValue('--runs', `a whole number from 1 to ${LARGEST_RUNS}`, text, '--runs 10000');
  return runs;
}

/** Those that have shown something before come first, unless a path says where to go on. */
async function tryAll(subject: Subject, random: RandomPrograms): Promise<readonly Trial[]> {
  if (random.path !== undefined) return [await tryRandomPrograms(subject, random)];
  const known = await tryPrograms(
    subject,
    loadCorpus().map(({ program }) => program),
  );
  return known.counterexample === null ? [known, await tryRandomPrograms(subject, random)] : [known];
}

function told(trials: readonly Trial[], command: string): string {
  const programs = trials.reduce((sum, trial) => sum + trial.programs, 0);
  const expectations = trials.reduce((sum, trial) => sum + trial.expectations, 0);
  const found = trials.find(({ counterexample }) => counterexample !== null)?.counterexample;
  if (found) return `program ${programs} went otherwise than the rules say\n${tellCounterexample(found, command)}`;
  return `${programs} programs, ${expectations} comparisons, no difference\n`;
}

try {
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const { runs, seed, path, broken, sweep } = values;
  const random = { runs: readRuns(runs), seed: readSeed(seed), sweep, ...(path !== undefined && { path }) };
  const choice = await chooseSubject({ device: [], command: positionals, ...(broken !== undefined && { broken }) }, process.cwd());
  const subject = await openSubject(choice.subject);
  const trials = await tryAll(subject, random).finally(() => subject.stop());
  const chosen = `${broken === undefined ? '' : ` --broken ${broken}`} ${sweep ? ' --sweep' : ''} --runs ${runs}`;
  process.stdout.write(told(trials, `npm run programs --${chosen}`));
  process.exitCode = trials.some(({ counterexample }) => counterexample !== null) ? 1 : 0;
} catch (thrown) {
  process.stderr.write(errorText(asKitError(thrown), pc.createColors(process.stderr.isTTY)));
  process.exitCode = 3;
}
