import type { MutantResult } from '@stryker-mutator/api/core';

/** Where survivors are listed, each below the reason why nobody kills it. */
export const SURVIVORS = 'docs/mutation.md';

/** What a list of survivors and what was found of them have not in common, as lines of the list. */
export type Discrepancy = { readonly unlisted: readonly string[]; readonly stale: readonly string[] };

type Placed = Pick<MutantResult, 'fileName' | 'location' | 'replacement'>;

/** Longer pieces of code are cut, so that a line stays one. */
const LONGEST = 80;

/** Compares the lines of the document with what survived; of the files that were mutated, and of no other. */
export function compareSurvivors(document: string, files: readonly string[], found: readonly string[]): Discrepancy {
  const listed = document.split('\n').filter((line) => files.some((file) => line.startsWith(beginningOf(file))));
  return {
    unlisted: [...new Set(found)].filter((line) => !listed.includes(line)),
    stale: listed.filter((line) => !found.includes(line)),
  };
}

/** The mutant as the document lists it, without a line number: those change. `source` is the text of its file. */
export function survivorLine({ fileName, location, replacement }: Placed, source: string): string {
  const lines = source.split('\n');
  const { start, end } = location;
  const first = lines[start.line - 1] ?? '';
  const mutated = lines.slice(start.line - 1, end.line).join('\n');
  const cutOff = (lines[end.line - 1]?.length ?? 0) - (end.column - 1);
  const was = mutated.slice(start.column - 1, mutated.length - cutOff);
  return `${beginningOf(fileName)} ${code(was)} → ${code(replacement)} in ${code(first)}`;
}

function beginningOf(file: string): string {
  return `- ${file}:`;
}

/** On one line, in as many backticks as it takes. */
function code(text: string): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  const short = flat.length > LONGEST ? `${flat.slice(0, LONGEST)} …` : flat;
  return short.includes('`') ? `\`\` ${short} \`\`` : `\`${short}\``;
}
