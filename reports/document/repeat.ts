import type { Report } from './report.js';

/** The command that repeats the run for one rule, whatever was chosen of the rules in it, and without what would waive a failure. What comes after `--` is not touched. */
export function repeatRule({ reproduce }: Pick<Report, 'reproduce'>, id: string): string {
  const words: readonly string[] = reproduce.match(WORDS) ?? [];
  const end = words.includes('--') ? words.indexOf('--') : words.length;
  const ours = words.slice(0, end).filter((word, index, all) => !CHOOSES.has(word) && !CHOOSES.has(all[index - 1] ?? ''));
  return [...ours, '--rule', id, ...words.slice(end)].join(' ');
}

/** Words of a command, with what is quoted in them. */
const WORDS = /(?:'[^']*'|\\.|[^\s'\\])+/g;

const CHOOSES: ReadonlySet<string> = new Set(['--rule', '--shard', '--waivers']);
